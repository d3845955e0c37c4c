import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
});
afterAll(() => world.stop());

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const place = (settings: Record<string, unknown> = {}) =>
  world.location({ settings: { taxRate: 1900, ...settings } });
const invoice = async (id: string) => (await world.api('GET', `/invoices/${id}`)).body;
const pay = (body: Record<string, unknown>) => world.api('POST', '/payments', body);

test('CHG-2 a contact is invoiced at once, by hand too: a day sold at the desk', async () => {
  const at = await place();
  const mira = await world.customer();
  const charge = await world.charge(mira, at, { quantity: 2 });
  expect(charge).toMatchObject({
    state: 'invoiced',
    standing: 'contact',
    invoice: 'now',
    amount: eur(4000),
    total: eur(4760),
  });
  expect(await invoice(charge.invoiceId)).toMatchObject({
    state: 'issued',
    customerId: mira.id,
    dueDay: '2026-12-08',
    total: eur(4760),
    outstanding: eur(4760),
    lines: [{ kind: 'charge', text: 'Day pass', quantity: 2, unitPrice: eur(2000), chargeId: charge.id }],
    taxes: [{ taxRate: 1900, net: eur(4000), tax: eur(760) }],
  });
});

test('CHG-2 a member’s charge waits for the next billing day and is then beside the contract', async () => {
  const at = await place();
  const mira = await world.customer();
  await world.contract(mira, await world.plan(at), { startDay: '2026-11-15' });
  const charge = await world.charge(mira, at);
  expect(charge).toMatchObject({
    state: 'waiting',
    standing: 'member',
    invoice: 'nextInvoice',
    invoiceId: null,
  });
  const first = await world.issuedRun(at, '2026-12-14');
  expect(first.invoices[0].lines.map(({ kind }: any) => kind)).toEqual(['contract']);
  const next = await world.api('GET', `/customers/${mira.id}/next-invoice`);
  expect(next.body).toMatchObject({ day: '2026-12-15', total: eur(16_660) });
  const second = await world.issuedRun(at, '2026-12-15');
  expect(second.invoices[0].lines.map(({ kind }: any) => kind)).toEqual(['contract', 'charge']);
  expect((await world.api('GET', `/charges/${charge.id}`)).body).toMatchObject({
    state: 'invoiced',
    invoiceNumber: second.invoices[0].number,
  });
});

test('CHG-2 a member whose plan invoices use at once is invoiced when the charge is ripe', async () => {
  const at = await place();
  const mira = await world.customer();
  await world.contract(mira, await world.plan(at, { usageInvoicing: 'immediately' }), {
    startDay: '2026-11-15',
  });
  expect(await world.charge(mira, at)).toMatchObject({
    state: 'invoiced',
    standing: 'member',
    invoice: 'now',
  });
});

test('CHG-1 a charge is waived with a reason, or invoiced, once', async () => {
  const at = await place();
  const mira = await world.customer();
  await world.contract(mira, await world.plan(at), { startDay: '2026-11-15' });
  const [waived, other] = [await world.charge(mira, at), await world.charge(mira, at)];
  const answer = await world.api('POST', `/charges/${waived.id}/waive`, { reason: 'The room was cold' });
  expect(answer.body).toMatchObject({ state: 'waived', waived: { reason: 'The room was cold' } });
  expect(await world.api('POST', `/charges/${waived.id}/waive`, { reason: 'Again' })).toMatchObject({
    status: 409,
    body: { code: 'chargeSettled' },
  });
  expect((await world.api('POST', `/charges/${other.id}/invoice`)).body).toMatchObject({
    state: 'invoiced',
  });
  expect((await world.api('POST', `/charges/${other.id}/invoice`)).status).toBe(409);
  const waiting = await world.api('GET', `/charges?customerId=${mira.id}&state=waiting`);
  expect(waiting.body.data).toEqual([]);
});

test('CHG-1 what cannot be charged is said by field', async () => {
  const at = await place();
  const mira = await world.customer();
  const ask = (body: Record<string, unknown>) =>
    world.api('POST', '/charges', {
      customerId: mira.id,
      locationId: at.id,
      text: 'Tea',
      price: eur(300),
      ...body,
    });
  expect(await ask({ price: { amount: 300, currency: 'GBP' } })).toMatchObject({
    status: 422,
    body: { code: 'currencyNotHere' },
  });
  expect(await ask({ price: { amount: 3.5, currency: 'EUR' } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'price.amount' }] },
  });
  expect(await ask({ text: '' })).toMatchObject({ status: 422, body: { errors: [{ field: 'text' }] } });
  expect(await ask({ customerId: `cus_${'0'.repeat(26)}` })).toMatchObject({ status: 422 });
});

