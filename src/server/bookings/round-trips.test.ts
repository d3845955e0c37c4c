import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { from10, type BookingWorld, at, startBookingWorld } from '../../../test/support/booking-world.ts';
import { NamedClient } from '../platform/database/named-client.ts';

let here: BookingWorld;
let member: { id: string };
let key: string;
const sent = vi.spyOn(NamedClient.prototype, 'query');
beforeAll(async () => {
  here = await startBookingWorld();
  const { world, quay } = here;
  member = await world.customer({ homeLocationId: quay.id });
  await world.contract(member, await world.plan(quay), { locationId: quay.id, startDay: '2026-11-01' });
  key = (await world.api('POST', '/api-keys', { name: 'Till', role: 'owner' })).body.secret;
});
afterAll(() => here.world.stop());

const headers = (more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more });

test('BKG-1 a member’s booking is three round trips, with its charge, audit, letter and key', async () => {
  const { world, room } = here;
  const pier = await room();
  await world.rate({ typeId: pier.typeId });
  const wish = { resourceId: pier.id, customerId: member.id };
  await world.stranger('POST', '/bookings', { ...wish, ...from10 }, headers());
  sent.mockClear();
  const next = { ...wish, startAt: at('11:00'), endAt: at('12:00') };
  const withKey = headers({ 'idempotency-key': 'k' });
  const { status, body } = await world.stranger('POST', '/bookings', next, withKey);
  expect([status, body.chargeId !== null]).toEqual([201, true]);
  expect(sent).toHaveBeenCalledTimes(3);
  const again = await world.stranger('POST', '/bookings', next, withKey);
  expect([again.status, again.body]).toEqual([201, body]);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('BKG-1 R18 a time that is taken is refused in two, with free times, and kept in a third', async () => {
  const pier = await here.room();
  const wish = { resourceId: pier.id, customerId: member.id, ...from10 };
  await here.world.stranger('POST', '/bookings', wish, headers());
  sent.mockClear();
  const { status, body } = await here.world.stranger('POST', '/bookings', wish, headers());
  expect([status, body.code, body.alternatives.length]).toEqual([409, 'slotTaken', 3]);
  expect(sent).toHaveBeenCalledTimes(3);
});
