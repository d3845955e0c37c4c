import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); });
afterAll(() => world.stop());

const path = (id: string, verb = '') => `/locations/${id}/portal-access${verb}`;
const schedule = async (id: string, sections: object, at: string) => {
  await world.api('PUT', path(id, '/draft'), { sections });
  return world.api('POST', path(id, '/publish'), { at });
};
const inForce = async (id: string, at: string) =>
  (await world.api('POST', '/access/decisions', {
    customerId: null, action: 'viewSection', target: 'events', locationId: id, at,
  })).body.allowed as boolean;

test('SEC-4 what waits for its time can be taken back, once, and stays in the list of versions', async () => {
  const quay = await world.location();
  await schedule(quay.id, { events: 'members' }, '2026-12-05T06:00:00+01:00');
  expect(await inForce(quay.id, '2026-12-06T06:00:00+01:00')).toBe(false);
  const gone = await world.api('POST', path(quay.id, '/withdraw'), { version: 1 });
  expect(gone).toMatchObject({
    status: 200,
    body: {
      scheduled: [], version: 1,
      versions: [{
        version: 1, state: 'withdrawn', withdrawnAt: '2026-12-01T08:00:00Z',
        changes: [{ section: 'events', from: null, to: 'members' }],
      }],
    },
  });
  expect(await inForce(quay.id, '2026-12-06T06:00:00+01:00')).toBe(true);
  const again = await world.api('POST', path(quay.id, '/withdraw'), { version: 1 });
  expect(again).toMatchObject({ status: 409, body: { code: 'notScheduled' } });
  const unknown = await world.api('POST', path(quay.id, '/withdraw'), { version: 7 });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'version' }] } });
  await world.api('PUT', path(quay.id), { sections: { faq: 'members' } });
  const live = await world.api('POST', path(quay.id, '/withdraw'), { version: 2 });
  expect(live).toMatchObject({ status: 409, body: { code: 'notScheduled' } });
  expect((await world.stranger('POST', path(quay.id, '/withdraw'), { version: 1 })).status).toBe(401);
});

test('SEC-4 what waits for its time can be given another time, or be published now', async () => {
  const quay = await world.location();
  await schedule(quay.id, { events: 'members' }, '2026-12-05T06:00:00+01:00');
  const moved = await world.api('POST', path(quay.id, '/reschedule'),
    { version: 1, at: '2026-12-08T06:00:00+01:00' });
  expect(moved).toMatchObject({
    status: 200,
    body: {
      version: 2, scheduled: [{ version: 2, inForceFrom: '2026-12-08T05:00:00Z', state: 'scheduled' }],
      versions: [{ version: 2 }, { version: 1, state: 'withdrawn' }],
    },
  });
  expect(await inForce(quay.id, '2026-12-07T06:00:00+01:00')).toBe(true);
  expect(await inForce(quay.id, '2026-12-08T06:00:00+01:00')).toBe(false);
  const past = await world.api('POST', path(quay.id, '/reschedule'),
    { version: 2, at: '2026-11-08T06:00:00+01:00' });
  expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'at' }] } });
  const now = await world.api('POST', path(quay.id, '/reschedule'), { version: 2 });
  expect(now.body).toMatchObject({
    version: 3, scheduled: [], sections: { events: 'members' },
    versions: [{ version: 3, state: 'inForce' }, { state: 'withdrawn' }, { state: 'withdrawn' }],
  });
});

test('ACC-5 levels for a time to come are counted then, with the bookings that stand', async () => {
  const quay = await world.location();
  const room = await world.resource({ locationId: quay.id });
  const sam = await world.customer({ homeLocationId: quay.id });
  await world.customer({ homeLocationId: quay.id });
  const later = await world.customer({ homeLocationId: quay.id });
  const plan = await world.plan(quay);
  await world.contract(later, plan, { startDay: '2026-12-10' });
  await world.booking({
    resourceId: room.id, customerId: sam.id,
    startAt: '2026-12-04T10:00:00+01:00', endAt: '2026-12-04T11:00:00+01:00',
  });
  const seen = async (at?: string) => {
    const { status, body } = await world.api('POST', path(quay.id, '/preview'),
      { sections: { bookings: 'members' }, ...(at && { at }) });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body.sections.find(({ section }: any) => section === 'bookings');
  };
  expect((await seen()).loses).toMatchObject({ count: 3, withBookings: 1 });
  const then = await seen('2026-12-11T06:00:00+01:00');
  expect(then.loses).toMatchObject({ count: 2, withBookings: 0 });
  await schedule(quay.id, { bookings: 'members' }, '2026-12-05T06:00:00+01:00');
  expect((await seen('2026-12-11T06:00:00+01:00')).loses).toMatchObject({ count: 0 });
  const instead = await world.api('POST', path(quay.id, '/preview'),
    { sections: { bookings: 'members' }, at: '2026-12-11T06:00:00+01:00', insteadOf: 1 });
  expect(instead.body.sections.find(({ section }: any) => section === 'bookings').loses.count).toBe(2);
  const past = await world.api('POST', path(quay.id, '/preview'),
    { sections: {}, at: '2026-11-11T06:00:00+01:00' });
  expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'at' }] } });
});
