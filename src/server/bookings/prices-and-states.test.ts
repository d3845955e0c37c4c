import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type BookingWorld, from10, startBookingWorld } from '../../../test/support/booking-world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';
import type { World } from '../../../test/support/world.ts';

let world: World;
let quay: Built;
let mira: Built;
let room: BookingWorld['room'];
let book: BookingWorld['book'];
beforeAll(async () => {
  ({ world, quay, mira, room, book } = await startBookingWorld());
});
afterAll(() => world.stop());

test('MEM-8 the member price is for whom a contract entitles, others pay the standard price', async () => {
  const leo = await world.customer({ homeLocationId: quay.id });
  const ana = await world.customer({ homeLocationId: quay.id });
  await world.contract(leo, await world.plan(quay));
  const atlas = await room();
  await world.rate({ typeId: atlas.typeId, name: 'Standard' });
  await world.rate({
    typeId: atlas.typeId,
    name: 'Members',
    price: { amount: 2000, currency: 'EUR' },
    audience: { level: 'members' },
  });
  const quote = async (customer: Built) =>
    (await world.api('POST', '/bookings/quote', { resourceId: atlas.id, customerId: customer.id, ...from10 }))
      .body;
  expect(await quote(leo)).toMatchObject({
    price: { amount: 2000, currency: 'EUR' },
    decision: { allowed: true },
  });
  expect((await quote(leo)).quote.steps).toMatchObject([
    { kind: 'rate', amount: { amount: 3000 } },
    { kind: 'memberRate', amount: { amount: -1000 } },
  ]);
  expect((await quote(ana)).price).toEqual({ amount: 3000, currency: 'EUR' });
  expect((await world.api('GET', `/bookings?resourceId=${atlas.id}`)).body.data).toEqual([]);
});

test('BKG-7 a contact’s booking makes its invoice at once, a member’s charge waits', async () => {
  const leo = await world.customer({ homeLocationId: quay.id });
  const ana = await world.customer({ homeLocationId: quay.id });
  await world.contract(leo, await world.plan(quay));
  const atlas = await room();
  await world.rate({ typeId: atlas.typeId });
  const contact = (await book(atlas, { customerId: ana.id })).body;
  expect(contact.price).toEqual({ amount: 3000, currency: 'EUR' });
  expect(contact.invoiceId).toMatch(/^inv_/);
  const member = (await book(atlas, { customerId: leo.id, startAt: at('12:00'), endAt: at('13:00') })).body;
  expect(member.chargeId).toMatch(/^chg_/);
  expect(member.invoiceId).toBeNull();
  expect((await world.api('GET', `/bookings/${contact.id}`)).body).toEqual(contact);
});

test('BKG-4 cancelling frees the time and takes the charge back; a late one keeps its fee', async () => {
  const ana = await world.customer({ homeLocationId: quay.id });
  const atlas = await room({ cancelFreeMinutes: 24 * 60, lateCancelPercent: 50 });
  await world.rate({ typeId: atlas.typeId });
  const later = { startAt: at('10:00', '2026-12-05'), endAt: at('12:00', '2026-12-05') };
  const early = (await book(atlas, { customerId: ana.id, ...later })).body;
  const cancelled = await world.api('POST', `/bookings/${early.id}/cancel`, { reason: 'ill' });
  expect(cancelled).toMatchObject({
    status: 200,
    body: { state: 'cancelled', fee: { amount: 0 }, endReason: 'ill', chargeId: null },
  });
  const soon = (
    await book(atlas, {
      customerId: ana.id,
      startAt: at('20:00', '2026-12-01'),
      endAt: at('22:00', '2026-12-01'),
    })
  ).body;
  const preview = await world.api('POST', `/bookings/${soon.id}/cancel`, { preview: true });
  expect(preview.body).toMatchObject({ state: 'confirmed', fee: { amount: 3000, currency: 'EUR' } });
  expect((await world.api('POST', `/bookings/${soon.id}/cancel`)).body).toMatchObject({
    state: 'cancelled',
    fee: { amount: 3000 },
  });
  expect((await book(atlas, { customerId: ana.id, ...later })).status).toBe(201);
  expect((await world.api('POST', `/bookings/${soon.id}/cancel`)).status).toBe(409);
});

test('BKG-4 a booking is moved over itself, and not over another', async () => {
  const atlas = await room();
  const first = (await book(atlas)).body;
  await book(atlas, { startAt: at('12:00'), endAt: at('13:00') });
  const moved = await world.api('POST', `/bookings/${first.id}/change`, {
    startAt: at('10:30'),
    endAt: at('12:00'),
  });
  expect(moved).toMatchObject({
    status: 200,
    body: { startAt: '2026-12-02T09:30:00Z', endAt: '2026-12-02T11:00:00Z', version: 2 },
  });
  const over = await world.api('POST', `/bookings/${first.id}/change`, {
    startAt: at('11:30'),
    endAt: at('12:30'),
  });
  expect(over).toMatchObject({ status: 409, body: { code: 'slotTaken' } });
  expect((await world.api('GET', `/bookings/${first.id}`)).body.startAt).toBe('2026-12-02T09:30:00Z');
});

