import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let dayPass: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  dayPass = await world.pass({ name: 'Day pass', locationId: quay.id });
}, 60_000);
afterAll(() => world.stop());

const benefits = async (customer: Built): Promise<Built[]> =>
  (await world.api('GET', `/customers/${customer.id}/benefits`)).body.data;
const hotDesk = (fields: Record<string, unknown> = {}) =>
  world.plan(quay, { benefits: [{ passId: dayPass.id, quantity: 10, ...fields }] });

test('PAS-3 a pass is valid where it is made; at the network everywhere; only there it can be', async () => {
  expect(dayPass).toMatchObject({
    kind: 'day',
    minutes: null,
    locationIds: [quay.id],
    everywhere: false,
    usePriority: 'normal',
    value: null,
  });
  const network = await world.pass({ name: 'Everywhere' });
  expect(network).toMatchObject({ locationIds: null, everywhere: true });
  const wrong = await world.api('POST', '/passes', { name: 'X', locationId: quay.id, everywhere: true });
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'everywhere' }] } });
  expect((await world.api('POST', '/passes', { name: 'X', kind: 'time' })).body.errors).toMatchObject([
    { field: 'minutes' },
  ]);
  const listed = await world.api('GET', `/passes?locationId=${quay.id}`);
  expect(listed.body.data.map(({ name }: Built) => name)).toEqual(['Day pass', 'Everywhere']);
});

test('PAS-2 a pass given by hand: how many, until when, with a note', async () => {
  const mira = await world.customer();
  const grant = await world.gift(mira, dayPass, {
    quantity: 2,
    expiresDay: '2026-12-03',
    note: 'Sorry for the noise',
  });
  expect(grant).toMatchObject({
    granted: 2,
    left: 2,
    source: 'given',
    state: 'usable',
    expiresDay: '2026-12-03',
    lastDay: '2026-12-02',
    expiresAt: '2026-12-02T23:00:00Z',
    note: 'Sorry for the noise',
    planName: null,
  });
  const path = `/customers/${mira.id}/benefits`;
  const past = await world.api('POST', path, { passId: dayPass.id, expiresDay: '2026-12-01' });
  expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'expiresDay' }] } });
  expect((await world.api('POST', path, { passId: dayPass.id, minutes: 5 })).status).toBe(422);
  expect((await world.api('POST', path, { passId: `pas_${'0'.repeat(26)}` })).status).toBe(422);
});

test('PAS-4 a plan gives at each cycle from its first instant, and the rest expires at its end', async () => {
  const mira = await world.customer();
  await world.contract(mira, { ...(await hotDesk()), locationId: quay.id });
  expect(await benefits(mira)).toMatchObject([
    {
      granted: 10,
      left: 10,
      source: 'plan',
      state: 'usable',
      validFrom: '2026-11-30T23:00:00Z',
      expiresDay: '2027-01-01',
    },
  ]);
  await world.clockTo('2027-01-01T00:00:00+01:00');
  const [now, before] = await benefits(mira);
  expect(now).toMatchObject({ left: 10, state: 'usable', validFrom: '2026-12-31T23:00:00Z' });
  expect(before).toMatchObject({ left: 0, state: 'expired' });
  const { body } = await world.api('GET', `/customers/${mira.id}/benefits/ledger`);
  const said = body.data.map(({ kind, amount, balance, at }: Built) => [kind, amount, balance, at]);
  expect(said).toContainEqual(['expired', -10, expect.any(Number), '2026-12-31T23:00:00Z']);
  expect(body.data[0].balance).toBe(10);
});

test('PAS-4 a contract begun in the past gives the cycle that is on, a part cycle by days', async () => {
  const mira = await world.customer();
  await world.contract(mira, { ...(await hotDesk()), locationId: quay.id }, { startDay: '2026-05-20' });
  expect(await benefits(mira)).toMatchObject([{ granted: 10, validFrom: '2026-12-19T23:00:00Z' }]);
  const leo = await world.customer();
  await world.contract(
    leo,
    { ...(await hotDesk()), locationId: quay.id },
    { startDay: '2026-12-31', billingDay: 15 },
  );
  expect(await benefits(leo)).toMatchObject([{ granted: 5, expiresDay: '2027-01-15' }]);
});

test('PAS-4 nothing depends on a job: granting late, or from sixteen sides at once, gives once', async () => {
  const mira = await world.customer();
  const { id } = await world.contract(
    mira,
    { ...(await hotDesk()), locationId: quay.id },
    { startDay: '2026-12-01' },
  );
  await sql`update deadlines set done_at = now() where about_id = ${id}`.execute(world.shell.connection.db);
  await Promise.all(Array.from({ length: 16 }, () => benefits(mira)));
  expect(await benefits(mira)).toMatchObject([{ granted: 10 }]);
});

test('PAS-4 frozen: paused; a cycle spent frozen gives nothing, the part after it by days', async () => {
  const mira = await world.customer();
  const contract = await world.contract(mira, { ...(await hotDesk()), locationId: quay.id });
  await world.freeze(contract, { fromDay: '2027-01-02', untilDay: '2027-02-15' });
  expect(await benefits(mira)).toMatchObject([{ left: 10, state: 'usable' }]);
  await world.clockTo('2027-01-02T00:00:00+01:00');
  expect(await benefits(mira)).toMatchObject([
    { left: 10, state: 'frozen', pausedUntil: '2027-02-14T23:00:00Z' },
  ]);
  await world.clockTo('2027-02-10T09:00:00+01:00');
  expect(await benefits(mira)).toMatchObject([{ left: 0 }]);
  await world.clockTo('2027-02-15T00:00:00+01:00');
  expect((await benefits(mira))[0]).toMatchObject({ granted: 5, state: 'usable', expiresDay: '2027-03-01' });
});

