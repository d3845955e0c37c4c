import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCustomer } from '../../../test/support/rows.ts';
import { startWorld, type World } from '../../../test/support/world.ts';
import { makeNetwork } from '../staff/make-network.ts';

let world: World;
let quay: { id: string; currency: string };
let plan: { id: string; locationId: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  await world.shell.write(world.caller, (work) => makeNetwork(work, { name: 'Harbour', languages: ['en'] }));
  quay = (await world.location({ name: 'Harbour Quay' })) as unknown as typeof quay;
  plan = (await world.plan(quay, { freeze: { byCustomers: true, cyclesMax: 2 } })) as unknown as typeof plan;
});
afterAll(() => world.stop());

const contractOf = async (fields: Record<string, unknown> = {}, of = plan) =>
  world.contract(await aCustomer(world, quay.id), of, fields);

test('CON-1 CON-2 CON-3 a contract is made, its status derived, its days half-open', async () => {
  const contract = await contractOf({ startDay: '2026-12-01' });
  expect(contract).toMatchObject({
    status: 'active',
    startDay: '2026-12-01',
    endDay: null,
    lastDay: null,
    billingDay: 1,
    planId: plan.id,
    price: { amount: 12_000, currency: 'EUR' },
    ownPrice: null,
    quantity: 1,
    nextPlan: null,
    freezes: [],
  });
  const at = async (instant: string) =>
    (await world.api('GET', `/contracts/${contract.id}?at=${encodeURIComponent(instant)}`)).body.status;
  expect(await at('2026-11-30T23:59:59+01:00')).toBe('scheduled');
  const cancelled = await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-31' });
  expect(cancelled).toMatchObject({
    status: 200,
    body: { lastDay: '2026-12-31', endDay: '2027-01-01', status: 'active' },
  });
  expect(await at('2026-12-31T23:59:59+01:00')).toBe('active');
  expect(await at('2027-01-01T00:00:00+01:00')).toBe('ended');
});

test('CON-4 cancelled before it starts, a contract is void', async () => {
  const contract = await contractOf({ startDay: '2027-02-01' });
  expect(contract.status).toBe('scheduled');
  const { body } = await world.api('POST', `/contracts/${contract.id}/cancel`, { at: 'now' });
  expect(body).toMatchObject({ status: 'void', endDay: '2027-02-01' });
  expect((await world.api('POST', `/contracts/${contract.id}/cancel`, {})).body.code).toBe('contractOver');
});

