import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type BookingWorld, from10, startBookingWorld } from '../../../test/support/booking-world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';
import type { World } from '../../../test/support/world.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, parseInstant } from '../../domain/kernel/instant.ts';
import { callerOf, nobody } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import { createBooking } from './create-booking.ts';

let world: World;
let quay: Built;
let mira: Built;
let room: BookingWorld['room'];
let book: BookingWorld['book'];
beforeAll(async () => {
  ({ world, quay, mira, room, book } = await startBookingWorld());
});
afterAll(() => world.stop());

test('BKG-1 a booking is confirmed and answers what was promised', async () => {
  const atlas = await room();
  const { status, body } = await book(atlas);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    resourceId: atlas.id, resourceName: atlas.name, customerId: mira.id, customerName: 'Mira Kovač',
    locationId: quay.id, startAt: '2026-12-02T09:00:00Z', endAt: '2026-12-02T10:00:00Z', state: 'confirmed',
    via: 'api', price: { amount: 0, currency: 'EUR' }, override: null, units: [1], version: 1,
  });
  expect((await world.api('GET', `/bookings/${body.id}`)).body).toEqual(body);
});

test('BKG-1 an overlap is 409 with free times nearby; a booking right after it is not', async () => {
  const atlas = await room({ minutesMin: 30, stepMinutes: 30 });
  await book(atlas);
  const taken = await book(atlas, { startAt: at('10:30'), endAt: at('11:30') });
  expect(taken).toMatchObject({ status: 409, body: { code: 'slotTaken' } });
  expect(taken.body.alternatives).toMatchObject([
    { resourceId: atlas.id, startAt: '2026-12-02T08:00:00Z', endAt: '2026-12-02T09:00:00Z' },
    { startAt: '2026-12-02T10:00:00Z' }, { startAt: '2026-12-02T10:30:00Z' },
  ]);
  expect((await book(atlas, { startAt: at('11:00'), endAt: at('12:00') })).status).toBe(201);
  expect((await book(atlas, { startAt: at('09:00'), endAt: at('10:00') })).status).toBe(201);
});

test('BKG-1 buffers keep others out; what is linked is blocked too', async () => {
  const left = await room({ bufferAfterMinutes: 30 });
  const whole = await room({ linkedIds: [left.id] });
  await book(left);
  expect((await book(left, { startAt: at('11:15'), endAt: at('12:00') })).status).toBe(409);
  expect((await book(whole, { startAt: at('11:15'), endAt: at('12:00') })).status).toBe(409);
  expect((await book(whole, { startAt: at('11:30'), endAt: at('12:00') })).status).toBe(201);
  expect((await book(left, { startAt: at('11:30'), endAt: at('12:00') })).status).toBe(409);
});

test('BKG-1 a resource of three units is booked three times, and not a fourth', async () => {
  const desks = await room({ units: 3 });
  const made = await Promise.all([1, 2, 3, 4].map(() => book(desks)));
  expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
  const units = made.filter(({ status }) => status === 201).flatMap(({ body }) => body.units);
  expect(units.sort()).toEqual([1, 2, 3]);
});

test('BKG-6 a time without an offset is refused by field', async () => {
  const atlas = await room();
  const answer = await book(atlas, { startAt: '2026-12-02T10:00:00', endAt: at('11:00') });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'startAt' }] } });
  const order = await book(atlas, { startAt: at('11:00'), endAt: at('10:00') });
  expect(order).toMatchObject({ status: 422, body: { errors: [{ field: 'endAt' }] } });
});

test('BKA-1 what is refused is 403 with every layer and the first that denied', async () => {
  const atlas = await room({ audience: { level: 'members' } });
  const { status, body } = await book(atlas);
  expect(status).toBe(403);
  expect(body.code).toBe('notAllowed');
  expect(body.decision).toMatchObject({
    allowed: false, action: 'book', target: atlas.id, subject: mira.id, firstDenial: 'standing',
    during: { startAt: '2026-12-02T09:00:00Z', endAt: '2026-12-02T10:00:00Z' },
  });
  expect(body.decision.layers.map(({ layer }: { layer: string }) => layer)).toEqual([
    'portalAccess', 'standing', 'suspension', 'freeze', 'plan', 'thing', 'schedule', 'rules', 'time',
  ]);
});