test('PAS-4 cycles missed in a suspension give nothing, the part left after lifting by days', async () => {
  const mira = await world.customer();
  await world.contract(
    mira,
    { ...(await hotDesk()), locationId: quay.id },
    { startDay: '2027-02-15', billingDay: 15 },
  );
  await benefits(mira);
  const { id } = await world.suspension(mira);
  await world.clockTo('2027-04-01T09:00:00+02:00');
  await world.api('POST', `/customers/${mira.id}/suspensions/${id}/lift`, {});
  const usable = (await benefits(mira)).filter(({ state }) => state === 'usable');
  expect(usable).toMatchObject([{ granted: 5, expiresDay: '2027-04-15' }]);
  expect(await benefits(mira)).toHaveLength(2);
});

test('PAS-4 minutes expire some days after they were granted, put off by a freeze', async () => {
  const pass = await world.pass({ kind: 'time', minutes: 60, locationId: quay.id });
  const plan = await world.plan(quay, {
    benefits: [{ passId: pass.id, minutes: 300, expires: { days: 10 } }],
  });
  const mira = await world.customer();
  const contract = await world.contract(mira, { ...plan, locationId: quay.id }, { startDay: '2027-04-01' });
  expect(await benefits(mira)).toMatchObject([{ left: 300, unit: 'minutes', expiresDay: '2027-04-11' }]);
  await world.freeze(contract, { fromDay: '2027-04-05', untilDay: '2027-04-08' });
  expect(await benefits(mira)).toMatchObject([{ expiresDay: '2027-04-14' }]);
  await world.clockTo('2027-04-13T12:00:00+02:00');
  expect(await benefits(mira)).toMatchObject([{ left: 300, state: 'usable' }]);
  await world.clockTo('2027-04-14T00:00:00+02:00');
  expect(await benefits(mira)).toMatchObject([{ left: 0, state: 'expired' }]);
});

test('PAS-9 the database refuses an entry that does not follow, changes none and deletes none', async () => {
  const mira = await world.customer();
  const grant = await world.gift(mira, dayPass, { quantity: 3 });
  const { db } = world.shell.connection;
  const entry = (number: number, amount: number, left: number) =>
    sql`
    insert into benefit_entries (id, grant_id, number, kind, amount, left_after, at, recorded_at)
    values (${`ben_${number}${amount}`}, ${grant.id}, ${number}, 'corrected', ${amount}, ${left}, now(),
    now())`.execute(
      db,
    );
  await expect(entry(2, -4, -1)).rejects.toThrow();
  await expect(entry(2, -1, 3)).rejects.toThrow();
  await expect(entry(3, -1, 2)).rejects.toThrow();
  await expect(
    sql`update benefit_entries set amount = 9 where grant_id = ${grant.id}`.execute(db),
  ).rejects.toThrow();
  await expect(sql`delete from benefit_entries where grant_id = ${grant.id}`.execute(db)).rejects.toThrow();
});

test('SAF-2 a customer reads what it owns, not what another owns', async () => {
  const mira = await world.customer();
  const leo = await world.customer();
  await world.gift(mira, dayPass);
  expect((await world.as(mira.id)('GET', `/customers/${mira.id}/benefits`)).body.data).toHaveLength(1);
  expect((await world.as(leo.id)('GET', `/customers/${mira.id}/benefits`)).status).toBe(404);
  expect((await world.as(leo.id)('GET', `/customers/${mira.id}/benefits/ledger`)).status).toBe(404);
});

test('SAF-2 passes and plans reach only where their maker may make them', async () => {
  const loft = await world.location({ name: 'Harbour Loft' });
  const wished = { name: 'Manager', role: 'locationManager', locationId: loft.id };
  const { secret } = (await world.api('POST', '/api-keys', wished)).body;
  const manager = (method: string, path: string, body: unknown) =>
    world.stranger(method, path, body, { authorization: `Bearer ${secret}` });
  const pass = { name: 'Ours', kind: 'day', locationId: loft.id };
  expect((await manager('POST', '/passes', { ...pass, locationIds: [quay.id] })).status).toBe(403);
  const { id } = (await manager('POST', '/passes', pass)).body;
  expect((await manager('PATCH', `/passes/${id}`, { locationIds: [loft.id, quay.id] })).status).toBe(403);
  const cycle = { every: 1, unit: 'month' };
  const plan = { name: 'Ours', locationId: loft.id, cycle, price: { amount: 100, currency: 'EUR' } };
  for (const validAt of [{ where: 'network' }, { where: 'chosen', locationIds: [quay.id] }]) {
    expect((await manager('POST', '/plans', { ...plan, validAt })).status).toBe(403);
  }
  const made = await manager('POST', '/plans', { ...plan, validAt: { where: 'below' } });
  expect(made.status).toBe(201);
  const further = { validAt: { where: 'network' } };
  expect((await manager('PATCH', `/plans/${made.body.id}`, further)).status).toBe(403);
});