test('PAY-2 payments by hand: issued, partly paid, paid; what is too much is account credit', async () => {
  const at = await place();
  const mira = await world.customer();
  const { invoiceId } = await world.charge(mira, at);
  expect(
    (await pay({ invoiceId, amount: eur(1000), method: 'cash', receivedDay: '2026-12-01' })).status,
  ).toBe(201);
  expect(await invoice(invoiceId)).toMatchObject({
    state: 'partlyPaid',
    paid: eur(1000),
    outstanding: eur(1380),
  });
  const rest = await pay({ invoiceIds: [invoiceId], amount: eur(2000), method: 'transfer' });
  expect(rest.body).toMatchObject({
    allocations: [{ invoiceId, amount: eur(1380) }],
    unallocated: eur(620),
  });
  expect(await invoice(invoiceId)).toMatchObject({ state: 'paid', outstanding: eur(0) });
  expect(await pay({ invoiceId, amount: eur(1) })).toMatchObject({
    status: 409,
    body: { code: 'alreadyPaid' },
  });
  const next = await world.charge(mira, at);
  expect(await invoice(next.invoiceId)).toMatchObject({
    state: 'partlyPaid',
    paid: eur(620),
    payments: [{ method: 'transfer' }],
  });
});

test('PAY-2 a payment of nothing, in the future, in another currency, for two customers: no', async () => {
  const at = await place();
  const { invoiceId } = await world.charge(await world.customer(), at);
  const other = await world.charge(await world.customer(), at);
  expect(await pay({ invoiceId, amount: eur(0) })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'amount' }] },
  });
  expect(await pay({ invoiceId, amount: eur(5), receivedDay: '2026-12-02' })).toMatchObject({
    status: 422,
  });
  expect(await pay({ invoiceId, amount: { amount: 5, currency: 'GBP' } })).toMatchObject({
    status: 422,
    body: { code: 'currencyNotHere' },
  });
  expect(await pay({ invoiceIds: [invoiceId, other.invoiceId], amount: eur(5) })).toMatchObject({
    status: 422,
    body: { code: 'invoicesOfSeveral' },
  });
  expect((await pay({ amount: eur(5) })).status).toBe(422);
});

test('PAY-2 of ten payments at once none is lost, and never more is settled than is owed', async () => {
  const at = await place({ taxRate: 0 });
  const { invoiceId } = await world.charge(await world.customer(), at);
  await Promise.all(Array.from({ length: 10 }, () => pay({ invoiceId, amount: eur(150) })));
  expect(await invoice(invoiceId)).toMatchObject({ paid: eur(1500), state: 'partlyPaid' });
});

test('INV-1 a credit note corrects in full or by line; what was paid is account credit', async () => {
  const at = await place();
  const mira = await world.customer();
  const { invoiceId } = await world.charge(mira, at, { quantity: 3 });
  const [line] = (await invoice(invoiceId)).lines;
  const part = await world.api('POST', `/invoices/${invoiceId}/credit`, {
    reason: 'One day less',
    lines: [{ lineId: line.id, amount: eur(2000) }],
  });
  expect(part).toMatchObject({
    status: 201,
    body: { kind: 'creditNote', total: eur(-2380), creditsInvoiceId: invoiceId, reason: 'One day less' },
  });
  expect(part.body.number).not.toBeNull();
  expect(await invoice(invoiceId)).toMatchObject({
    state: 'issued',
    credited: eur(2380),
    outstanding: eur(4760),
    creditNoteIds: [part.body.id],
  });
  await pay({ invoiceId, amount: eur(4760) });
  const rest = await world.api('POST', `/invoices/${invoiceId}/credit`, {});
  expect(rest.body).toMatchObject({ total: eur(-4760) });
  expect(await world.api('POST', `/invoices/${invoiceId}/credit`, {})).toMatchObject({
    status: 409,
    body: { code: 'nothingToCredit' },
  });
  const { invoiceId: nextId } = await world.charge(mira, at);
  expect(await invoice(nextId)).toMatchObject({ state: 'paid', paid: eur(2380) });
  expect((await world.api('GET', `/credit-notes?customerId=${mira.id}`)).body.data).toHaveLength(2);
});

