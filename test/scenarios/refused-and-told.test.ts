import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';
import type { Built } from '../support/builders/resources.ts';

/** Mira's contract is frozen until 3 December: she is refused, the house learns why, and she is told. */
let world: World;
let quay: Built;
let mira: Built;
let atlas: Built;
const during = { startAt: '2026-12-01T12:30:00+01:00', endAt: '2026-12-01T13:30:00+01:00' };

beforeAll(async () => {
  world = await startWorld({ now: '2026-11-20T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay', timeZone: 'Europe/Berlin', currency: 'EUR' });
  const hotDesk = await world.plan(quay as never, { name: 'Hot Desk 10' });
  mira = (await world.api('POST', '/customers', {
    kind: 'individual', name: 'Mira Kovač', email: 'mira@nova.example', language: 'de',
    homeLocationId: quay.id, portalAccess: true,
  })).body as unknown as Built;
  const contract: Built = await world.contract(mira as never, hotDesk, { startDay: '2026-11-01' }) as never;
  const frozen = await world.api('POST', `/contracts/${contract.id}/freezes`, {
    fromDay: '2026-11-21', untilDay: '2026-12-03',
  });
  expect(frozen.status).toBe(201);
  atlas = await world.resource({
    locationId: quay.id, name: 'Atlas',
    audience: { level: 'plans', planIds: [(hotDesk as never as Built).id] },
  });
  await world.clockTo('2026-11-22T09:00:00+01:00');
}, 90_000);
afterAll(() => world.stop());

const book = () => world.as(mira.id)('POST', '/bookings', { resourceId: atlas.id, ...during });
const refusals = async (query = ''): Promise<Built[]> =>
  (await world.api('GET', `/access/refusals?customerId=${mira.id}${query}`)).body['data'];

test('R18 a refusal outlives its verb, and the same question within a minute counts', async () => {
  const { status, body } = await book();
  expect(status).toBe(403);
  expect((await book()).status).toBe(403);
  const [kept, ...others] = await refusals();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    customerId: mira.id, customerName: 'Mira Kovač', locationId: quay.id, action: 'book', target: atlas.id,
    via: 'portal', layer: 'freeze', reason: 'frozen', times: 2, ruleVersion: expect.any(Number),
    denial: { layer: 'freeze', outcome: 'deny' },
  });
  const whole = await world.api('GET', `/access/refusals/${kept!.id}`);
  expect(whole.body['decision'].layers).toHaveLength(9);
  expect(whole.body['decision'].layers.map((of: Built) => of['code']))
    .toEqual(body['decision'].layers.map((of: Built) => of['code']));
  await world.clockTo('2026-11-22T09:02:00+01:00');
  await book();
  expect(await refusals()).toHaveLength(2);
});

test('PAS-8 an arrival that is refused is among them and among the refused check-ins', async () => {
  const tapped = await world.api('POST', '/check-ins', {
    customerId: mira.id, locationId: quay.id, source: 'door',
  });
  expect(tapped.status).toBe(403);
  const arrivals = await refusals('&action=checkIn');
  expect(arrivals).toMatchObject([{ action: 'checkIn', source: 'door', via: 'door' }]);
  const refused = (await world.api('GET', `/check-ins/refused?customerId=${mira.id}`)).body['data'];
  expect(refused).toMatchObject([
    { id: arrivals[0]!.id, source: 'door', times: 1, decision: { allowed: false } },
  ]);
});

test('R18 each of them replays to the same answer and the same reasons', async () => {
  const all = await refusals();
  expect(all.length).toBeGreaterThan(2);
  for (const { id } of all) {
    const { status, body } = await world.api('POST', `/access/refusals/${id}/replay`);
    expect(status).toBe(200);
    expect(body['replayed']).toEqual(body['stored']);
    expect(body).toMatchObject({ same: true, today: { allowed: false } });
    expect(body['ruleVersion']).toBe(body['ruleVersionNow']);
  }
});

test('R18 the database keeps refusals as they are; only their facts may go', async () => {
  const { pool } = world.shell.connection as never as { pool: { query(text: string): Promise<unknown> } };
  for (const change of [
    `update refusals set code = 'open'`, 'delete from refusals', 'truncate refusals cascade',
    `update refusals set facts = '{}'`, 'delete from refusal_repeats',
  ]) {
    await expect(pool.query(change), change).rejects.toThrow(/never changed/);
  }
  await pool.query(`update refusals set facts = null where action = 'checkIn'`);
  const [arrival] = await refusals('&action=checkIn');
  const { body } = await world.api('POST', `/access/refusals/${arrival!.id}/replay`);
  expect(body).toMatchObject({ replayed: null, same: null, stored: { allowed: false } });
});

test('WHY-3 the operator sees refusals by reason, and what would resolve most of them', async () => {
  const { status, body } = await world.api('GET', `/access/refusals/by-reason?locationId=${quay.id}`);
  expect(status).toBe(200);
  expect(body['refusals']).toBe(4);
  expect(body['reasons'][0]).toMatchObject({ reason: 'frozen', action: 'book', refusals: 3, customers: 1 });
  const resume = body['fixes'].find((of: Built) => of['code'] === 'resumeContract');
  expect(resume).toMatchObject({ refusals: 3, customers: 1, customer: { id: mira.id, name: 'Mira Kovač' } });
  const later = await world.api('GET', `/access/refusals/by-reason?from=2026-12-01T00:00:00Z`);
  expect(later.body).toEqual({ refusals: 0, reasons: [], fixes: [] });
});

