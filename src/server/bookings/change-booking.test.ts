import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type BookingWorld, startBookingWorld } from '../../../test/support/booking-world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';
import type { World } from '../../../test/support/world.ts';

let world: World;
let mira: Built;
let room: BookingWorld['room'];
let book: BookingWorld['book'];
beforeAll(async () => {
  ({ world, mira, room, book } = await startBookingWorld());
});
afterAll(() => world.stop());

const change = (of: { id: string }, body: Record<string, unknown>, headers = {}) =>
  world.api('POST', `/bookings/${of.id}/change`, body, headers);
const asMira = (verb: string, of: { id: string }, body: Record<string, unknown> = {}) =>
  world.as(mira.id)('POST', `/bookings/${of.id}/${verb}`, body);
const charges = async (customer: Built): Promise<string[]> =>
  (await world.api('GET', `/charges?customerId=${customer.id}`)).body.data.map(
    ({ state, price }: Built) => `${state} ${price.amount}`,
  );

test('BKG-4 another note changes neither price nor charge, whatever rates say now', async () => {
  const leo = await world.customer();
  const atlas = await room();
  const rate = await world.rate({ resourceId: atlas.id });
  const { body: made } = await book(atlas, { customerId: leo.id });
  await world.api('PATCH', `/rates/${rate.id}`, { price: { amount: 9000, currency: 'EUR' } });
  const noted = await change(made, { note: 'Projector, please' });
  expect(noted).toMatchObject({
    status: 200,
    body: { note: 'Projector, please', price: made.price, version: 2, invoiceId: made.invoiceId },
  });
  expect(await charges(leo)).toEqual(['invoiced 3000']);
  await world.suspension(leo);
  expect((await change(made, { note: '' })).status).toBe(200);
});

test('BKG-4 a change is previewed with its price, and nothing of it is kept', async () => {
  const atlas = await room();
  await world.rate({ resourceId: atlas.id });
  const { body: made } = await book(atlas, {
    customerId: mira.id, startAt: at('17:00'), endAt: at('18:00'),
  });
  const longer = { endAt: at('19:00'), preview: true };
  const preview = await asMira('change', made, longer);
  expect(preview).toMatchObject({ status: 200, body: { price: { amount: 6000 } } });
  expect(Date.parse(preview.body.endAt)).toBe(Date.parse(at('19:00')));
  const kept = await world.api('GET', `/bookings/${made.id}`);
  expect(kept.body).toMatchObject({ endAt: made.endAt, price: made.price, version: made.version });
  await book(atlas, { startAt: at('18:00'), endAt: at('18:30') });
  expect((await asMira('change', made, longer)).status).toBe(409);
});

test('BKG-2 moving asks for approval again, and a room that wants it cannot be got round', async () => {
  const leo = await world.customer({ portalAccess: true });
  const asLeo = (of: { id: string }, body: Record<string, unknown>) =>
    world.as(leo.id)('POST', `/bookings/${of.id}/change`, body);
  const atlas = await room();
  const guarded = await room({ needsApproval: true });
  await world.rate({ resourceId: atlas.id });
  await world.rate({ resourceId: guarded.id });
  const { body: made } = await book(atlas, { customerId: leo.id });
  const moved = await asLeo(made, { resourceId: guarded.id });
  expect(moved).toMatchObject({ status: 200, body: { state: 'requested', resourceId: guarded.id } });
  expect(await charges(leo)).toEqual(['void 3000']);
  const approved = await world.api('POST', `/bookings/${made.id}/approve`);
  expect(approved.body).toMatchObject({ state: 'confirmed' });
  expect(await charges(leo)).toEqual(['invoiced 3000', 'void 3000']);
  const later = { startAt: at('14:00'), endAt: at('16:00') };
  expect((await asLeo(made, later)).body.state).toBe('requested');
  expect((await change(made, { endAt: at('15:00') })).body.state).toBe('requested');
  expect((await asLeo(made, { resourceId: atlas.id })).body.state).toBe('confirmed');
  expect((await charges(leo)).slice(0, 1)).toEqual(['invoiced 3000']);
});

test('BKG-2 a hold of a room that wants approval becomes a request when it is confirmed', async () => {
  const guarded = await room({ needsApproval: true });
  const { body: held } = await world.as(mira.id)<Built>('POST', '/bookings', {
    resourceId: guarded.id, startAt: at('10:00'), endAt: at('11:00'), hold: true,
  });
  expect(held.state).toBe('tentative');
  expect((await asMira('confirm', held)).body).toMatchObject({ state: 'requested', heldUntil: null });
  expect((await world.api('POST', `/bookings/${held.id}/approve`)).body.state).toBe('confirmed');
});

test('API-1 a change, a cancellation and an approval honour If-Match', async () => {
  const atlas = await room();
  const { body: made, headers } = await book(atlas, { startAt: at('17:00'), endAt: at('18:00') });
  expect(headers.get('etag')).toBe('"1"');
  await change(made, { endAt: at('17:30') }, { 'if-match': '"1"' });
  expect((await change(made, { endAt: at('18:30') }, { 'if-match': '"1"' })).status).toBe(412);
  const cancel = (version: string) =>
    world.api('POST', `/bookings/${made.id}/cancel`, {}, { 'if-match': version });
  expect((await cancel('"1"')).status).toBe(412);
  expect((await cancel('"2"')).body.state).toBe('cancelled');
});

test('BKG-2 what was asked for is not approved once its time is over', async () => {
  const guarded = await room({ needsApproval: true });
  const asked = await world.as(mira.id)<Built>('POST', '/bookings', {
    resourceId: guarded.id, startAt: at('20:00'), endAt: at('21:00'),
  });
  expect(asked.body.state).toBe('requested');
  await world.clockTo(at('21:00'));
  const late = await world.api('POST', `/bookings/${asked.body.id}/approve`);
  expect(late).toMatchObject({ status: 409, body: { code: 'bookingOver' } });
});

test('SUS-3 a suspended customer moves a booking where that is on, and makes no new one', async () => {
  const leo = await world.customer();
  const atlas = await room();
  const asLeo = world.as(leo.id);
  const day = '2026-12-04';
  const hours = (from: string, to: string) => ({ startAt: at(from, day), endAt: at(to, day) });
  const { body: made } = await book(atlas, { customerId: leo.id, ...hours('13:00', '14:00') });
  await world.suspension(leo);
  const fresh = await asLeo('POST', '/bookings', { resourceId: atlas.id, ...hours('15:00', '16:00') });
  expect(fresh).toMatchObject({ status: 403, body: { decision: { firstDenial: 'suspension' } } });
  const moved = await asLeo('POST', `/bookings/${made.id}/change`, hours('16:00', '17:30'));
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  const { body: place } = await world.api('GET', `/locations/${atlas.locationId}`);
  const switches = place.settings.whileSuspended.value;
  await world.api('PATCH', `/locations/${place.id}`, {
    settings: { whileSuspended: { ...switches, changeBookings: false } },
  });
  const kept = await asLeo('POST', `/bookings/${made.id}/change`, hours('18:00', '19:00'));
  expect(kept).toMatchObject({ status: 403, body: { decision: { firstDenial: 'suspension' } } });
  await world.api('PATCH', `/locations/${place.id}`, { settings: { whileSuspended: null } });
});
