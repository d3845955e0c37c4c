import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-01-31T09:00:00+01:00' });
  quay = await world.location();
});
afterAll(() => world.stop());

test('RUN-4 a contract says when it is billed next, alone, in lists and for its holder', async () => {
  const customer = await world.customer();
  const { id, nextInvoiceDay } = await world.contract(customer, await world.plan(quay), {
    startDay: '2026-01-31',
  });
  expect(nextInvoiceDay).toBe('2026-01-31');
  await world.issuedRun(quay, '2026-01-31');
  const said = async () => (await world.api('GET', `/contracts/${id}`)).body.nextInvoiceDay;
  expect(await said()).toBe('2026-02-28');
  const listed = (await world.api('GET', `/contracts?customerId=${customer.id}`)).body.data;
  expect(listed[0].nextInvoiceDay).toBe('2026-02-28');
  const own = await world.as(customer.id)('GET', `/contracts/${id}`);
  expect(own.body.nextInvoiceDay).toBe('2026-02-28');
  const ahead = (await world.api('GET', `/customers/${customer.id}/next-invoice`)).body;
  expect(ahead.day).toBe('2026-02-28');

  await world.freeze({ id }, { fromDay: '2026-02-28', untilDay: '2026-03-31' });
  expect(await said()).toBe('2026-03-31');
  await world.suspension(customer);
  expect(await said()).toBeNull();
});
