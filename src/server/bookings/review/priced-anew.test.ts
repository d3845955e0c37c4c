import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, startBookingWorld } from '../../../../test/support/booking-world.ts';
import type { Built } from '../../../../test/support/builders/resources.ts';
import type { World } from '../../../../test/support/world.ts';

/**
 * BKA-5: bookings that are kept are priced anew when billed. Members pay 10 euros an hour in this room,
 * everybody else 30; the contract is billed on the first of each month.
 */
let world: World;
let quay: Built;
let room: Built;
let plan: Built;
beforeAll(async () => {
  const made = await startBookingWorld();
  ({ world, quay } = made);
  room = await made.room({ name: 'Priced', units: 20 });
  await world.rate({ resourceId: room.id });
  await world.rate({
    resourceId: room.id, price: { amount: 1000, currency: 'EUR' }, audience: { level: 'members' },
  });
  plan = await world.plan(quay, { minimumTermCycles: 0, usageInvoicing: 'cycleEnd' });
});
afterAll(() => world.stop());

/** A member who has booked an hour on 20 December. */
async function booked() {
  const mira = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const contract = await world.contract(mira, { ...plan, locationId: quay.id });
  const booking = await world.booking({
    resourceId: room.id, customerId: mira.id,
    startAt: at('10:00', '2026-12-20'), endAt: at('11:00', '2026-12-20'),
  });
  return { mira, contract, booking };
}

/** What is charged for the booking: waiting, or on an invoice. */
async function charged({ mira, booking }: Awaited<ReturnType<typeof booked>>) {
  const { body } = await world.api('GET', `/charges?customerId=${mira.id}&limit=50`);
  return body.data
    .filter(({ source, state }: Built) => source?.id === booking.id && state !== 'void')
    .map(({ amount, state, price }: Built) => [state, (amount ?? price).amount]);
}
const priceOf = async ({ booking }: Awaited<ReturnType<typeof booked>>) =>
  (await world.api('GET', `/bookings/${booking.id}`)).body.price?.amount;
const post = async (path: string, body: object) => {
  const answer = await world.api('POST', path, body);
  expect([answer.status < 300, answer.body]).toEqual([true, answer.body]);
  return answer.body;
};

test('BKA-5 a preview prices nothing anew; what was waived stays waived', async () => {
  const of = await booked();
  const [{ id: chargeId }] = (await world.api('GET', `/charges?customerId=${of.mira.id}`)).body.data;
  await post(`/customers/${of.mira.id}/suspensions`, { preview: true });
  expect(await charged(of)).toEqual([['waiting', 1000]]);
  await post(`/charges/${chargeId}/waive`, { reason: 'A guest of the house' });
  await post(`/customers/${of.mira.id}/suspensions`, {});
  expect(await charged(of)).toEqual([['waived', 1000]]);
});

test('BKA-5 who has a seat pays what it costs by then, though the holder is not told of it', async () => {
  const person = () => world.customer({ homeLocationId: quay.id, portalAccess: true });
  const [holder, mira] = [await person(), await person()];
  const team = await world.team({ locationId: quay.id, members: [mira] });
  const contract = await world.teamContract(holder, { ...plan, locationId: quay.id }, team);
  await world.seat(contract, mira);
  const booking = await world.booking({
    resourceId: room.id, customerId: mira.id,
    startAt: at('10:00', '2027-01-20'), endAt: at('11:00', '2027-01-20'),
  });
  const of = { mira, contract, booking };
  const asHolder = world.as(holder.id);
  const { body } = await asHolder('POST', `/contracts/${contract.id}/cancel`, {
    lastDay: '2026-12-31', preview: true,
  });
  expect([body.bookings, await priceOf(of)]).toEqual([[], 1000]);
  const done = await asHolder('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-31' });
  expect([done.status, await charged(of)]).toEqual([200, [['waiting', 3000]]]);
});

test('BKA-5 a kept booking is billed at what it costs by then, and back again', async () => {
  const [same, suspended, lifted, frozen, resumed, ended] =
    [await booked(), await booked(), await booked(), await booked(), await booked(), await booked()];
  expect(await charged(same)).toEqual([['waiting', 1000]]);

  await post(`/customers/${suspended.mira.id}/suspensions`, {});
  const { id } = await post(`/customers/${lifted.mira.id}/suspensions`, {});
  await post(`/contracts/${frozen.contract.id}/freezes`, { fromDay: '2026-12-10' });
  const freeze = await post(`/contracts/${resumed.contract.id}/freezes`, { fromDay: '2026-12-10' });
  await post(`/contracts/${ended.contract.id}/cancel`, { lastDay: '2026-12-15' });
  for (const of of [suspended, lifted, frozen, resumed, ended])
    expect([await charged(of), await priceOf(of)]).toEqual([[['waiting', 3000]], 3000]);
  expect(await charged(same)).toEqual([['waiting', 1000]]);

  await world.clockTo('2026-12-12T09:00:00+01:00');
  await post(`/customers/${lifted.mira.id}/suspensions/${id}/lift`, { missedCycles: 'skip' });
  await post(`/contracts/${resumed.contract.id}/freezes/${freeze.id}/resume`, {});
  await world.clockTo('2026-12-20T12:00:00+01:00');
  for (const of of [same, lifted, resumed]) expect(await charged(of)).toEqual([['waiting', 1000]]);
  await world.clockTo('2027-01-02T09:00:00+01:00');
  await world.issuedRun(quay, '2027-01-01');
  for (const of of [same, lifted, resumed]) expect(await charged(of)).toEqual([['invoiced', 1000]]);
  for (const of of [suspended, frozen, ended]) expect(await charged(of)).toEqual([['invoiced', 3000]]);
});
