import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Built;
let mill: Built;
let deskKey: Record<string, string>;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Quay', settings: { capacity: 80 } });
  mill = await world.location({ name: 'Mill', timeZone: 'Europe/London', currency: 'GBP' });
  const pass = await world.pass({ name: 'Day pass', locationId: quay.id });
  const plan = await world.plan(quay, { name: 'Hot Desk' });
  for (const name of ['Mira', 'Sam']) {
    const customer = await world.customer({ name, homeLocationId: quay.id });
    await world.gift(customer, pass);
    await world.api('POST', '/check-ins', { customerId: customer.id, locationId: quay.id, source: 'desk' });
    const price = { amount: 1000, currency: 'EUR' };
    const owed = { customerId: customer.id, locationId: quay.id, text: 'A day', price, invoice: 'now' };
    await world.api('POST', '/charges', owed);
    const contract = await world.contract(customer, plan, { startDay: '2026-11-01' });
    if (name === 'Sam')
      await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-20' });
  }
  const [sam] = (await world.api('GET', '/check-ins?open=true')).body.data;
  await world.api('POST', `/check-ins/${sam.id}/check-out`, {});
  const key = { name: 'Desk', role: 'frontDesk', locationId: mill.id };
  deskKey = { authorization: `Bearer ${(await world.api('POST', '/api-keys', key)).body.secret}` };
}, 60_000);
afterAll(() => world.stop());

test('CHK-6 who is inside is counted with the capacity and who has arrived today', async () => {
  const { status, body } = await world.api('GET', `/reports/now?locationId=${quay.id}`);
  expect(status).toBe(200);
  expect(body.occupancy).toEqual({
    inside: 1, arrivedToday: 2, places: [{ locationId: quay.id, inside: 1, capacity: 80 }],
  });
  expect((await world.api('GET', `/reports/now?locationId=${mill.id}`)).body.occupancy.inside).toBe(0);
});

test('INV-1 what is owed and what is overdue are counted, by currency', async () => {
  const now = async () => (await world.api('GET', '/reports/now')).body;
  const before = await now();
  expect(before.invoices).toMatchObject({ open: 2, overdue: 0 });
  expect(before.invoices.outstanding).toMatchObject([{ currency: 'EUR' }]);
  expect(before.contracts).toEqual({ ending: 1, frozen: 0 });
  await world.clockTo('2027-01-15T09:00:00+01:00');
  expect((await now()).invoices.overdue).toBe(2);
});

test('PER-3 each part only where one may see it, and no other location at all', async () => {
  const mine = await world.stranger('GET', '/reports/now', undefined, deskKey);
  expect(mine.body.occupancy.places.map(({ locationId }: Built) => locationId)).toEqual([mill.id]);
  expect(mine.body.invoices).toEqual({ open: 0, overdue: 0, outstanding: [] });
  const other = await world.stranger('GET', `/reports/now?locationId=${quay.id}`, undefined, deskKey);
  expect(other.status).toBe(404);
});
