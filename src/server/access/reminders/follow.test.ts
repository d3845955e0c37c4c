import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';

/** WHY-3: what is waited for follows the facts, whichever way they move. */
let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); }, 90_000);
afterAll(() => world.stop());

/** Somebody whose only contract is frozen until 20 December, and who waits to book a room of that plan. */
async function waiting(language = 'en') {
  const quay = await world.location({ name: 'Harbour Quay', timeZone: 'Europe/Berlin' });
  const plan = await world.plan(quay, { name: 'Hot Desk 10' });
  const mira = await world.customer({ homeLocationId: quay.id, language });
  const contract = await world.contract(mira, plan, { startDay: '2026-11-01' });
  const freeze = await world.freeze(contract, { fromDay: '2026-12-01', untilDay: '2026-12-20' });
  const room = await world.resource({
    locationId: quay.id, name: 'Atlas', audience: { level: 'plans', planIds: [plan.id] },
  });
  const asked = await world.as(mira.id)('POST', '/access/reminders',
    { action: 'book', target: room.id, locationId: quay.id });
  expect(asked).toMatchObject({ status: 201, body: { dueAt: '2026-12-19T23:00:00Z' } });
  const now = async () => (await world.as(mira.id)('GET', '/access/reminders')).body.data[0];
  return { quay, plan, mira, contract, freeze, room, now };
}

/** Due lists are read by the product's clock. */
let minute = 0;
const soon = () => world.clockTo(new Date(Date.UTC(2026, 11, 1, 9, minute += 1)).toISOString());

const letterTo = async ({ id }: { id: string }) => {
  const { body: { email } } = await world.api('GET', `/customers/${id}`);
  const { body } = await world.api('GET', '/mails');
  return body.data.filter(({ to }: any) => to === email);
};

test('WHY-3 what becomes allowed earlier is told earlier', async () => {
  const of = await waiting();
  await world.api('POST', `/contracts/${of.contract.id}/freezes/${of.freeze.id}/resume`, {});
  await soon();
  expect(await of.now()).toMatchObject({ endedHow: 'told' });
  expect((await letterTo(of.mira)).map(({ subject }: any) => subject)).toEqual([
    expect.stringContaining('Harbour Quay'),
  ]);
});

test('WHY-3 what ends later is told later, and by nobody on the day that was known first', async () => {
  const of = await waiting();
  const more = await world.api('POST', `/contracts/${of.contract.id}/freezes`,
    { fromDay: '2026-12-20', untilDay: '2026-12-28' });
  expect(more.status).toBe(201);
  await soon();
  expect(await of.now()).toMatchObject({ endedAt: null, dueAt: '2026-12-27T23:00:00Z' });
});

test('WHY-3 another way that opens is told too: a second contract, a room for all', async () => {
  const [second, room, place] = [await waiting(), await waiting(), await waiting()];
  await world.contract(second.mira, second.plan, { startDay: '2026-12-01' });
  await world.api('PATCH', `/resources/${room.room.id}`, { audience: { level: 'signedIn' } });
  await soon();
  expect(await second.now()).toMatchObject({ endedHow: 'told' });
  expect(await room.now()).toMatchObject({ endedHow: 'told' });
  expect(await place.now()).toMatchObject({ endedAt: null, dueAt: '2026-12-19T23:00:00Z' });
});

test('WHY-3 where no date is known any more it waits on until its day, and ends then', async () => {
  const of = await waiting();
  await world.suspension(of.mira);
  await soon();
  expect(await of.now()).toMatchObject({ endedAt: null, dueAt: '2026-12-19T23:00:00Z' });
  expect(await letterTo(of.mira)).toEqual([]);
});

const languages = ['en', 'de', 'ar', 'es', 'fr'];
test.for(languages)('WHY-3 the letter is in its reader\'s language: %s', async (language) => {
  const of = await waiting(language);
  await world.api('POST', `/contracts/${of.contract.id}/freezes/${of.freeze.id}/resume`, {});
  await soon();
  const [letter] = await letterTo(of.mira);
  expect(letter).toMatchObject({ language });
  const { body } = await world.api('GET', `/mails/${letter.id}`);
  expect(`${letter.subject} ${body.plainText ?? body.text ?? ''}`).not.toMatch(/mail-access|\{/);
});

test('WHY-3 staff see who waits for what until when, where they may explain access', async () => {
  const of = await waiting();
  const { status, body } = await world.api('GET', `/access/reminders?waiting=true&locationId=${of.quay.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ nextCursor: null, data: [{
    customerId: of.mira.id, customerName: expect.any(String), action: 'book', targetName: 'Atlas',
    dueAt: '2026-12-19T23:00:00Z', endedAt: null,
  }] });
  const [{ id }] = body.data;
  expect((await world.api('GET', `/access/reminders?customerId=${of.mira.id}`)).body.data).toHaveLength(1);
  const all = await world.api('GET', '/access/reminders?limit=1');
  expect(all.body.data).toHaveLength(1);
  const next = await world.api('GET', `/access/reminders?limit=1&cursor=${all.body.nextCursor}`);
  expect(next.body.data[0].id).not.toBe(all.body.data[0].id);
  const back = await world.api('DELETE', `/access/reminders/${id}`);
  expect(back.body).toMatchObject({ endedHow: 'takenBack' });
  const other = await world.customer({ homeLocationId: of.quay.id });
  expect((await world.as(other.id)('GET', '/access/reminders')).body.data).toEqual([]);
  expect((await world.as(other.id)('GET', `/access/reminders?customerId=${of.mira.id}`)).status).toBe(404);
  expect((await world.stranger('GET', '/access/reminders')).status).toBe(401);
});

test('WHY-3 on its day whoever has no language is told, and where the next quarter is no start', async () => {
  const quay = await world.location({ name: 'Harbour Loft', timeZone: 'Europe/Berlin' });
  const plan = await world.plan(quay);
  const sam = await world.customer({ homeLocationId: quay.id });
  expect((await world.api('GET', `/customers/${sam.id}`)).body.language).toBeNull();
  await world.contract(sam, plan, { startDay: '2026-12-10' });
  const room = await world.resource({
    locationId: quay.id, name: 'Loft', audience: { level: 'members' }, stepMinutes: 30,
  });
  const as = world.as(sam.id);
  const asked = await as('POST', '/access/reminders',
    { action: 'book', target: room.id, locationId: quay.id });
  expect(asked).toMatchObject({ status: 201, body: { dueAt: '2026-12-09T23:00:00Z' } });
  await world.clockTo('2026-12-10T00:01:00+01:00');
  expect((await as('GET', '/access/reminders')).body.data[0]).toMatchObject({ endedHow: 'told' });
  expect(await letterTo(sam)).toHaveLength(1);
});
