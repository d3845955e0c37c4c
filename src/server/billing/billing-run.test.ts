import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
});
afterAll(() => world.stop());

async function place(settings: Record<string, unknown> = {}) {
  const at = await world.location({ settings: { taxRate: 1900, ...settings } });
  return { at, plan: await world.plan(at), mira: await world.customer({ homeLocationId: at.id }) };
}

test('RUN-1 a run drafts what is due, with totals, and gives numbers when it is issued', async () => {
  const { at, plan, mira } = await place();
  await world.contract(mira, plan, { startDay: '2026-11-17', billingDay: 1 });
  const run = await world.run(at, '2026-12-01');
  expect(run).toMatchObject({
    state: 'draft',
    draftCount: 1,
    issuedCount: 0,
    totals: [{ count: 1, currency: 'EUR' }],
  });
  const [draft] = run.drafts;
  expect(draft).toMatchObject({ state: 'draft', number: null, customerId: mira.id, dueDay: '2026-12-08' });
  expect(
    draft.lines.map((line: any) => [line.kind, line.startDay, line.lastDay, line.amount.amount, line.days]),
  ).toEqual([
    ['contract', '2026-11-17', '2026-11-30', 5600, { billed: 14, of: 30 }],
    ['contract', '2026-12-01', '2026-12-31', 12_000, null],
  ]);
  expect(draft).toMatchObject({
    net: { amount: 17_600 },
    tax: { amount: 3344 },
    total: { amount: 20_944 },
  });
  expect(draft.flags.map(({ code }: any) => code)).toEqual(['firstInvoice', 'prorated']);
  const { status, body } = await world.api('POST', `/billing-runs/${run.id}/issue`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'issued', draftCount: 0, issuedCount: 1, drafts: [] });
  expect(body.invoices[0]).toMatchObject({
    id: draft.id,
    state: 'issued',
    issuedDay: '2026-12-01',
    dueDay: '2026-12-08',
  });
  expect(body.invoices[0].number).toMatch(/^[A-Z0-9]+-2026-\d{4}$/);
});

