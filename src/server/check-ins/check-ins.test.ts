import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let dayPass: Built;
let timePass: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  dayPass = await world.pass({ name: 'Day pass', locationId: quay.id });
  timePass = await world.pass({ name: 'Ten hours', kind: 'time', minutes: 600, locationId: quay.id });
}, 60_000);
afterAll(() => world.stop());

const comeIn = (customer: Built, more: Record<string, unknown> = {}) =>
  world.api('POST', '/check-ins', { customerId: customer.id, locationId: quay.id, source: 'desk', ...more });
const goOut = (checkIn: Built) => world.api('POST', `/check-ins/${checkIn.id}/check-out`, {});
const benefits = async (customer: Built): Promise<Built[]> =>
  (await world.api('GET', `/customers/${customer.id}/benefits`)).body.data;
const ledger = async (customer: Built): Promise<string[]> =>
  (await world.api('GET', `/customers/${customer.id}/benefits/ledger`)).body.data.map(
    ({ kind, amount, left }: Built) => `${kind} ${amount} ${left}`,
  );

test('PAS-8 without a pass: 403 with the decision, kept among the refused', async () => {
  const mira = await world.customer({ homeLocationId: quay.id });
  const { status, body } = await comeIn(mira);
  expect(status).toBe(403);
  expect(body.decision).toMatchObject({
    allowed: false,
    firstDenial: 'thing',
    action: 'checkIn',
    subject: mira.id,
  });
  expect(body.decision.layers.map(({ layer }: Built) => layer)).toHaveLength(9);
  const refused = await world.api('GET', `/check-ins/refused?customerId=${mira.id}`);
  expect(refused.body.data).toMatchObject([
    { code: 'noValidPass', layer: 'thing', source: 'desk', customerId: mira.id },
  ]);
  expect(refused.body.data[0].decision.layers).toHaveLength(9);
});

test('PAS-1 a day pass is used once, for any number of ins and outs of the day', async () => {
  const mira = await world.customer();
  await world.gift(mira, dayPass, { quantity: 2 });
  const first = await comeIn(mira);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    checkIn: { customerId: mira.id, locationId: quay.id, endedAt: null, cover: 'pass', passName: 'Day pass' },
    decision: { allowed: true },
    pass: { name: 'Day pass', kind: 'day', left: 1, inUse: false },
  });
  for (let visit = 0; visit < 3; visit += 1) {
    const { body } = visit === 0 ? first : await comeIn(mira);
    if (visit > 0) expect(body.pass).toMatchObject({ left: 1, inUse: true });
    expect((await goOut(body.checkIn)).body).toMatchObject({ endedBy: 'checkOut' });
  }
  expect(await ledger(mira)).toEqual(['used -1 1', 'granted 2 2']);
  expect(await benefits(mira)).toMatchObject([{ granted: 2, left: 1, state: 'inUse', unit: 'passes' }]);
});

test('CHK-2 within a minute it is the same check-in; later, and elsewhere, the first ends', async () => {
  const world2 = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  const here = await world2.location();
  const there = await world2.location();
  const everywhere = await world2.pass();
  const mira = await world2.customer();
  await world2.gift(mira, everywhere);
  const at = (locationId: string) =>
    world2.api('POST', '/check-ins', { customerId: mira.id, locationId, source: 'door' });
  const first = await at(here.id);
  expect(first.status).toBe(201);
  await world2.clockTo('2026-12-01T09:00:50+01:00');
  const again = await at(here.id);
  expect([again.status, again.body.checkIn.id]).toEqual([201, first.body.checkIn.id]);
  expect(again.body.pass).toMatchObject({ left: 0, kind: 'day' });
  await world2.clockTo('2026-12-01T09:05:00+01:00');
  const later = await at(here.id);
  expect(later.body.checkIn.id).not.toBe(first.body.checkIn.id);
  const elsewhere = await at(there.id);
  expect(elsewhere).toMatchObject({ status: 201, body: { pass: { inUse: true, left: 0 } } });
  const { body } = await world2.api('GET', `/check-ins?customerId=${mira.id}`);
  expect(body.data.map(({ endedBy }: Built) => endedBy)).toEqual([null, 'elsewhere', 'again']);
  const inside = await world2.api('GET', '/check-ins?open=true');
  expect(inside.body.data).toHaveLength(1);
  await world2.stop();
}, 60_000);

