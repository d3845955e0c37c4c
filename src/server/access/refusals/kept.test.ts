import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser, newestLetter } from '../../../../test/support/browser.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';

/** R18: each refusal at the door, desk, portal and API, and nothing that was only looked at. */
let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); }, 90_000);
afterAll(() => world.stop());

const ten = { startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00' };
const noon = { startAt: '2026-12-02T12:00:00+01:00', endAt: '2026-12-02T13:00:00+01:00' };

async function scene(settings: object = {}) {
  const quay = await world.location();
  await world.api('PATCH', `/locations/${quay.id}`, { settings });
  const [mira, sam] = [
    await world.customer({ homeLocationId: quay.id }), await world.customer({ homeLocationId: quay.id }),
  ];
  const room = await world.resource({ locationId: quay.id, name: 'Atlas' });
  const keptOf = async ({ id }: { id: string }) =>
    (await world.api('GET', `/access/refusals?customerId=${id}`)).body.data;
  const book = (who: { id: string }, when = ten) =>
    world.as(who.id)('POST', '/bookings', { resourceId: room.id, ...when });
  return { quay, mira, sam, room, keptOf, book };
}

const replays = async (kept: any[]) => {
  for (const { id } of kept) {
    const { body } = await world.api('POST', `/access/refusals/${id}/replay`);
    expect(body).toMatchObject({ same: true });
    expect(body.replayed).toEqual(body.stored);
  }
};

test('R18 BKG-1 a slot that somebody else has is a refusal with its decision, and is kept', async () => {
  const { mira, sam, keptOf, book } = await scene();
  expect((await book(sam)).status).toBe(201);
  const lost = await book(mira);
  expect(lost).toMatchObject({
    status: 409, body: { code: 'slotTaken', decision: { allowed: false, firstDenial: 'schedule' } },
  });
  expect(lost.body.alternatives.length).toBeGreaterThan(0);
  const kept = await keptOf(mira);
  expect(kept).toMatchObject([{ action: 'book', via: 'portal', layer: 'schedule', reason: 'occupied' }]);
  await replays(kept);
});

test('R18 BKG-1 of many who race for a slot all but one are refused, and each is kept', async () => {
  const { quay, keptOf, book } = await scene();
  const all = [];
  for (let n = 0; n < 6; n += 1) all.push(await world.customer({ homeLocationId: quay.id }));
  const answers = await Promise.all(all.map((who) => book(who)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  for (const [index, who] of all.entries()) {
    const kept = await keptOf(who);
    const isRefused = answers[index]!.status === 409;
    expect(kept.map(({ reason }: any) => reason)).toEqual(isRefused ? ['occupied'] : []);
    await replays(kept);
  }
});

test('R18 SUS-3 a suspended customer who may not change bookings is told why, and it is kept', async () => {
  const { quay, mira, sam, keptOf, book } = await scene();
  const { body: booked } = await book(mira);
  await world.suspension(mira);
  const moved = await world.as(mira.id)('POST', `/bookings/${booked.id}/change`, { note: 'Later' });
  expect(moved.status).toBe(200);
  const { body: { settings } } = await world.api('GET', `/locations/${quay.id}`);
  await world.api('PATCH', `/locations/${quay.id}`, {
    settings: { whileSuspended: { ...settings.whileSuspended.value, changeBookings: false } },
  });
  const denied = { status: 403, body: { code: 'notAllowed', decision: {
    allowed: false, action: 'book', firstDenial: 'suspension', during: { startAt: booked.startAt },
  } } };
  expect(await world.as(mira.id)('POST', `/bookings/${booked.id}/change`, noon)).toMatchObject(denied);
  const cancelled = await world.as(mira.id)('POST', `/bookings/${booked.id}/cancel`);
  expect(cancelled).toMatchObject(denied);
  const kept = await keptOf(mira);
  expect(kept).toMatchObject([{ reason: 'suspendedChange', layer: 'suspension', times: 2 }]);
  await replays(kept);
  const { body } = await world.api('POST', `/access/refusals/${kept[0].id}/replay`);
  expect(body.today).toMatchObject({ allowed: false, firstDenial: 'suspension' });
  expect((await world.as(sam.id)('POST', `/bookings/${booked.id}/cancel`)).status).toBe(404);
  const byStaff = await world.api('POST', `/bookings/${booked.id}/cancel`);
  expect(byStaff.status).toBe(200);
});

test('R18 whoever only looks is refused nothing: quotes, previews, questions and as if', async () => {
  const { quay, mira, sam, room, keptOf, book } = await scene();
  await book(sam);
  const { body: booked } = await book(mira, noon);
  const asMira = world.as(mira.id);
  const wish = { resourceId: room.id, ...ten };
  expect((await asMira('POST', '/bookings/quote', wish)).body.decision).toMatchObject({ allowed: false });
  const change = await asMira('POST', `/bookings/${booked.id}/change`, { ...ten, preview: true });
  expect([change.status, change.body.code]).toEqual([409, 'slotTaken']);
  const past = { startAt: '2026-11-30T10:00:00+01:00', endAt: '2026-11-30T11:00:00+01:00', preview: true };
  expect((await asMira('POST', `/bookings/${booked.id}/change`, past)).status).toBe(403);
  const asked = { customerId: mira.id, locationId: quay.id, action: 'book', target: room.id, during: ten };
  expect((await asMira('POST', '/access/decisions', asked)).body).toMatchObject({ allowed: false });
  const asIf = { ...asked, during: noon, assume: { suspended: true } };
  expect((await world.api('POST', '/access/decisions', asIf)).body).toMatchObject({ allowed: false });
  expect(await keptOf(mira)).toEqual([]);
});

test('R18 an arrival with a card that is nobody\'s is kept as who reported it said', async () => {
  const { quay } = await scene();
  const arrive = (source: string) =>
    world.api('POST', '/check-ins', { credential: 'nobody', locationId: quay.id, source });
  expect((await arrive('kiosk')).status).toBe(403);
  expect((await arrive('door')).status).toBe(403);
  const { body } = await world.api('GET', `/access/refusals?locationId=${quay.id}&action=checkIn`);
  expect(body.data).toMatchObject([
    { customerId: null, source: 'door', via: 'door' }, { customerId: null, source: 'kiosk', via: 'kiosk' },
  ]);
  await replays(body.data);
});

test('R18 SEC-5 a sign-in that is refused is kept, once it is sure who it is', async () => {
  const { mira, keptOf } = await scene();
  const browser = newBrowser(world);
  const { body: { email } } = await world.api('GET', `/customers/${mira.id}`);
  await browser.ask('POST', '/auth/magic-link', { email });
  const token = (await newestLetter(world, email))?.secret;
  await world.api('PATCH', `/customers/${mira.id}`, { portalAccess: false });
  expect((await browser.ask('POST', '/auth/sign-in', { email, password: 'not this one' })).status).toBe(401);
  expect(await keptOf(mira)).toEqual([]);
  const refused = await browser.ask('POST', '/auth/magic-link/use', { token });
  expect(refused)
    .toMatchObject({ status: 403, body: { code: 'signInRefused', decision: { allowed: false } } });
  const kept = await keptOf(mira);
  expect(kept).toMatchObject([{ action: 'signIn', via: 'portal', layer: 'portalAccess' }]);
  await replays(kept);
});

test('R18 whoever asks every second is kept once, and counted, while it goes on', async () => {
  const { mira, sam, keptOf, book } = await scene();
  await book(sam);
  const began = Date.parse('2026-12-01T09:00:00+01:00');
  for (let n = 0; n < 6; n += 1) {
    await world.clockTo(new Date(began + n * 40_000).toISOString());
    expect((await book(mira)).status).toBe(409);
  }
  expect(await keptOf(mira)).toMatchObject([{ times: 6 }]);
  await world.clockTo(new Date(began + 10 * 60_000).toISOString());
  await book(mira);
  expect(await keptOf(mira)).toMatchObject([{ times: 1 }, { times: 6 }]);
});
