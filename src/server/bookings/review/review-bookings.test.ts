import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type BookingWorld, startBookingWorld } from '../../../../test/support/booking-world.ts';
import type { Built } from '../../../../test/support/builders/resources.ts';
import type { World } from '../../../../test/support/world.ts';

let world: World;
let quay: Built;
let open: Built;
let priced: Built;
let forMembers: Built;
let plan: Built;
beforeAll(async () => {
  let room: BookingWorld['room'];
  ({ world, quay, room } = await startBookingWorld());
  [open, priced] = [await room({ name: 'Open' }), await room({ name: 'Priced' })];
  forMembers = await room({ name: 'Members', audience: { level: 'members' } });
  await world.rate({ resourceId: priced.id });
  await world.rate({
    resourceId: priced.id, price: { amount: 1000, currency: 'EUR' }, audience: { level: 'members' },
  });
  plan = await world.plan(quay, { minimumTermCycles: 0 });
});
afterAll(() => world.stop());

let hour = 6;
/** A member with a contract, and a booking on 20 December in each of the rooms. */
async function memberWith(...rooms: Built[]) {
  const mira = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const contract = await world.contract(mira, { ...plan, locationId: quay.id });
  hour += 1;
  const [startAt, endAt] = [hour, hour + 1].map((one) => at(`${String(one).padStart(2, '0')}:00`, day));
  const made = [];
  for (const { id: resourceId } of rooms)
    made.push(await world.booking({ resourceId, customerId: mira.id, startAt: startAt!, endAt: endAt! }));
  return { mira, contract, made };
}
const day = '2026-12-20';
const post = (path: string, body: Record<string, unknown>) => world.api('POST', path, body);
const said = (bookings: readonly Built[]) =>
  bookings.map(({ resourceName, outcome, layer }) => `${resourceName} ${outcome} ${layer ?? ''}`.trim());
const stateOf = async ({ id }: Built) => (await world.api('GET', `/bookings/${id}`)).body.state;

test('BKA-5 suspending lists every booking that would be refused, with its decision', async () => {
  const { mira, made } = await memberWith(open, forMembers);
  const { status, body } = await post(`/customers/${mira.id}/suspensions`, { preview: true });
  expect([status, body.preview, said(body.bookings)])
    .toEqual([201, true, ['Open refused suspension', 'Members refused suspension']]);
  expect(body.bookings[0]).toMatchObject({
    id: made[0]!.id, decision: { allowed: false, firstDenial: 'suspension', action: 'book' },
  });
  expect((await world.api('GET', `/customers/${mira.id}`)).body.suspended).toBe(false);
});

test('BKA-5 bookings stand when their customer is suspended, unless they are cancelled with it', async () => {
  const keeps = await memberWith(open);
  expect((await post(`/customers/${keeps.mira.id}/suspensions`, {})).status).toBe(201);
  expect(await stateOf(keeps.made[0]!)).toBe('confirmed');
  const drops = await memberWith(open);
  const { body } = await post(`/customers/${drops.mira.id}/suspensions`, { bookings: 'cancel' });
  expect(body.cause).toBe('manual');
  expect(await stateOf(drops.made[0]!)).toBe('cancelled');
});

test('BKA-5 of the bookings that are touched, those that are named are cancelled; others stand', async () => {
  const some = await memberWith(open, forMembers);
  const other = await memberWith(open);
  const [kept, gone] = some.made;
  const { status } = await post(`/customers/${some.mira.id}/suspensions`,
    { bookings: [gone!.id, other.made[0]!.id] });
  expect(status).toBe(201);
  expect([await stateOf(kept!), await stateOf(gone!), await stateOf(other.made[0]!)])
    .toEqual(['confirmed', 'cancelled', 'confirmed']);
  const frozen = await memberWith(forMembers, priced);
  await post(`/contracts/${frozen.contract.id}/cancel`, { at: 'now', bookings: [frozen.made[0]!.id] });
  expect([await stateOf(frozen.made[0]!), await stateOf(frozen.made[1]!)])
    .toEqual(['cancelled', 'confirmed']);
});