test('BKG-2 where approval is asked a booking is requested, holds its time, and is decided', async () => {
  const studio = await room({ needsApproval: true });
  const asked = await world.as(mira.id)('POST', '/bookings', { resourceId: studio.id, ...from10 });
  expect(asked).toMatchObject({
    status: 201,
    body: { state: 'requested', via: 'portal', customerId: mira.id },
  });
  expect((await book(studio)).status).toBe(409);
  expect((await world.api('POST', `/bookings/${asked.body.id}/approve`)).body.state).toBe('confirmed');
  expect((await world.api('POST', `/bookings/${asked.body.id}/reject`)).status).toBe(409);
});

test('BKG-2 a hold keeps the time for five minutes, unless it is confirmed', async () => {
  const focus = await room();
  const held = (await book(focus, { hold: true })).body;
  expect(held).toMatchObject({ state: 'tentative', heldUntil: '2026-12-01T08:05:00Z' });
  const other = (await book(focus, { startAt: at('12:00'), endAt: at('13:00'), hold: true })).body;
  expect((await world.api('POST', `/bookings/${other.id}/confirm`)).body.state).toBe('confirmed');
  await world.clockTo('2026-12-01T09:06:00+01:00');
  expect((await world.api('GET', `/bookings/${held.id}`)).body.state).toBe('cancelled');
  expect((await world.api('POST', `/bookings/${held.id}/confirm`)).status).toBe(409);
  expect((await book(focus)).status).toBe(201);
});

test('BKG-2 a confirmed booking is completed when its time is over, by time alone', async () => {
  const focus = await room();
  const made = (await book(focus, { startAt: at('09:15', '2026-12-01'), endAt: at('09:30', '2026-12-01') }))
    .body;
  await world.clockTo('2026-12-01T09:30:00+01:00');
  expect((await world.api('GET', `/bookings/${made.id}`)).body.state).toBe('completed');
  const listed = await world.api('GET', `/bookings?resourceId=${focus.id}&state=completed`);
  expect(listed.body.data.map(({ id }: Built) => id)).toEqual([made.id]);
});

test('BKG-6 a booking over a clock change is as long as it is', async () => {
  const atlas = await room();
  await world.rate({ typeId: atlas.typeId });
  const night = await world.api('POST', '/bookings/quote', {
    resourceId: atlas.id,
    customerId: mira.id,
    startAt: '2027-03-28T00:00:00+01:00',
    endAt: '2027-03-28T06:00:00+02:00',
  });
  expect(night.body).toMatchObject({ price: { amount: 15_000 }, quote: { minutes: 300 } });
});

test('MEM-8 no rate that is for somebody refuses, and says so', async () => {
  const atlas = await room();
  await world.rate({ typeId: atlas.typeId, audience: { level: 'members' } });
  const { status, body } = await book(atlas);
  expect(status).toBe(403);
  expect(body.decision.layers[7]).toMatchObject({ layer: 'rules', outcome: 'deny', code: 'noRate' });
});

test('BKA-5 a booking that is made stands when its customer is suspended, the next is refused', async () => {
  const tom = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const atlas = await room();
  const made = (await book(atlas, { customerId: tom.id })).body;
  await world.suspension(tom);
  expect((await world.api('GET', `/bookings/${made.id}`)).body.state).toBe('confirmed');
  const next = await book(atlas, { customerId: tom.id, startAt: at('12:00'), endAt: at('13:00') });
  expect(next).toMatchObject({ status: 403, body: { decision: { firstDenial: 'suspension' } } });
  const cancelled = await world.as(tom.id)('POST', `/bookings/${made.id}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
});

test('RAT-3 what was promised is kept, whatever happens to the rate', async () => {
  const atlas = await room();
  const rate = await world.rate({ typeId: atlas.typeId });
  const made = (await book(atlas)).body;
  await world.api('PATCH', `/rates/${rate.id}`, { price: { amount: 9000, currency: 'EUR' } });
  expect((await world.api('GET', `/bookings/${made.id}`)).body.price).toEqual({
    amount: 3000,
    currency: 'EUR',
  });
  const next = await book(atlas, { startAt: at('12:00'), endAt: at('13:00') });
  expect(next.body.price).toEqual({ amount: 9000, currency: 'EUR' });
});

test('BKG-2 checking in says that the customer is there, once, and not after the end', async () => {
  const atlas = await room();
  const made = (await book(atlas)).body;
  const arrived = await world.as(mira.id)('POST', `/bookings/${made.id}/check-in`);
  expect(arrived).toMatchObject({ status: 200, body: { state: 'checkedIn', version: 2 } });
  expect((await world.api('POST', `/bookings/${made.id}/check-in`)).body.version).toBe(2);
  const gone = (await book(atlas, { startAt: at('12:00'), endAt: at('13:00') })).body;
  await world.api('POST', `/bookings/${gone.id}/cancel`);
  expect((await world.api('POST', `/bookings/${gone.id}/check-in`)).status).toBe(409);
});
