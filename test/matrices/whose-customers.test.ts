import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../support/builders/resources.ts';
import { type Answered, startWorld, type World } from '../support/world.ts';

/** A manager of one location who has the id of a customer of another: what may be done, and what is heard. */
let world: World;
let [quay, guest, plan, room, pass]: Built[] = [];
let asked: Record<string, (customerId: string) => [path: string, body: unknown]>;
let secret: string;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  const loft = await world.location({ name: 'Harbour Loft' });
  quay = await world.location({ name: 'Harbour Quay' });
  guest = await world.customer({ homeLocationId: loft.id });
  plan = await world.plan(quay as Built, {});
  room = await world.resource({ locationId: quay.id });
  pass = await world.pass({ locationId: quay.id });
  const key = { name: 'Manager', role: 'locationManager', locationId: quay.id };
  ({ body: { secret } } = await world.api('POST', '/api-keys', key));
  const locationId = quay.id;
  const at10 = { startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00' };
  asked = {
    contract: (customerId) =>
      ['/contracts', { customerId, planId: plan?.id, locationId, startDay: '2026-12-01' }],
    charge: (customerId) =>
      ['/charges', { customerId, locationId, text: 'Coffee', price: { amount: 300, currency: 'EUR' } }],
    benefit: (customerId) => [`/customers/${customerId}/benefits`, { passId: pass?.id }],
    suspension: (customerId) => [`/customers/${customerId}/suspensions`, { cause: 'manual' }],
    note: (customerId) => [`/customers/${customerId}/notes`, { text: 'Hm' }],
    archiving: (customerId) => [`/customers/${customerId}/archive`, {}],
    booking: (customerId) => ['/bookings', { customerId, resourceId: room?.id, ...at10 }],
  };
}, 60_000);
afterAll(() => world.stop());

async function manager(path: string, body: unknown): Promise<Pick<Answered, 'status' | 'body'>> {
  const answer = await fetch(`${world.address}/api/v1${path}`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
}

const nobody = 'cus_01jf2m3n4p5q6r7s8t9v0w1x2y';
const ask = (what: string, customerId: string) =>
  manager(...(asked[what]?.(customerId) as [string, unknown]));

/** Without what names the request. */
const said = ({ body: { requestId: _id, instance: _path, ...rest } }: Pick<Answered, 'body'>) => rest;

const heard = [
  ['contract', 422], ['charge', 422],
  ['benefit', 404], ['suspension', 404], ['note', 404], ['archiving', 404],
] as const;
test.each(heard)('API-1 SAF-2 a %s for whom one may not know of is %d', async (what, status) => {
  const [there, none] = [await ask(what, guest?.id ?? ''), await ask(what, nobody)];
  expect(there.status).toBe(status);
  expect(said(there)).toEqual(said(none));
});

test('SAF-2 at the desk a guest is booked for, and then known there: a contract can be made', async () => {
  expect((await ask('booking', guest?.id ?? '')).status).toBe(201);
  expect((await ask('contract', guest?.id ?? '')).status).toBe(201);
  expect((await ask('charge', guest?.id ?? '')).status).toBe(201);
  expect((await ask('suspension', guest?.id ?? '')).status).toBe(404);
});

test('CON-1 a contract starts 1,200 cycles ago at most: a 422 names the day and what to do', async () => {
  const daily = await world.plan(quay as Built, { cycle: { every: 1, unit: 'day' } });
  const contract = (startDay: string, planId = daily.id) => world.api('POST', '/contracts', {
    customerId: guest?.id, planId, locationId: quay?.id, startDay,
  });
  const refused = await contract('1900-01-01');
  const errors = [{ field: 'startDay', code: 'tooLongAgo' }];
  expect(refused).toMatchObject({ status: 422, body: { errors } });
  expect(refused.body.errors[0].detail).toContain('2023-08-19');
  expect((await contract('2023-08-18')).status).toBe(422);
  expect((await contract('2023-08-19')).status).toBe(201);
  expect((await contract('2000-02-29', plan?.id)).status).toBe(201);
});
