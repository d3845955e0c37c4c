import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: { id: string };
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
});
afterAll(() => world.stop());

test('RES-1 a resource needs only name, type and location; the rest has a first value', async () => {
  const type = await world.resourceType({ name: 'Meeting rooms' });
  const { status, body } = await world.api('POST', '/resources', {
    name: 'Atlas',
    typeId: type.id,
    locationId: quay.id,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: 'Atlas',
    typeId: type.id,
    typeName: 'Meeting rooms',
    locationId: quay.id,
    hours: null,
    state: 'active',
    bufferBeforeMinutes: 0,
    minutesMin: 15,
    minutesMax: null,
    stepMinutes: 15,
    noticeMinutesMin: 0,
    horizonDays: null,
    audience: { level: 'public' },
    units: 1,
    visible: true,
    needsApproval: false,
    linkedIds: [],
    version: 1,
  });
  expect((await world.api('GET', `/resources/${body.id}`)).body).toEqual(body);
});

test('RES-1 what is missing or does not fit together is named by field', async () => {
  const type = await world.resourceType();
  const missing = await world.api('POST', '/resources', { name: '', typeId: type.id });
  expect(missing.status).toBe(422);
  expect(missing.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'locationId',
    'name',
  ]);
  const order = await world.api('POST', '/resources',
    { name: 'A', typeId: type.id, locationId: quay.id, minutesMin: 60, minutesMax: 30 });
  expect(order).toMatchObject({ status: 422, body: { errors: [{ field: 'minutesMax' }] } });
  const unknown = await world.api('POST', '/resources',
    { name: 'A', typeId: 'rty_01jf2m3n4p5q6r7s8t9v0w1x2y', locationId: quay.id });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'typeId', code: 'unknown' }] } });
});

test('RES-1 two resources of a location do not share a name, while both are in use', async () => {
  const atlas = await world.resource({ locationId: quay.id, name: 'Twice' });
  const again = await world.api('POST', '/resources', {
    name: 'twice',
    typeId: atlas.typeId,
    locationId: quay.id,
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'nameTaken', errors: [{ field: 'name' }] } });
  await world.api('POST', `/resources/${atlas.id}/archive`);
  expect(
    (await world.api('POST', '/resources', { name: 'Twice', typeId: atlas.typeId, locationId: quay.id }))
      .status,
  ).toBe(201);
});