test("CON-4 a customer cancels by the plan's rules, staff on any day; a preview writes nothing", async () => {
  const notice = await world.plan(quay, { cancel: { noticeDays: 40, minimumTermCycles: 6 } });
  const contract = await contractOf({ startDay: '2026-12-01' }, notice as unknown as typeof plan);
  const own = world.as(contract.customerId as string);
  const preview = await own('POST', `/contracts/${contract.id}/cancel`, {
    lastDay: '2026-12-10',
    preview: true,
  });
  expect(preview).toMatchObject({
    status: 200,
    body: { preview: true, effectiveDay: '2027-06-01', contract: { lastDay: '2027-05-31' } },
  });
  expect((await world.api('GET', `/contracts/${contract.id}`)).body.endDay).toBeNull();
  expect(
    (await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-10' })).body.lastDay,
  ).toBe('2026-12-10');
  expect((await own('POST', `/contracts/${contract.id}/cancel`, {})).status).toBe(409);
  const kept = await world.api('POST', `/contracts/${contract.id}/keep`);
  expect(kept.body).toMatchObject({ endDay: null, lastDay: null });
});

test('CON-4 customers take back the cancellation they gave, not one that staff decided', async () => {
  const contract = await contractOf({ startDay: '2026-11-01' });
  const own = world.as(contract.customerId as string);
  expect((await own('POST', `/contracts/${contract.id}/keep`)).status).toBe(409);
  expect((await own('POST', `/contracts/${contract.id}/cancel`, {})).status).toBe(200);
  expect((await own('POST', `/contracts/${contract.id}/keep`)).body).toMatchObject({ lastDay: null });
  await world.api('POST', `/contracts/${contract.id}/cancel`, { at: 'endOfCycle' });
  expect(await own('POST', `/contracts/${contract.id}/keep`)).toMatchObject({
    status: 403,
    body: { code: 'notPermitted' },
  });
  const other = world.as((await world.customer()).id);
  expect((await other('POST', `/contracts/${contract.id}/keep`)).status).toBe(404);
});

test('CON-4 a plan may leave cancelling to staff', async () => {
  const shut = await world.plan(quay, { cancel: { byCustomers: false } });
  const contract = await contractOf({}, shut as unknown as typeof plan);
  const own = world.as(contract.customerId as string);
  expect(await own('POST', `/contracts/${contract.id}/cancel`, {})).toMatchObject({
    status: 403,
    body: { code: 'planForbidsCancelling' },
  });
});

test('CON-5 another plan takes effect with the next cycle, or now, with its price', async () => {
  const other = await world.plan(quay, { price: { amount: 24_000, currency: 'EUR' } });
  const contract = await contractOf({ startDay: '2026-11-15', price: { amount: 9_900, currency: 'EUR' } });
  const { body } = await world.api('POST', `/contracts/${contract.id}/change-plan`, {
    planId: other.id,
    when: 'nextCycle',
  });
  expect(body).toMatchObject({
    planId: plan.id,
    price: { amount: 9_900 },
    nextPlan: { planId: other.id, fromDay: '2026-12-15', price: { amount: 24_000 }, ownPrice: null },
  });
  expect(
    (await world.api('GET', `/contracts/${contract.id}?at=2026-12-15T00:00:00%2B01:00`)).body,
  ).toMatchObject({ planId: other.id, price: { amount: 24_000 }, nextPlan: null });
  const now = await world.api('POST', `/contracts/${contract.id}/change-plan`, {
    planId: other.id,
    when: 'now',
    price: { amount: 20_000, currency: 'EUR' },
  });
  expect(now.body).toMatchObject({ planId: other.id, nextPlan: null, price: { amount: 20_000 } });
});

test('CON-6 a freeze made today is in force at once, and can be resumed early', async () => {
  const contract = await contractOf();
  const freeze = await world.freeze(contract, { fromDay: '2026-12-01', untilDay: '2026-12-03' });
  expect(freeze).toMatchObject({
    startsAt: '2026-12-01T08:00:00Z',
    endsAt: '2026-12-02T23:00:00Z',
    billing: 'none',
    extendsMinimumTerm: true,
    state: 'inForce',
  });
  expect((await world.api('GET', `/contracts/${contract.id}`)).body.status).toBe('frozen');
  const overlap = await world.api('POST', `/contracts/${contract.id}/freezes`, { fromDay: '2026-12-02' });
  expect(overlap).toMatchObject({ status: 409, body: { code: 'freezeOverlaps' } });
  const resumed = await world.api('POST', `/contracts/${contract.id}/freezes/${freeze.id}/resume`, {});
  expect(resumed.body).toMatchObject({ untilDay: '2026-12-01', endsAt: '2026-12-01T08:00:00Z' });
  expect((await world.api('GET', `/contracts/${contract.id}`)).body.status).toBe('active');
  expect((await world.api('POST', `/contracts/${contract.id}/freezes/${freeze.id}/resume`, {})).status).toBe(
    409,
  );
});

test('CON-6 fees and refusals name their field', async () => {
  const contract = await contractOf({ startDay: '2026-12-01' });
  const ask = (body: unknown) => world.api('POST', `/contracts/${contract.id}/freezes`, body);
  expect(await ask({ fromDay: '2026-12-10', untilDay: '2026-12-10' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'untilDay', code: 'freezeEmpty' }] },
  });
  expect((await ask({ fromDay: '2026-11-10', untilDay: '2026-12-10' })).status).toBe(422);
  expect(
    await ask({
      fromDay: '2027-01-01',
      untilDay: '2027-02-01',
      billing: { fee: { amount: 3000, currency: 'EUR' } },
    }),
  ).toMatchObject({ status: 201, body: { billing: { fee: { amount: 3000, currency: 'EUR' } } } });
  expect(
    (await ask({ fromDay: '2027-03-01', billing: { fee: { amount: 3000, currency: 'GBP' } } })).status,
  ).toBe(422);
  const preview = await ask({ fromDay: '2027-04-01', untilDay: '2027-05-01', preview: true });
  expect(preview).toMatchObject({ body: { preview: true, effectiveDay: '2027-04-01' } });
  expect((await world.api('GET', `/contracts/${contract.id}/freezes`)).body.data).toHaveLength(1);
});

test("CON-6 a customer freezes its own contract by the plan's policy, and not its billing", async () => {
  const contract = await contractOf();
  const own = world.as(contract.customerId as string);
  const stranger = world.as((await aCustomer(world, quay.id)).id);
  const path = `/contracts/${contract.id}/freezes`;
  expect((await stranger('POST', path, { fromDay: '2026-12-10', untilDay: '2026-12-20' })).status).toBe(404);
  expect((await stranger('GET', `/contracts/${contract.id}`)).status).toBe(404);
  expect((await own('POST', path, { fromDay: '2026-12-10' })).body.code).toBe('freezeTooLong');
  expect(
    (await own('POST', path, { fromDay: '2026-12-10', untilDay: '2026-12-20', billing: 'full' })).status,
  ).toBe(403);
  expect((await own('POST', path, { fromDay: '2026-12-10', untilDay: '2026-12-20' })).status).toBe(201);
  expect((await own('GET', '/contracts')).body.data.map(({ id }: { id: string }) => id)).toEqual([
    contract.id,
  ]);
  expect((await own('POST', `/contracts/${contract.id}/change-plan`, { planId: plan.id })).status).toBe(403);
});

