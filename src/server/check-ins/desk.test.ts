import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

/** What only the desk does: another pass than the first in order, and a day sold at the counter. */
let world: World;
let quay: Built;
let dayPass: Built;
let hours: Built;
let desk: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  dayPass = await world.pass({ name: 'Day pass', locationId: quay.id });
  hours = await world.pass({ name: 'Ten hours', kind: 'time', minutes: 600, locationId: quay.id });
  const key = await world.api('POST', '/api-keys', { name: 'Desk', role: 'frontDesk', locationId: quay.id });
  const headers = { authorization: `Bearer ${key.body.secret}` };
  desk = (method, path, body) => world.stranger(method, path, body, headers);
}, 60_000);
afterAll(() => world.stop());

const here = (customer: Built) => ({ customerId: customer.id, locationId: quay.id });
const sale = (more: Record<string, unknown> = {}) => ({
  passId: dayPass.id, locationId: quay.id, price: { amount: 2000, currency: 'EUR' }, ...more,
});

test('PAS-6 the desk chooses another pass than the first, and the ledger says so', async () => {
  const mira = await world.customer({ homeLocationId: quay.id });
  await world.gift(mira, dayPass);
  const other = await world.gift(mira, hours);
  const usable = await desk('GET', `/check-ins/passes?customerId=${mira.id}&locationId=${quay.id}`);
  expect(usable.body.data.map(({ name, left }: Built) => [name, left])).toEqual([
    ['Day pass', 0], ['Ten hours', 600],
  ]);
  const { status, body } = await desk('POST', '/check-ins', { ...here(mira), grantId: other.id });
  expect(status).toBe(201);
  expect(body.pass).toMatchObject({ name: 'Ten hours', because: ['chosen'] });
});

test('PAS-6 a pass that is not theirs, or is used up, cannot be chosen', async () => {
  const [mira, sam] = [await world.customer(), await world.customer()];
  const grant = await world.gift(sam, dayPass);
  const foreign = await desk('POST', '/check-ins', { ...here(mira), grantId: grant.id });
  expect(foreign.status).toBe(422);
  expect(foreign.body.errors[0].field).toBe('grantId');
  await world.gift(mira, hours);
  const spent = await world.gift(mira, dayPass);
  const path = `/customers/${mira.id}/benefits/${spent.id}/corrections`;
  await world.api('POST', path, { amount: -1, note: 'A mistake' });
  const refused = await desk('POST', '/check-ins', { ...here(mira), grantId: spent.id });
  expect(refused.status).toBe(403);
  expect(refused.body.decision.firstDenial).toBe('thing');
});

test('PAS-2 PER-3 the front desk sells a day in one step: charge, pass, invoice and check-in', async () => {
  const sam = await world.customer({ homeLocationId: quay.id });
  const { status, body } = await desk('POST', `/customers/${sam.id}/pass-sales`, sale({ checkIn: true }));
  expect(status).toBe(201);
  expect(body.checkIn).toMatchObject({ customerId: sam.id, passName: 'Day pass', endedAt: null });
  expect(body.invoiceId).toMatch(/^inv_/);
  const charges = await world.api('GET', `/charges?customerId=${sam.id}`);
  expect(charges.body.data).toMatchObject([
    { text: 'Day pass', source: { kind: 'pass', id: body.grantId }, state: 'invoiced' },
  ]);
  expect((await desk('POST', '/charges', {})).status).toBe(403);
  expect((await desk('POST', `/customers/${sam.id}/benefits`, { passId: dayPass.id })).status).toBe(403);
});

test('PAS-2 who is refused at the door has paid nothing and owns nothing', async () => {
  const sam = await world.customer({ homeLocationId: quay.id });
  await world.api('POST', `/customers/${sam.id}/suspensions`, { cause: 'manual', note: '' });
  const { status, body } = await desk('POST', `/customers/${sam.id}/pass-sales`, sale({ checkIn: true }));
  expect(status).toBe(403);
  expect(body.decision.firstDenial).toBe('suspension');
  expect((await world.api('GET', `/charges?customerId=${sam.id}`)).body.data).toEqual([]);
  expect((await world.api('GET', `/customers/${sam.id}/benefits`)).body.data).toEqual([]);
  expect((await world.api('GET', `/check-ins/refused?customerId=${sam.id}`)).body.data).toHaveLength(1);
});

test('PAS-2 a sale needs a price in the currency of the place', async () => {
  const sam = await world.customer();
  const sell = (price: object) => desk('POST', `/customers/${sam.id}/pass-sales`, sale({ price }));
  expect((await sell({ amount: 0, currency: 'EUR' })).status).toBe(422);
  expect((await sell({ amount: 2000, currency: 'GBP' })).body.code).toBe('currencyNotHere');
});
