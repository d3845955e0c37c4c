import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let plan: { id: string };
const held: Record<string, { id: string; customerId: string }> = {};

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-10T09:00:00+01:00' });
  const quay = await world.location({ name: 'Harbour Quay', timeZone: 'Europe/Berlin', currency: 'EUR' });
  plan = await world.plan(quay, { name: 'Hot Desk 10', price: { amount: 12_000, currency: 'EUR' } });
  const contract = async (name: string, fields: Record<string, unknown>) => {
    const customer = await world.customer({ name, homeLocationId: quay.id });
    const { id } = await world.contract(customer, plan, fields);
    held[name] = { id, customerId: customer.id };
  };
  await contract('running', { startDay: '2026-11-01' });
  await contract('two', { startDay: '2026-12-15', quantity: 2 });
  await contract('own price', { startDay: '2026-11-01', price: { amount: 9000, currency: 'EUR' } });
  await contract('ended', { startDay: '2026-10-01' });
  await world.api('POST', `/contracts/${held.ended?.id}/cancel`, { lastDay: '2026-12-05' });
});
afterAll(() => world.stop());

const keep = (preview: boolean) => world.api('POST', `/plans/${plan.id}/keep-prices`, { preview });
const priceOn = async (name: string, at: string) =>
  (await world.api('GET', `/contracts/${held[name]?.id}?at=${encodeURIComponent(at)}`)).body.price.amount;

test('CON-1 a preview counts the contracts that follow the price of a plan, and changes none', async () => {
  const { status, body } = await keep(true);
  expect([status, body]).toEqual([
    200,
    {
      preview: true,
      contracts: 2,
      units: [{ currency: 'EUR', quantity: 3, price: { amount: 12_000, currency: 'EUR' } }],
    },
  ]);
  expect((await keep(true)).body).toEqual(body);
});

test('CON-1 prices kept, a new one is for new contracts alone; what has its own keeps it', async () => {
  expect((await keep(false)).body).toMatchObject({ preview: false, contracts: 2 });
  await world.api('PATCH', `/plans/${plan.id}`, { price: { amount: 15_000, currency: 'EUR' } });
  expect(await priceOn('running', '2027-01-01T12:00:00+01:00')).toBe(12_000);
  expect(await priceOn('two', '2027-01-15T12:00:00+01:00')).toBe(12_000);
  expect(await priceOn('own price', '2027-01-01T12:00:00+01:00')).toBe(9000);
  expect((await keep(true)).body.contracts).toBe(0);
});

test('CON-1 a contract whose price was kept is billed with it in its next cycle', async () => {
  await world.clockTo('2027-01-01T09:00:00+01:00');
  const { body } = await world.api('GET', `/customers/${held.running?.customerId}/next-invoice`);
  const [invoice] = body.invoices;
  const january = invoice.lines.find(({ startDay }: { startDay: string }) => startDay === '2027-01-01');
  expect(january.amount.amount).toBe(12_000);
});