test('lists are filtered by status as the domain derives it, and paged', async () => {
  const customer = await aCustomer(world, quay.id);
  const [scheduled, frozen, ended] = [
    await world.contract(customer, plan, { startDay: '2027-05-01' }),
    await world.contract(customer, plan, { startDay: '2026-11-01' }),
    await world.contract(customer, plan, { startDay: '2026-10-01' }),
  ];
  await world.freeze(frozen, { fromDay: '2026-12-01' });
  await world.api('POST', `/contracts/${ended.id}/cancel`, { lastDay: '2026-10-31' });
  const ids = async (query: string) => {
    const { body } = await world.api('GET', `/contracts?customerId=${customer.id}&${query}`);
    return body.data.map(({ id }: { id: string }) => id);
  };
  expect(await ids('status=scheduled')).toEqual([scheduled.id]);
  expect(await ids('status=frozen')).toEqual([frozen.id]);
  expect(await ids('status=ended')).toEqual([ended.id]);
  expect(await ids('status=active')).toEqual([]);
  const first = await world.api('GET', `/contracts?customerId=${customer.id}&limit=2`);
  expect(first.body.data).toHaveLength(2);
  expect(await ids(`limit=2&cursor=${first.body.nextCursor}`)).toEqual([scheduled.id]);
});

test('CON-6 of parallel freezes one is made, of parallel changes none corrupts another', async () => {
  const contract = await contractOf();
  const other = await world.plan(quay, {});
  const answers = await Promise.all([
    ...Array.from({ length: 8 }, () =>
      world.api('POST', `/contracts/${contract.id}/freezes`, {
        fromDay: '2026-12-05',
        untilDay: '2026-12-20',
      }),
    ),
    ...Array.from({ length: 4 }, () =>
      world.api('POST', `/contracts/${contract.id}/change-plan`, { planId: other.id }),
    ),
    ...Array.from({ length: 4 }, (_, index) =>
      world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: `2027-03-1${index}` }),
    ),
  ]);
  expect(
    answers
      .slice(0, 8)
      .map(({ status }) => status)
      .sort(),
  ).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  expect(answers.slice(8).every(({ status }) => status === 200)).toBe(true);
  const { body } = await world.api('GET', `/contracts/${contract.id}`);
  expect(body.freezes).toHaveLength(1);
  expect(body.nextPlan).toMatchObject({ planId: other.id, fromDay: '2027-01-01' });
  expect(body.version).toBe(1 + 1 + 4 + 4);
});

test('passing time is told once: a freeze begins and thaws, a contract ends', async () => {
  const contract = await contractOf();
  await world.freeze(contract, { fromDay: '2026-12-03', untilDay: '2026-12-04' });
  await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: '2026-12-05' });
  await world.clockTo('2026-12-07T00:00:00+01:00');
  const rows = await world.shell.connection.db
    .selectFrom('signals')
    .select('kind')
    .where('aboutId', '=', contract.id)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute();
  expect(rows.map(({ kind }) => kind)).toEqual([
    'contract.created',
    'contract.frozen',
    'contract.cancelled',
    'contract.freezeBegun',
    'contract.thawed',
    'contract.ended',
  ]);
});

test('CON-6 previews say what a change makes of the invoices to come, tax included', async () => {
  const contract = await contractOf({ startDay: '2026-12-01' });
  const { body } = await world.api('POST', `/contracts/${contract.id}/freezes`, {
    fromDay: '2027-01-01',
    untilDay: '2027-02-01',
    preview: true,
  });
  expect(body.billing).toMatchObject({
    difference: { amount: -12_000, currency: 'EUR' },
    lines: [{ fromDay: '2027-01-01' }],
  });
  expect(body.stops.map(({ code }: { code: string }) => code)).toContain('contractBilling');
  expect(body.goesOn.map(({ code }: { code: string }) => code)).toContain('membership');
});

test('SUS-4 whoever takes a plan that says so is suspended at once', async () => {
  const careful = await world.plan(quay, { suspendOnJoin: true });
  const joined = await contractOf({}, careful as unknown as typeof plan);
  const { rows } = await sql<{
    cause: string;
  }>`select cause from suspensions where customer_id = ${joined.customerId}`.execute(
    world.shell.connection.db,
  );
  expect(rows).toEqual([{ cause: 'plan' }]);
});