test('INV-1 an issued invoice is never changed or deleted: the database refuses', async () => {
  const at = await place();
  const { invoiceId } = await world.charge(await world.customer(), at);
  const { pool } = world.shell.connection;
  for (const statement of [
    'update invoices set total = 1, net = 1, tax = 0 where id = $1',
    "update invoices set number = 'X' where id = $1",
    "update invoices set state = 'draft', number = null where id = $1",
    'delete from invoices where id = $1',
    "update invoice_lines set text = 'X' where invoice_id = $1",
    'delete from invoice_lines where invoice_id = $1',
    "update invoices set buyer = '{}' where id = $1",
  ])
    await expect(pool.query(statement, [invoiceId]), statement).rejects.toThrow(/never changed/);
  for (const table of ['invoices', 'invoice_lines', 'billed_cycles']) {
    await expect(pool.query(`truncate ${table} cascade`), table).rejects.toThrow(/never changed/);
  }
  await expect(
    pool.query(
      `insert into invoice_lines select (jsonb_populate_record(l, '{"id":"lin_x","position":9}')).*
    from invoice_lines l where invoice_id = $1`,
      [invoiceId],
    ),
  ).rejects.toThrow(/never changed/);
});

test('SAF-2 an invoice is seen by its own customer and by nobody else', async () => {
  const at = await place();
  const [mira, ana] = [await world.customer(), await world.customer()];
  const { invoiceId } = await world.charge(mira, at);
  for (const path of [`/invoices/${invoiceId}`, `/invoices/${invoiceId}.pdf`]) {
    expect((await world.as(mira.id)('GET', path)).status, path).toBe(200);
    expect((await world.as(ana.id)('GET', path)).status, path).toBe(404);
    expect((await world.stranger('GET', path)).status, path).toBe(401);
  }
  expect((await world.as(mira.id)('GET', '/invoices')).body.data.map(({ id }: any) => id)).toEqual([
    invoiceId,
  ]);
  expect((await world.as(ana.id)('GET', '/invoices')).body.data).toEqual([]);
  expect((await world.as(ana.id)('GET', `/invoices?customerId=${mira.id}`)).status).toBe(404);
  expect(
    (await world.as(ana.id)('GET', `/customers/${mira.id}/next-invoice`)).status,
  ).toBeGreaterThanOrEqual(403);
  expect((await world.as(mira.id)('GET', `/customers/${mira.id}/next-invoice`)).status).toBe(200);
  expect((await world.as(mira.id)('POST', '/payments', { invoiceId, amount: eur(2380) })).status).toBe(403);
  expect((await world.as(mira.id)('POST', `/invoices/${invoiceId}/credit`, {})).status).toBe(403);
});

test('INV-4 an issued invoice is mailed with its PDF, in the customer’s language', async () => {
  const at = await place();
  const salma = await world.customer({
    name: 'سلمى الحداد',
    email: 'salma@example.test',
    language: 'ar',
    billing: { address: 'شارع النيل 12\nالقاهرة' },
  });
  const { invoiceId } = await world.charge(salma, at, { text: 'يوم واحد (Atlas)' });
  await world.jobs();
  const { rows } = await world.shell.connection.pool.query(
    'select subject, language, attachments from mails where to_address = $1',
    ['salma@example.test'],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ language: 'ar', attachments: [{ type: 'application/pdf' }] });
  expect(rows[0].subject).toContain('فاتورة');
  const pdf = Buffer.from(rows[0].attachments[0].base64, 'base64');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const response = await fetch(`${world.address}/api/v1/invoices/${invoiceId}.pdf`, {
    headers: { authorization: 'Bearer key_the_owner' },
  });
  expect(response.headers.get('content-type')).toBe('application/pdf');
});

test('INV-1 overdue is derived by the day at the location, and listed', async () => {
  const at = await place();
  const mira = await world.customer();
  const { invoiceId } = await world.charge(mira, at);
  await world.clockTo('2026-12-08T23:30:00+01:00');
  expect(await invoice(invoiceId)).toMatchObject({ overdue: false, state: 'issued' });
  await world.clockTo('2026-12-09T00:30:00+01:00');
  expect(await invoice(invoiceId)).toMatchObject({ overdue: true, overdueDays: 1, state: 'issued' });
  const list = await world.api('GET', `/invoices?state=overdue&customerId=${mira.id}`);
  expect(list.body.data.map(({ id }: any) => id)).toEqual([invoiceId]);
  expect((await world.api('GET', `/invoices?overdueDays=14&customerId=${mira.id}`)).body.data).toEqual([]);
});