test('WHY-3 one who was refused asks to be told, once for each question, and can take it back', async () => {
  const asked = { action: 'book', target: atlas.id, locationId: quay.id };
  const first = await world.as(mira.id)('POST', '/access/reminders', asked);
  expect(first).toMatchObject({ status: 201, body: { dueAt: '2026-12-02T23:00:00Z', endedAt: null } });
  const again = await world.as(mira.id)('POST', '/access/reminders', asked);
  expect(again.body['id']).toBe(first.body['id']);
  const back = await world.as(mira.id)('DELETE', `/access/reminders/${first.body['id']}`);
  expect(back.body).toMatchObject({ endedHow: 'takenBack' });
  const anew = await world.as(mira.id)('POST', '/access/reminders', asked);
  expect(anew.body['id']).not.toBe(first.body['id']);
  const own = await world.as(mira.id)('GET', '/access/reminders');
  expect(own.body['data'].map((of: Built) => of['endedHow'])).toEqual([null, 'takenBack']);
});

test('WHY-3 what is allowed, or has no date, is not waited for', async () => {
  const allowed = await world.as(mira.id)('POST', '/access/reminders', {
    action: 'viewSection', target: 'home', locationId: quay.id,
  });
  expect(allowed).toMatchObject({ status: 409, body: { code: 'allowedNow' } });
  const sam = await world.customer({ homeLocationId: quay.id });
  const never = await world.as(sam.id)('POST', '/access/reminders', {
    action: 'viewSection', target: 'directory', locationId: quay.id,
  });
  expect(never).toMatchObject({ status: 409, body: { code: 'noChangeKnown' } });
});

test('WHY-3 on that day it is judged again, and the letter comes in the customer\'s language', async () => {
  const letters = async (): Promise<Built[]> =>
    (await world.api('GET', '/mails')).body['data'].filter((of: Built) => of['to'] === 'mira@nova.example');
  const before = (await letters()).length;
  await world.clockTo('2026-12-02T20:00:00+01:00');
  expect(await letters()).toHaveLength(before);
  await world.clockTo('2026-12-03T00:00:00+01:00');
  const all = await letters();
  expect(all).toHaveLength(before + 1);
  const told = all.find(({ subject }) => String(subject).startsWith('Sie wollten es wissen'));
  expect(told?.['subject']).toContain('Harbour Quay');
  const own = await world.as(mira.id)('GET', '/access/reminders');
  expect(own.body['data'][0]).toMatchObject({ endedHow: 'told', endedAt: '2026-12-02T23:00:00Z' });
});

test('WHY-3 a refusal that would go on is put off to the next date instead', async () => {
  const [contract] = (await world.api('GET', `/contracts?customerId=${mira.id}`)).body['data'];
  const freeze = (fromDay: string, untilDay: string) =>
    world.api('POST', `/contracts/${contract.id}/freezes`, { fromDay, untilDay });
  expect((await freeze('2026-12-04', '2026-12-10')).status).toBe(201);
  await world.clockTo('2026-12-05T09:00:00+01:00');
  const asked = await world.as(mira.id)('POST', '/access/reminders', {
    action: 'book', target: atlas.id, locationId: quay.id,
  });
  expect(asked.body['dueAt']).toBe('2026-12-09T23:00:00Z');
  expect((await freeze('2026-12-10', '2026-12-15')).status).toBe(201);
  await world.clockTo('2026-12-10T09:00:00+01:00');
  const own = await world.as(mira.id)('GET', '/access/reminders');
  expect(own.body['data'][0]).toMatchObject({ dueAt: '2026-12-14T23:00:00Z', endedAt: null });
});

test('MEM-2 what was decided is in the stored decision, whatever has been changed since', async () => {
  const [last] = (await refusals('&action=book')).slice(-1);
  const { body } = await world.api('POST', `/access/refusals/${last!.id}/replay`);
  expect(body).toMatchObject({ same: true, stored: { allowed: false, firstDenial: 'freeze' } });
});

test('R18 nobody but staff who may explain access there reads refusals', async () => {
  const [one] = await refusals();
  for (const path of ['/access/refusals', '/access/refusals/by-reason', `/access/refusals/${one!.id}`]) {
    expect((await world.as(mira.id)('GET', path)).status, path).toBe(403);
    expect((await world.stranger('GET', path)).status, path).toBe(401);
  }
  const other = await world.customer({ homeLocationId: quay.id });
  const reminder = (await world.as(mira.id)('GET', '/access/reminders')).body['data'][0];
  expect((await world.as(other.id)('DELETE', `/access/reminders/${reminder.id}`)).status).toBe(404);
  expect((await world.as(other.id)('GET', `/access/reminders?customerId=${mira.id}`)).status).toBe(404);
});
