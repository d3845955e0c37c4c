import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

describe('what credit notes settle', () => {
  let world: World;
  let quay: { id: string };
  beforeAll(async () => {
    world = await startWorld({ now: '2026-03-01T09:00:00+01:00' });
    quay = await world.location({ settings: { taxRate: 1900 } });
  });
  afterAll(() => world.stop());

  const invoicesOf = async (customer: { id: string }) =>
    [...(await world.api('GET', `/invoices?customerId=${customer.id}`)).body.data].reverse();
  const settled = ({ state, outstanding }: Record<string, any>) => [state, outstanding.amount];

  test('PAY-2 the credit note of a run settles what is still owed', async () => {
    const customer = await world.customer();
    const contract = await world.contract(customer, await world.plan(quay), { startDay: '2026-03-01' });
    await world.issuedRun(quay, '2026-03-01');
    await world.freeze(contract, { fromDay: '2026-03-02' });
    await world.issuedRun(quay, '2026-03-01');
    const [first, note] = await invoicesOf(customer);
    expect(note).toMatchObject({ kind: 'creditNote', total: { amount: -13_819 } });
    expect(settled(first)).toEqual(['partlyPaid', 461]);
  });

  test('PAY-2 account credit is spent on the oldest invoice first', async () => {
    const customer = await world.customer();
    const other = (await world.charge(customer, quay)).invoiceId as string;
    const paid = (await world.charge(customer, quay)).invoiceId as string;
    const amount = { amount: 2380, currency: 'EUR' };
    await world.api('POST', '/payments', { invoiceId: paid, amount, method: 'cash' });
    await world.api('POST', `/invoices/${paid}/credit`, { reason: 'Not used' });
    expect(settled((await world.api('GET', `/invoices/${other}`)).body)).toEqual(['paid', 0]);
  });

  test('INV-1 an invoice of which every line is taken back is credited, also where it was paid', async () => {
    const customer = await world.customer();
    const { invoiceId } = await world.charge(customer, quay);
    const invoice = (await world.api('GET', `/invoices/${invoiceId}`)).body;
    await world.api('POST', '/payments', { invoiceId, amount: invoice.total, method: 'cash' });
    const part = [{ lineId: invoice.lines[0].id, amount: { amount: 500, currency: 'EUR' } }];
    await world.api('POST', `/invoices/${invoiceId}/credit`, { lines: part });
    expect((await world.api('GET', `/invoices/${invoiceId}`)).body.state).toBe('paid');
    await world.api('POST', `/invoices/${invoiceId}/credit`, {});
    expect(settled((await world.api('GET', `/invoices/${invoiceId}`)).body)).toEqual(['credited', 0]);
    const payments = (await world.api('GET', `/payments?customerId=${customer.id}`)).body.data;
    const left = payments.map(({ unallocated }: Record<string, any>) => unallocated.amount);
    expect(left.reduce((sum: number, one: number) => sum + one, 0)).toBe(2380);
  });

  test('INV-4 a document says where to pay, and a credit note what it corrects', async () => {
    const [{ id }] = (await world.api('GET', '/legal-entities')).body.data;
    const bankDetails = 'Hafenbank, IBAN DE89 3704 0044 0532 0130 00';
    await world.api('PATCH', `/legal-entities/${id}`, { bankDetails });
    const { invoiceId } = await world.charge(await world.customer(), quay);
    const invoice = (await world.api('GET', `/invoices/${invoiceId}`)).body;
    expect(invoice).toMatchObject({ seller: { bankDetails }, creditsInvoiceNumber: null });
    const note = (await world.api('POST', `/invoices/${invoiceId}/credit`, {})).body;
    expect(note.creditsInvoiceNumber).toBe(invoice.number);
  });

  test('INV-2 the numbers of a series never go back, by SQL neither', async () => {
    const write = (statement: string) =>
      world.shell.write(world.caller, ({ tx }) => sql.raw(statement).execute(tx));
    await expect(write('update invoice_series set last_number = 0')).rejects.toThrow('never go back');
    await expect(write('delete from invoice_series')).rejects.toThrow('never go back');
  });
});