test.each([
  [
    'in the past',
    { startAt: at('08:00', '2026-12-01'), endAt: at('08:30', '2026-12-01') },
    'time',
    'inThePast',
  ],
  ['too short', { endAt: at('10:15') }, 'rules', 'tooShort'],
  ['too long', { endAt: at('15:00') }, 'rules', 'tooLong'],
  ['too soon', { startAt: at('09:30', '2026-12-01'), endAt: at('10:30', '2026-12-01') }, 'time', 'tooSoon'],
  [
    'too far ahead',
    { startAt: at('10:00', '2026-12-16'), endAt: at('11:00', '2026-12-16') },
    'time',
    'tooFarAhead',
  ],
  ['closed', { startAt: at('07:00'), endAt: at('08:30') }, 'schedule', 'closed'],
])('BKA-1 limits of the resource: %s', async (_what, when, layer, code) => {
  const daily = [{ fromMinute: 480, untilMinute: 1080 }];
  const atlas = await room({
    minutesMin: 30,
    minutesMax: 240,
    noticeMinutesMin: 60,
    horizonDays: 14,
    hours: { 1: daily, 2: daily, 3: daily, 4: daily, 5: daily, 6: daily, 7: daily },
  });
  const { status, body } = await book(atlas, when);
  expect(status).toBe(403);
  expect(body.decision.firstDenial).toBe(layer);
  expect(body.decision.layers.find(({ outcome }: { outcome: string }) => outcome === 'deny').code).toBe(code);
});

test('BKA-1 opening hours and closures of the location hold', async () => {
  const daily = [{ fromMinute: 540, untilMinute: 1020 }];
  const loft = await world.location({ openingHours: { 1: daily, 2: daily, 3: daily, 4: daily, 5: daily } });
  const atlas = await room({ locationId: loft.id });
  await world.api('POST', `/locations/${loft.id}/closures`, { reason: 'Repairs', startDay: '2026-12-03' });
  const on = async (day: string, start = '10:00', end = '11:00') =>
    (await book(atlas, { startAt: at(start, day), endAt: at(end, day) })).body;
  expect((await on('2026-12-02', '16:30', '17:30')).decision.firstDenial).toBe('schedule');
  expect((await on('2026-12-05')).decision.layers[6].code).toBe('closed');
  expect((await on('2026-12-03')).decision.layers[6]).toMatchObject({
    code: 'closure',
    facts: { reason: 'Repairs' },
  });
  expect((await on('2026-12-04')).state).toBe('confirmed');
});

test('BKA-3 staff book anyway with a reason, which is recorded; overlaps they cannot', async () => {
  const atlas = await room({ audience: { level: 'members' }, minutesMin: 60 });
  const override = { reason: 'Guest of the house' };
  const { status, body } = await book(atlas, { endAt: at('10:30'), override });
  expect(status).toBe(201);
  expect(body.override).toMatchObject({
    reason: 'Guest of the house',
    layers: [
      { layer: 'standing', code: 'membersOnly' },
      { layer: 'rules', code: 'tooShort' },
    ],
  });
  expect((await book(atlas, { override })).status).toBe(409);
  const free = await book(await room(), { override });
  expect(free.body.override).toBeNull();
});

test('BKA-4 a contract that has begun by then counts, one frozen in any part of it does not', async () => {
  const leo = await world.customer({ homeLocationId: quay.id });
  const plan = await world.plan(quay);
  const contract = await world.contract(leo, plan, { startDay: '2026-12-10' });
  await world.freeze(contract, { fromDay: '2026-12-20', untilDay: '2026-12-22' });
  const atlas = await room({ audience: { level: 'plans', planIds: [plan.id] } });
  const on = async (day: string) =>
    (await book(atlas, { customerId: leo.id, startAt: at('10:00', day), endAt: at('11:00', day) })).body;
  expect((await on('2026-12-09')).decision.firstDenial).toBe('plan');
  expect((await on('2026-12-10')).state).toBe('confirmed');
  const frozen = (await on('2026-12-21')).decision;
  expect(frozen).toMatchObject({ firstDenial: 'freeze', allowedFrom: '2026-12-09T23:00:00Z' });
  expect((await on('2026-12-22')).state).toBe('confirmed');
});