test('PAS-7 a time pass pays for whole minutes at check-out, then the next one takes over', async () => {
  const world2 = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  const here = await world2.location();
  const time = await world2.pass({ kind: 'time', minutes: 60, locationId: here.id, name: 'One hour' });
  const mira = await world2.customer();
  await world2.gift(mira, time);
  await world2.gift(mira, time, { quantity: undefined, minutes: 90 });
  const { body } = await world2.api('POST', '/check-ins', { customerId: mira.id, locationId: here.id });
  expect(body.pass).toMatchObject({ kind: 'time', left: 90, because: ['moreLeft'] });
  await world2.clockTo('2026-12-01T11:10:59+01:00');
  const out = await world2.api('POST', `/check-ins/${body.checkIn.id}/check-out`);
  expect(out.body).toMatchObject({ minutes: 130, uncoveredMinutes: 0 });
  const left = await world2.api('GET', `/customers/${mira.id}/benefits`);
  expect(left.body.data.map(({ left: one }: Built) => one).sort()).toEqual([0, 20]);
  const entries = await world2.api('GET', `/customers/${mira.id}/benefits/ledger`);
  expect(entries.body.data.map(({ kind, amount, balance }: Built) => [kind, amount, balance])).toEqual([
    ['used', -40, 20],
    ['used', -90, 60],
    ['granted', 90, 150],
    ['granted', 60, 60],
  ]);
  await world2.stop();
}, 60_000);

test('CHK-3 a stay ends at the daily cut-off, and what no pass covers is flagged', async () => {
  const world2 = await startWorld({ now: '2026-12-01T22:00:00+01:00' });
  const here = await world2.location({ dailyCutOff: '04:00' });
  const time = await world2.pass({ kind: 'time', minutes: 120, locationId: here.id });
  const mira = await world2.customer();
  await world2.gift(mira, time);
  const { body } = await world2.api('POST', '/check-ins', { customerId: mira.id, locationId: here.id });
  expect(body.checkIn.cutOffAt).toBe('2026-12-02T03:00:00Z');
  await world2.clockTo('2026-12-02T09:00:00+01:00');
  const { body: stays } = await world2.api('GET', `/check-ins?customerId=${mira.id}`);
  expect(stays.data).toMatchObject([
    { endedBy: 'cutOff', endedAt: '2026-12-02T03:00:00Z', minutes: 360, uncoveredMinutes: 240 },
  ]);
  expect((await world2.api('GET', '/check-ins?open=true')).body.data).toEqual([]);
  const ends = await world2.location({ settings: { timePassRunsOut: 'endStay' } });
  const other = await world2.pass({ kind: 'time', minutes: 90, locationId: ends.id });
  await world2.gift(mira, other);
  await world2.api('POST', '/check-ins', { customerId: mira.id, locationId: ends.id });
  await world2.clockTo('2026-12-02T12:00:00+01:00');
  const ended = await world2.api('GET', `/check-ins?locationId=${ends.id}`);
  expect(ended.body.data).toMatchObject([
    { endedBy: 'passRanOut', endedAt: '2026-12-02T09:30:00Z', minutes: 90 },
  ]);
  await world2.stop();
}, 60_000);

test('R7 sixteen reports of one arrival at once are one stay and use one pass', async () => {
  const mira = await world.customer();
  await world.gift(mira, dayPass, { quantity: 5 });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      comeIn(mira, { source: ['door', 'wifi', 'desk', 'kiosk'][index % 4] }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.checkIn.id)).size).toBe(1);
  expect(await ledger(mira)).toEqual(['used -1 4', 'granted 5 5']);
});

test('PAS-9 takings and corrections at once never bring a balance below zero', async () => {
  const mira = await world.customer();
  const grant = await world.gift(mira, timePass, { quantity: undefined, minutes: 100 });
  const path = `/customers/${mira.id}/benefits/${grant.id}/corrections`;
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => world.api('POST', path, { amount: -30, note: 'Race' })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(13);
  expect(await benefits(mira)).toMatchObject([{ left: 10 }]);
});

test('CHK-4 a plan may let its customers in without a pass', async () => {
  const plan = await world.plan(quay, { entitlements: { accessWithoutPass: true } });
  const mira = await world.customer();
  await world.contract(mira, { ...plan, locationId: quay.id });
  const { status, body } = await comeIn(mira);
  expect([status, body.pass, body.checkIn?.cover]).toEqual([201, null, 'plan']);
});

test("CON-7 a frozen contract's passes are refused with the day on which they come back", async () => {
  const plan = await world.plan(quay, { benefits: [{ passId: dayPass.id, quantity: 10 }] });
  const mira = await world.customer();
  const contract = await world.contract(mira, { ...plan, locationId: quay.id });
  await world.freeze(contract, { fromDay: '2026-12-01', untilDay: '2026-12-03' });
  const { status, body } = await comeIn(mira);
  expect([status, body.decision.firstDenial]).toEqual([403, 'freeze']);
  expect(body.decision.nextChange).toBe('2026-12-02T23:00:00Z');
});

