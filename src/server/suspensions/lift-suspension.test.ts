import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let plan: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-11-10T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  plan = await world.plan(quay, { price: { amount: 30_000, currency: 'EUR' } });
}, 60_000);
afterAll(() => world.stop());

const lift = (customer: Built, suspension: Built, body: Record<string, unknown> = {}) =>
  world.api('POST', `/customers/${customer.id}/suspensions/${suspension.id}/lift`, body);

test('SUS-5 the preview says what each choice bills and changes nothing; the choice is kept', async () => {
  const mira = await world.customer();
  await world.contract(mira, { ...plan, locationId: quay.id }, { startDay: '2026-11-01' });
  const run = await world.api('POST', '/billing-runs', { locationId: quay.id, throughDay: '2026-11-10' });
  await world.api('POST', `/billing-runs/${run.body.id}/issue`, {});
  const suspension = await world.suspension(mira);
  await world.clockTo('2027-01-16T09:00:00+01:00');

  const { status, body } = await lift(mira, suspension, { preview: true });
  expect([status, body.preview, body.endedAt, body.stillSuspended]).toEqual([200, true, null, false]);
  const totals = Object.fromEntries(
    body.choices.map((choice: Built) => [choice.missedCycles, choice.totals]),
  );
  expect(totals).toEqual({
    skip: [],
    prorate: [{ amount: 15_484, currency: 'EUR' }],
    charge: [{ amount: 60_000, currency: 'EUR' }],
  });
  expect((await world.api('GET', `/customers/${mira.id}`)).body.suspended).toBe(true);

  const done = await lift(mira, suspension, { missedCycles: 'prorate' });
  expect(done.body).toMatchObject({
    missedCycles: 'prorate',
    totals: [{ amount: 15_484, currency: 'EUR' }],
  });
  expect(done.body.endedAt).toBe('2027-01-16T08:00:00Z');
  expect((await world.api('GET', `/customers/${mira.id}`)).body.suspended).toBe(false);
  expect(await lift(mira, suspension)).toMatchObject({ status: 409, body: { code: 'suspensionOver' } });
});

test('SUS-5 of several suspensions the last one lifted asks', async () => {
  const leo = await world.customer();
  const [first, last] = [await world.suspension(leo), await world.suspension(leo, { cause: 'overdue' })];
  const one = await lift(leo, first, { missedCycles: 'charge' });
  expect(one.body).toMatchObject({ stillSuspended: true, missedCycles: null, choices: [], totals: [] });
  expect((await world.api('GET', `/customers/${leo.id}`)).body.suspended).toBe(true);
  expect((await lift(leo, last)).body).toMatchObject({ stillSuspended: false, missedCycles: 'skip' });
  expect((await world.api('GET', `/customers/${leo.id}`)).body.suspended).toBe(false);
});

test('SUS-6 suspension counts from the next request, and its lifting too', async () => {
  const ana = await world.customer();
  const pass = await world.pass({ locationId: quay.id });
  await world.gift(ana, pass);
  const comeIn = async () =>
    (await world.api('POST', '/check-ins', { customerId: ana.id, locationId: quay.id })).status;
  for (let turn = 0; turn < 5; turn += 1) {
    const suspension = await world.suspension(ana);
    expect(await comeIn()).toBe(403);
    await lift(ana, suspension);
    expect(await comeIn()).toBe(201);
  }
});

test('SAF-2 a suspension of another customer is not found under this one', async () => {
  const [ana, leo] = [await world.customer(), await world.customer()];
  const suspension = await world.suspension(ana);
  expect((await lift(leo, suspension)).status).toBe(404);
  expect(
    (await world.as(ana.id)('POST', `/customers/${ana.id}/suspensions/${suspension.id}/lift`, {})).status,
  ).toBe(403);
});