test('RUN-2 running again and issuing again add nothing; ten at once neither', async () => {
  const { at, plan } = await place();
  for (let index = 0; index < 12; index += 1) await world.contract(await world.customer(), plan);
  const runs = await Promise.all([world.run(at, '2026-12-01'), world.run(at, '2026-12-01')]);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      world.api('POST', `/billing-runs/${runs[index % 2]?.id}/issue`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const shown = await Promise.all(runs.map(({ id }) => world.api('GET', `/billing-runs/${id}`)));
  expect(shown.reduce((sum, { body }) => sum + body.issuedCount, 0)).toBe(12);
  expect(shown.map(({ body }) => [body.state, body.draftCount])).toEqual([
    ['issued', 0],
    ['issued', 0],
  ]);
  expect((await world.run(at, '2026-12-01')).draftCount).toBe(0);
});

test('INV-2 numbers are gapless and in order, across runs, contacts and credit notes', async () => {
  const { rows } = await world.shell.connection.pool.query(
    `select legal_entity_id, series, array_agg(number_in_series order by number_in_series) as numbers,
      count(*)::int as count
     from invoices where number is not null group by 1, 2`,
  );
  for (const { numbers: used, count } of rows)
    expect(used).toEqual(Array.from({ length: count }, (_, index) => index + 1));
});

test('RUN-1 a run covers the locations below, through the day named, that day included', async () => {
  const above = await world.location();
  const below = await world.location({ parentId: above.id });
  const beside = await world.location();
  const [one, other] = [await world.customer(), await world.customer()];
  await world.contract(one, await world.plan(below), { startDay: '2026-12-05' });
  await world.contract(other, await world.plan(beside), { startDay: '2026-12-05' });
  expect((await world.run(above, '2026-12-04')).draftCount).toBe(0);
  const run = await world.run(above, '2026-12-05');
  expect(run.drafts.map(({ customerId }: any) => customerId)).toEqual([one.id]);
});

test('RUN-3 suspended, frozen and archived are skipped, each with its reason', async () => {
  const { at, plan } = await place();
  const [suspended, frozen, archived] = [
    await world.customer(),
    await world.customer(),
    await world.customer(),
  ];
  for (const customer of [suspended, archived]) await world.contract(customer, plan);
  const contract = await world.contract(frozen, plan);
  await world.freeze(contract, { fromDay: '2026-12-01' });
  await world.suspension(suspended, { cause: 'manual' });
  await world.api('POST', `/customers/${archived.id}/archive`);
  const run = await world.run(at, '2026-12-01');
  expect(run.draftCount).toBe(0);
  expect(
    Object.fromEntries(
      run.skips.map(({ customerId, reason, amount }: any) => [customerId, `${reason} ${amount.amount}`]),
    ),
  ).toEqual({
    [suspended.id]: 'suspended 12000',
    [frozen.id]: 'frozen 0',
    [archived.id]: 'archived 12000',
  });
});

test('RUN-1 held and skipped drafts are not issued; taking it back issues them', async () => {
  const { at, plan } = await place();
  for (let index = 0; index < 3; index += 1) await world.contract(await world.customer(), plan);
  const run = await world.run(at, '2026-12-01');
  const decide = (index: number, is: string | null) =>
    world.api('POST', `/billing-runs/${run.id}/drafts/${run.drafts[index].id}/decision`, { is });
  expect((await decide(0, 'held')).body.decision).toMatchObject({ is: 'held' });
  await decide(1, 'skipped');
  await decide(2, 'ok');
  const issued = await world.api('POST', `/billing-runs/${run.id}/issue`);
  expect(issued.body).toMatchObject({ issuedCount: 1, draftCount: 2, heldCount: 2 });
  await decide(0, null);
  expect((await world.api('POST', `/billing-runs/${run.id}/issue`)).body).toMatchObject({
    issuedCount: 2,
    draftCount: 1,
  });
});

test('RUN-4 what is issued is what is true then; the preview is the same function', async () => {
  const { at, plan, mira } = await place();
  const contract = await world.contract(mira, plan);
  const preview = await world.api('GET', `/customers/${mira.id}/next-invoice`);
  expect(preview.body).toMatchObject({ day: '2026-12-01', total: { amount: 14_280, currency: 'EUR' } });
  const run = await world.run(at, '2026-12-01');
  expect(run.drafts[0].total).toEqual(preview.body.total);
  await world.freeze(contract, { fromDay: '2026-12-11', untilDay: '2026-12-21' });
  const late = await world.customer();
  await world.contract(late, plan);
  const again = await world.api('POST', `/billing-runs/${run.id}/recalculate`);
  expect(
    again.body.drafts.map(({ customerId, net, flags }: any) => [
      customerId === late.id,
      net.amount,
      flags.some(({ code }: any) => code === 'lateJoiner'),
    ]),
  ).toEqual(
    expect.arrayContaining([
      [false, 8129, false],
      [true, 12_000, true],
    ]),
  );
  await world.suspension(late, { cause: 'manual' });
  const issued = await world.api('POST', `/billing-runs/${run.id}/issue`);
  expect(issued.body.invoices.map(({ net }: any) => net.amount)).toEqual([8129]);
  expect(issued.body.draftCount).toBe(0);
  const next = await world.api('GET', `/customers/${mira.id}/next-invoice`);
  expect(next.body).toMatchObject({ day: '2027-01-01', total: { amount: 14_280 } });
});

test('SUS-5 the preview of a lifting shows the amounts that the next run bills', async () => {
  const { at, plan, mira } = await place();
  await world.contract(mira, plan, { startDay: '2026-12-01' });
  await world.issuedRun(at, '2026-12-01');
  const { id } = await world.suspension(mira, { cause: 'manual' });
  await world.clockTo('2027-02-11T09:00:00+01:00');
  const lift = `/customers/${mira.id}/suspensions/${id}/lift`;
  const preview = await world.api('POST', lift, { missedCycles: 'prorate', preview: true });
  expect(
    preview.body.choices.map(({ missedCycles, totals }: any) => [missedCycles, totals[0]?.amount ?? 0]),
  ).toEqual([
    ['skip', 0],
    ['prorate', 9180],
    ['charge', 28_560],
  ]);
  expect((await world.run(at, '2027-02-11')).draftCount).toBe(0);
  await world.api('POST', lift, { missedCycles: 'prorate' });
  const run = await world.run(at, '2027-02-11');
  expect(run.drafts[0].total.amount).toBe(9180);
});

test('SAF-2 nobody without the permission sees or starts a run', async () => {
  const { at, mira } = await place();
  expect((await world.stranger('GET', '/billing-runs')).status).toBe(401);
  expect((await world.as(mira.id)('GET', '/billing-runs')).status).toBe(403);
  expect(
    (await world.as(mira.id)('POST', '/billing-runs', { locationId: at.id, throughDay: '2027-01-01' }))
      .status,
  ).toBe(403);
});

test('MNY-1 an amount that is not exact is refused, and so is a charge below nothing', async () => {
  const at = await world.location({});
  const { id: customerId } = await world.customer();
  for (const amount of [-1, 20.5, 100_000_000_001, Number.MAX_SAFE_INTEGER]) {
    const { status, body } = await world.api('POST', '/charges', {
      customerId,
      locationId: at.id,
      text: 'Day pass',
      price: { amount, currency: 'EUR' },
    });
    expect([status, body.code]).toEqual([422, 'notValid']);
  }
});