test('SUS-3 a suspended customer is not let in, unless the location lets it', async () => {
  const mira = await world.customer();
  await world.gift(mira, dayPass);
  const suspension = await world.suspension(mira);
  expect((await comeIn(mira)).body.decision.firstDenial).toBe('suspension');
  await world.api('POST', `/customers/${mira.id}/suspensions/${suspension.id}/lift`, {});
  expect((await comeIn(mira)).status).toBe(201);
});

test('CUS-7 an archived customer is not let in', async () => {
  const mira = await world.customer();
  await world.gift(mira, dayPass);
  await world.api('POST', `/customers/${mira.id}/archive`);
  expect((await comeIn(mira)).status).toBe(403);
});

test('PAS-9 a check-in taken back returns its pass, which then is not in use any more', async () => {
  const mira = await world.customer();
  await world.gift(mira, dayPass);
  const { body } = await comeIn(mira);
  expect((await world.api('POST', `/check-ins/${body.checkIn.id}/undo`)).body).toMatchObject({
    endedBy: 'admin',
  });
  expect(await ledger(mira)).toEqual(['returned 1 1', 'used -1 0', 'granted 1 1']);
  expect(await benefits(mira)).toMatchObject([{ left: 1, state: 'usable' }]);
});

test('SAF-2 a customer checks itself in from the portal, and nobody else', async () => {
  const mira = await world.customer();
  const leo = await world.customer();
  await world.gift(mira, dayPass);
  const asMira = world.as(mira.id);
  const { status, body } = await asMira('POST', '/check-ins', {
    customerId: mira.id,
    locationId: quay.id,
    source: 'desk',
  });
  expect([status, body.checkIn.source]).toEqual([201, 'portal']);
  expect((await asMira('POST', '/check-ins', { customerId: leo.id, locationId: quay.id })).status).toBe(404);
  expect((await asMira('GET', `/check-ins?customerId=${mira.id}`)).body.data).toHaveLength(1);
  expect((await asMira('GET', '/check-ins?open=true')).status).toBe(403);
  // Only staff say that somebody left at another time: minutes of passes are counted until then (PAS-7).
  const early = { at: '2026-12-01T08:00:00+01:00' };
  const out = await asMira('POST', `/check-ins/${body.checkIn.id}/check-out`, early);
  expect(out).toMatchObject({ status: 200, body: { endedAt: body.checkIn.startedAt } });
  expect((await asMira('POST', `/customers/${mira.id}/benefits`, { passId: dayPass.id })).status).toBe(403);
});

test('API-1 the same idempotency key hears the same refusal, recorded once', async () => {
  const mira = await world.customer();
  const headers = { 'idempotency-key': 'arrival-1' };
  const body = { customerId: mira.id, locationId: quay.id };
  const answers = [
    await world.api('POST', '/check-ins', body, headers),
    await world.api('POST', '/check-ins', body, headers),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  expect(answers[1]!.body.decision.firstDenial).toBe('thing');
  expect((await world.api('GET', `/check-ins/refused?customerId=${mira.id}`)).body.data).toHaveLength(1);
});

test('CHK-1 the question asked without writing gives the same answer', async () => {
  const mira = await world.customer();
  const ask = async () =>
    (
      await world.api('POST', '/access/decisions', {
        customerId: mira.id,
        action: 'checkIn',
        locationId: quay.id,
        via: 'desk',
      })
    ).body;
  expect((await ask()).firstDenial).toBe('thing');
  await world.gift(mira, dayPass);
  expect(await ask()).toMatchObject({ allowed: true });
});

test('ACC-1 nextChange of a check-in looks past the cycles to come, to the end of the contract', async () => {
  const plan = await world.plan(quay, { benefits: [{ passId: dayPass.id, quantity: 10 }] });
  const mira = await world.customer();
  const contract = await world.contract(mira, { ...plan, locationId: quay.id });
  const { body } = await comeIn(mira);
  expect(body.decision).toMatchObject({ allowed: true, nextChange: null });
  await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2027-04-10' });
  await world.freeze(contract, { fromDay: '2027-03-05', untilDay: '2027-03-10' });
  const next = async (at: string) => {
    const question = { customerId: mira.id, action: 'checkIn', locationId: quay.id, via: 'desk', at };
    return (await world.api('POST', '/access/decisions', question)).body.nextChange;
  };
  await goOut(body.checkIn);
  expect(await next('2026-12-01T10:00:00+01:00')).toBe('2027-03-04T23:00:00Z');
  expect(await next('2027-03-04T23:00:00Z')).toBe('2027-03-09T23:00:00Z');
  expect(await next('2027-03-09T23:00:00Z')).toBe('2027-04-10T22:00:00Z');
  const ana = await world.customer();
  await world.contract(ana, { ...plan, locationId: quay.id }, { startDay: '2027-01-20' });
  expect((await comeIn(ana)).body.decision.nextChange).toBe('2027-01-19T23:00:00Z');
});