test('SAF-2 customers see and touch their own bookings, and hear 404 of all others', async () => {
  const ana = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const atlas = await room();
  const made = (await book(atlas)).body;
  const asAna = world.as(ana.id);
  expect((await asAna('GET', `/bookings/${made.id}`)).status).toBe(404);
  expect((await asAna('POST', `/bookings/${made.id}/cancel`)).status).toBe(404);
  expect((await asAna('GET', `/bookings?customerId=${mira.id}`)).status).toBe(404);
  expect((await asAna('GET', '/bookings')).body.data).toEqual([]);
  const foreign = await asAna('POST', '/bookings', {
    resourceId: atlas.id,
    customerId: mira.id,
    startAt: at('14:00'),
    endAt: at('15:00'),
  });
  expect(foreign.status).toBe(404);
  expect(
    (await asAna('POST', '/bookings', { resourceId: 'res_01jf2m3n4p5q6r7s8t9v0w1x2y', ...from10 })).status,
  ).toBe(404);
  expect((await world.as(mira.id)('GET', '/bookings')).body.data.map(({ id }: Built) => id)).toContain(
    made.id,
  );
  expect((await world.stranger('POST', '/bookings', { resourceId: atlas.id, ...from10 })).status).toBe(401);
});

test('BKA-1 via the portal asks for signing in and for its sections, the desk does not', async () => {
  const tom = await world.customer({ homeLocationId: quay.id, portalAccess: false });
  const atlas = await room();
  const portal = await book(atlas, { customerId: tom.id, via: 'portal' });
  expect(portal).toMatchObject({
    status: 403,
    body: { decision: { firstDenial: 'portalAccess', via: 'portal' } },
  });
  expect((await book(atlas, { customerId: tom.id, via: 'desk' })).body).toMatchObject({
    state: 'confirmed',
    via: 'desk',
  });
});

test('BKA-1 who is staff elsewhere only asks as a customer here, whatever they say', async () => {
  const loft = await world.location({ name: 'Harbour Loft' });
  const [atlas, there] = [await room(), await world.resource({ locationId: loft.id })];
  const tom = await world.customer({ homeLocationId: quay.id, portalAccess: false });
  const both = callerOf({
    ...nobody, kind: 'admin', adminId: 'adm_tom' as Id<'adm'>, customerId: tom.id as Id<'cus'>,
    may: (_permission, locationId) => locationId === null || locationId === loft.id,
    locationsWith: () => new Set([loft.id as Id<'loc'>]),
  }, null);
  const bookAt = (resource: Built) => createBooking(world.shell, both, {
    replayed: false,
    wished: {
      resourceId: resource.id as Id<'res'>, via: 'desk',
      startAt: parseInstant(from10.startAt) as Instant, endAt: parseInstant(from10.endAt) as Instant,
    },
  });
  const refused = await bookAt(atlas).catch((problem: Problem) => problem);
  expect(refused instanceof Problem && refused.more.refused?.decision.via).toBe('portal');
  expect(await bookAt(there)).toMatchObject({ state: 'confirmed', via: 'desk' });
});

test('BKG-5 staff block time without a customer', async () => {
  const atlas = await room();
  const blocked = await book(atlas, { customerId: null, note: 'Projector service' });
  expect(blocked).toMatchObject({
    status: 201,
    body: { customerId: null, price: null, note: 'Projector service' },
  });
  expect((await book(atlas)).status).toBe(409);
  const nobody = await world.api('POST', '/bookings', { resourceId: atlas.id, ...from10 });
  expect(nobody).toMatchObject({ status: 422, body: { errors: [{ field: 'customerId', code: 'missing' }] } });
});

test('API-1 the same idempotency key books once and answers the same', async () => {
  const atlas = await room();
  const key = { 'idempotency-key': 'once' };
  const body = { resourceId: atlas.id, customerId: mira.id, ...from10 };
  const first = await world.api('POST', '/bookings', body, key);
  const again = await world.api('POST', '/bookings', body, key);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect((await world.api('GET', `/bookings?resourceId=${atlas.id}`)).body.data).toHaveLength(1);
});

test('ACC-1 nobody is asked about more than 400 days at once', async () => {
  const atlas = await room();
  const during = { startAt: '2026-12-02T09:00:00Z', endAt: '2028-12-02T09:00:00Z' };
  const wrong = { status: 422, body: { errors: [{ field: 'endAt' }] } };
  expect(await book(atlas, during)).toMatchObject(wrong);
  const { body } = await book(atlas);
  expect(await world.api('POST', `/bookings/${body.id}/change`, during)).toMatchObject(wrong);
  const question = { customerId: mira.id, action: 'book', target: atlas.id, locationId: quay.id, during };
  expect(await world.api('POST', '/access/decisions', question))
    .toMatchObject({ status: 422, body: { errors: [{ field: 'during.endAt' }] } });
});
