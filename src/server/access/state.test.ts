import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: any;
let mill: any;
let plan: any;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-20T09:00:00+01:00' });
  quay = await world.location({ timeZone: 'Europe/Berlin' });
  mill = await world.location({ timeZone: 'Europe/London' });
  plan = await world.plan(quay);
});
afterAll(() => world.stop());

let count = 0;
async function customer(more: Record<string, unknown> = {}): Promise<any> {
  count += 1;
  const { body } = await world.api('POST', '/customers', {
    name: `Somebody ${count}`, email: `state${count}@mail.example`, ...more,
  });
  return body;
}
const state = async ({ id }: any, query = '') =>
  (await world.api('GET', `/customers/${id}/state${query}`)).body;

test('MEM-4 without a location, who is at home in the network is entitled where plans are', async () => {
  const person = await customer();
  await world.contract(person, plan, { startDay: '2026-11-01' });
  expect(await state(person)).toMatchObject({
    standing: 'member', entitled: true, locationId: null, entitledAt: [quay.id],
  });
  expect(await state(person, `?locationId=${mill.id}`)).toMatchObject({
    standing: 'member', entitled: false, locationId: mill.id, entitledAt: [],
  });
});

test('MEM-4 asked without a location, whoever is at home at one is judged there', async () => {
  const person = await customer({ homeLocationId: mill.id });
  await world.contract(person, plan, { startDay: '2026-11-01' });
  expect(await state(person)).toMatchObject({ entitled: false, locationId: mill.id });
});

test('MEM-2 a contract that began before its customer was entered counts from its first day', async () => {
  const person = await customer({ homeLocationId: quay.id });
  await world.contract(person, plan, { startDay: '2026-10-01' });
  const ask = { customerId: person.id, locationId: quay.id, action: 'viewSection', target: 'directory' };
  const at = async (instant: string) =>
    (await world.api('POST', '/access/decisions', { ...ask, at: instant })).body.allowed;
  expect([await at('2026-09-30T21:59:59Z'), await at('2026-09-30T22:00:00Z')]).toEqual([false, true]);
  expect((await state(person, '?at=2026-10-15T12:00:00Z')).portalAccess).toBe(true);
});

test('MEM-5 being entered is no change of portal access; taking it away is', async () => {
  const person = await customer({ homeLocationId: quay.id });
  const kinds = async () => (await world.api('GET', `/customers/${person.id}/timeline`)).body.data
    .map(({ kind, to }: any) => [kind, to]);
  expect(await kinds()).toEqual([]);
  await world.clockTo('2026-11-20T10:00:00+01:00');
  await world.api('PATCH', `/customers/${person.id}`, { portalAccess: false });
  expect(await kinds()).toEqual([['portalAccess', false]]);
});

test('ACC-1 a thing of a kind that nothing is kept of is unknown', async () => {
  const person = await customer();
  const ask = { customerId: person.id, locationId: quay.id };
  for (const [action, target] of [['buy', 'prd_x'], ['viewItem', 'evt_x'], ['viewItem', 'art_x']]) {
    expect((await world.api('POST', '/access/decisions', { ...ask, action, target })).status).toBe(404);
  }
});

test('MEM-3 what is charged, bought and given by hand makes nobody a member', async () => {
  const person = await customer({ homeLocationId: quay.id });
  const charged = await world.api('POST', '/charges', {
    customerId: person.id, locationId: quay.id, text: 'Locker, each month',
    price: { amount: 2500, currency: 'EUR' },
  });
  expect(charged.status).toBe(201);
  await world.gift(person, await world.pass());
  expect(await state(person)).toMatchObject({ standing: 'contact', entitled: false, contracts: [] });
  expect(await state(person, '?at=2027-11-20T09:00:00Z')).toMatchObject({ standing: 'contact' });
});