test('RES-1 a resource is changed in part, and not over a version nobody has seen', async () => {
  const atlas = await world.resource({ locationId: quay.id });
  const changed = await world.api(
    'PATCH',
    `/resources/${atlas.id}`,
    { capacity: 10, hours: { 1: [{ fromMinute: 540, untilMinute: 1020 }] } },
    { 'if-match': '"1"' },
  );
  expect(changed).toMatchObject({ status: 200, body: { capacity: 10, name: atlas.name, version: 2 } });
  expect(changed.body.hours['1']).toEqual([{ fromMinute: 540, untilMinute: 1020 }]);
  const stale = await world.api('PATCH', `/resources/${atlas.id}`, { capacity: 11 }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
});

test('RES-1 links go both ways', async () => {
  const left = await world.resource({ locationId: quay.id });
  const right = await world.resource({ locationId: quay.id });
  const whole = await world.resource({ locationId: quay.id, linkedIds: [left.id, right.id] });
  expect(whole.linkedIds.sort()).toEqual([left.id, right.id].sort());
  expect((await world.api('GET', `/resources/${left.id}`)).body.linkedIds).toEqual([whole.id]);
  const itself = await world.api('PATCH', `/resources/${left.id}`, { linkedIds: [left.id] });
  expect(itself).toMatchObject({ status: 422, body: { errors: [{ field: 'linkedIds' }] } });
});

test('RES-1 lists are in the order of the operator, page by page', async () => {
  const place = await world.location();
  const type = await world.resourceType();
  for (const [name, sortOrder] of [['C', 1], ['A', 2], ['B', 1]] as const) {
    await world.resource({ locationId: place.id, typeId: type.id, name, sortOrder });
  }
  const first = await world.api('GET', `/resources?locationId=${place.id}&limit=2`);
  expect(first.body.data.map(({ name }: { name: string }) => name)).toEqual(['B', 'C']);
  const second = await world.api(
    'GET',
    `/resources?locationId=${place.id}&limit=2&cursor=${first.body.nextCursor}`,
  );
  expect(second.body.data.map(({ name }: { name: string }) => name)).toEqual(['A']);
  expect(second.body.nextCursor).toBeNull();
});

test('RES-1 paused and archived are states that are taken back', async () => {
  const atlas = await world.resource({ locationId: quay.id });
  expect((await world.api('POST', `/resources/${atlas.id}/pause`)).body.state).toBe('paused');
  expect((await world.api('POST', `/resources/${atlas.id}/archive`)).body.state).toBe('archived');
  const listed = await world.api('GET', `/resources?locationId=${quay.id}&limit=200`);
  expect(listed.body.data.map(({ id }: { id: string }) => id)).not.toContain(atlas.id);
  expect((await world.api('POST', `/resources/${atlas.id}/resume`)).body.state).toBe('active');
});

test('RES-1 a type with resources cannot be put away', async () => {
  const atlas = await world.resource({ locationId: quay.id });
  expect(await world.api('POST', `/resource-types/${atlas.typeId}/archive`)).toMatchObject({
    status: 409,
    body: { code: 'typeInUse' },
  });
  await world.api('POST', `/resources/${atlas.id}/archive`);
  expect((await world.api('POST', `/resource-types/${atlas.typeId}/archive`)).status).toBe(200);
});

test('RAT-1 a rate needs a price and what it is for', async () => {
  const type = await world.resourceType();
  const made = await world.api('POST', '/rates', {
    typeId: type.id,
    price: { amount: 3000, currency: 'EUR' },
  });
  expect(made).toMatchObject({ status: 201, body: {
    typeId: type.id, resourceId: null, unit: 'hour', price: { amount: 3000, currency: 'EUR' }, cap: null,
    audience: { level: 'public' }, isDefault: false, version: 1,
  } });
  const neither = await world.api('POST', '/rates', { price: { amount: 3000, currency: 'EUR' } });
  expect(neither).toMatchObject({ status: 422, body: { errors: [{ field: 'typeId' }] } });
  const mixed = await world.api('POST', '/rates',
    { typeId: type.id, price: { amount: 1, currency: 'EUR' }, cap: { amount: 1, currency: 'GBP' } });
  expect(mixed).toMatchObject({ status: 422, body: { errors: [{ field: 'cap' }] } });
});

test('RAT-1 a rate changes from a time on, and can be asked about before and after', async () => {
  const type = await world.resourceType();
  const rate = await world.rate({ typeId: type.id });
  const change = await world.api('PATCH', `/rates/${rate.id}`,
    { price: { amount: 3500, currency: 'EUR' }, inForceFrom: '2026-12-10T00:00:00+01:00' });
  expect(change).toMatchObject({ status: 200, body: { price: { amount: 3000 }, version: 2 } });
  const then = await world.api('GET', `/rates?typeId=${type.id}&at=2026-12-10T12:00:00Z`);
  expect(then.body.data).toMatchObject([{ id: rate.id, price: { amount: 3500 } }]);
  await world.api('POST', `/rates/${rate.id}/end`, { at: '2026-12-20T00:00:00+01:00' });
  expect((await world.api('GET', `/rates?typeId=${type.id}&at=2026-12-20T12:00:00Z`)).body.data).toEqual([]);
});

test('SAF-2 customers see what they may book, and change nothing', async () => {
  const place = await world.location();
  const atlas = await world.resource({ locationId: place.id });
  const hidden = await world.resource({ locationId: place.id, visible: false });
  const { id } = await world.customer({ homeLocationId: place.id, portalAccess: true });
  const customer = world.as(id);
  const seen = await customer('GET', `/resources?locationId=${place.id}`);
  expect(seen.body.data.map((one: { id: string }) => one.id)).toEqual([atlas.id]);
  expect((await customer('GET', `/resources/${hidden.id}`)).status).toBe(404);
  expect((await customer('PATCH', `/resources/${atlas.id}`, { capacity: 2 })).status).toBe(403);
  expect((await world.stranger('GET', `/resources/${atlas.id}`)).status).toBe(401);
});
