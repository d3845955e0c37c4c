import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Built;
let mill: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location();
  mill = await world.location({ currency: 'GBP', timeZone: 'Europe/London' });
});
afterAll(() => world.stop());

const pounds = { amount: 2500, currency: 'GBP' };
const rate = (fields: Record<string, unknown>) =>
  world.api('POST', '/rates', { price: { amount: 3000, currency: 'EUR' }, ...fields });

test('RAT-1 a price is in a currency of the places where it is asked', async () => {
  const type = await world.resourceType();
  const atlas = await world.resource({ locationId: quay.id, typeId: type.id });
  const statuses = async (...wished: Record<string, unknown>[]) =>
    (await Promise.all(wished.map(rate))).map(({ status }) => status);
  expect(await statuses({ typeId: type.id }, { typeId: type.id, price: pounds })).toEqual([201, 201]);
  expect(await statuses({ typeId: type.id, price: { amount: 1, currency: 'USD' } })).toEqual([422]);
  expect(await statuses({ typeId: type.id, locationId: mill.id })).toEqual([422]);
  expect(await statuses({ typeId: type.id, locationId: mill.id, price: pounds })).toEqual([201]);
  expect((await rate({ resourceId: atlas.id, price: pounds })).body.errors).toMatchObject([
    { field: 'price', code: 'notValid' },
  ]);
  const { body: own } = await rate({ resourceId: atlas.id });
  expect((await world.api('PATCH', `/rates/${own.id}`, { price: pounds })).status).toBe(422);
});

test('RAT-1 of two currencies each location asks in its own', async () => {
  const type = await world.resourceType();
  await rate({ typeId: type.id });
  await rate({ typeId: type.id, price: pounds });
  const cus = await world.customer();
  const priceAt = async (place: Built) => {
    const room = await world.resource({ locationId: place.id, typeId: type.id });
    const { body } = await world.api('POST', '/bookings/quote', {
      resourceId: room.id, customerId: cus.id,
      startAt: '2026-12-02T10:00:00Z', endAt: '2026-12-02T11:00:00Z',
    });
    return body.price;
  };
  expect(await priceAt(quay)).toEqual({ amount: 3000, currency: 'EUR' });
  expect(await priceAt(mill)).toEqual(pounds);
});

test('VIS-2 an audience names plans that exist', async () => {
  const audience = { level: 'plans', planIds: ['pla_01jf2m3n4p5q6r7s8t9v0w1x2y'] };
  const type = await world.resourceType();
  const named = { locationId: quay.id, name: 'Atlas', typeId: type.id };
  const atlas = await world.resource({ locationId: quay.id });
  const pass = await world.pass();
  const answers = [
    await rate({ resourceId: atlas.id, audience }),
    await world.api('POST', '/resources', { ...named, audience }),
    await world.api('PATCH', `/resources/${atlas.id}`, { audience }),
    await world.api('POST', '/passes', { name: 'Day', audience }),
    await world.api('PATCH', `/passes/${pass.id}`, { audience }),
  ];
  for (const { status, body } of answers) {
    expect([status, body.errors?.[0].field]).toEqual([422, 'audience.planIds']);
  }
});

test('API-1 many edits at once go one after the other, and one that expects a version is told', async () => {
  const atlas = await world.resource({ locationId: quay.id });
  const { body: own } = await rate({ resourceId: atlas.id });
  const type = await world.resourceType();
  const pass = await world.pass();
  for (const [path, edit] of [
    [`/rates/${own.id}`, { price: { amount: 3100, currency: 'EUR' } }],
    [`/resources/${atlas.id}`, { capacity: 4 }],
    [`/resource-types/${type.id}`, { description: 'Rooms' }], [`/passes/${pass.id}`, { usePriority: 'low' }],
  ] as const) {
    const many = (headers: Record<string, string>) => Promise.all(Array.from({ length: 6 }, async () =>
      (await world.api('PATCH', path, edit, headers)).status));
    const once = (await many({ 'if-match': '"1"' })).sort();
    expect([path, ...once]).toEqual([path, 200, 412, 412, 412, 412, 412]);
    expect(new Set(await many({}))).toEqual(new Set([200]));
  }
});