test('BKA-5 a freeze touches what lies in it and only what its contract gave, price and right', async () => {
  const { contract } = await memberWith(open, priced, forMembers);
  const freeze = (body: Record<string, unknown>) =>
    post(`/contracts/${contract.id}/freezes`, { preview: true, ...body });
  const within = await freeze({ fromDay: '2026-12-10' });
  expect(said(within.body.bookings)).toEqual(['Priced dearer', 'Members refused freeze']);
  expect(within.body.bookings[0]).toMatchObject({
    priceBefore: { amount: 1000 }, price: { amount: 3000 }, difference: { amount: 2000, currency: 'EUR' },
    decision: { allowed: true },
  });
  const before = await freeze({ fromDay: '2026-12-10', untilDay: '2026-12-20' });
  expect(before.body.bookings).toEqual([]);
});

test('BKA-5 cancelling a contract lists what it gave after its last day, and cancels it free', async () => {
  const { mira, contract, made } = await memberWith(priced, forMembers);
  const cancel = (body: Record<string, unknown>) => post(`/contracts/${contract.id}/cancel`, body);
  const preview = await cancel({ lastDay: '2026-12-15', preview: true });
  expect(said(preview.body.bookings)).toEqual(['Priced dearer', 'Members refused standing']);
  expect((await cancel({ lastDay: '2026-12-31', preview: true })).body.bookings).toEqual([]);
  await cancel({ lastDay: '2026-12-15', bookings: 'cancel' });
  expect(await Promise.all(made.map(stateOf))).toEqual(['cancelled', 'cancelled']);
  const charges = await world.api('GET', `/charges?customerId=${mira.id}`);
  expect(charges.body.data.filter(({ state, price }: Built) => state === 'waiting' && price.amount > 0))
    .toEqual([]);
});

test('BKA-5 another plan lists what it no longer gives', async () => {
  const given = await world.resource({
    locationId: quay.id, name: 'Given', audience: { level: 'plans', planIds: [plan.id] },
  });
  const { contract } = await memberWith(given, open);
  const other = await world.plan(quay);
  const { body } = await post(`/contracts/${contract.id}/change-plan`, {
    planId: other.id, when: 'now', preview: true,
  });
  expect(said(body.bookings).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(['Given refused']);
});

test('BKA-5 archiving lists everything ahead; cancelled with it or kept', async () => {
  const { mira, made } = await memberWith(open);
  const preview = await post(`/customers/${mira.id}/archive`, { preview: true });
  expect(said(preview.body.bookings)).toEqual(['Open refused portalAccess']);
  expect((await world.api('GET', `/customers/${mira.id}`)).body.archived).toBe(false);
  expect((await post(`/customers/${mira.id}/archive`, { bookings: 'cancel' })).body.archived).toBe(true);
  expect(await stateOf(made[0]!)).toBe('cancelled');
});

test('BKA-5 cancelling bookings needs the permission for them, and is no choice of a customer', async () => {
  const freely = await world.plan(quay, { freeze: { byCustomers: true, cyclesMax: 2 } });
  const mira = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  const contract = await world.contract(mira, { ...freely, locationId: quay.id });
  hour += 1;
  const made = await world.booking({
    resourceId: forMembers.id, customerId: mira.id, startAt: at('20:00', day), endAt: at('21:00', day),
  });
  const freeze = (body: Record<string, unknown>) =>
    world.as(mira.id)('POST', `/contracts/${contract.id}/freezes`, {
      fromDay: '2026-12-10', untilDay: '2026-12-24', ...body,
    });
  const preview = await freeze({ preview: true });
  expect(said(preview.body.bookings)).toEqual(['Members refused freeze']);
  expect(preview.body.bookings[0].decision.layers.flatMap(({ fixes }: Built) => fixes)
    .every(({ permission }: Built) => ['ownCustomer', 'public'].includes(permission))).toBe(true);
  expect((await freeze({ bookings: 'cancel' })).status).toBe(403);
  expect(await stateOf(made)).toBe('confirmed');
});
