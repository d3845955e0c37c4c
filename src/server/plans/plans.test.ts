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

test('CON-8 a plan above several currencies carries a price for each, or is not taken there', async () => {
  const mill = await world.location({ name: 'Harbour Mill', timeZone: 'Europe/London', currency: 'GBP' });
  const network = await world.network();
  const both = await world.plan(network, {
    prices: [
      { amount: 100, currency: 'EUR' },
      { amount: 90, currency: 'GBP' },
    ],
  });
  const euros = await world.plan(network, { price: { amount: 100, currency: 'EUR' } });
  const customer = await aCustomer(world, quay.id);
  const take = (planId: string, price?: unknown) =>
    world.api('POST', '/contracts', {
      customerId: customer.id,
      planId,
      locationId: mill.id,
      startDay: '2026-12-01',
      ...(price !== undefined && { price }),
    });
  expect(await take(both.id)).toMatchObject({
    status: 201,
    body: { price: { amount: 90, currency: 'GBP' } },
  });
  expect(await take(euros.id)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'planId', code: 'noPriceInCurrency' }] },
  });
  expect((await take(both.id, { amount: 80, currency: 'EUR' })).status).toBe(422);
  expect((await take(both.id, { amount: 80, currency: 'GBP' })).body).toMatchObject({
    price: { amount: 80, currency: 'GBP' },
  });
  expect(await take(plan.id)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'planId', code: 'planNotHere' }] },
  });
  expect(
    (
      await world.api('POST', '/plans', {
        name: 'Dollars',
        locationId: network.id,
        cycle: { every: 1, unit: 'month' },
        price: { amount: 1, currency: 'USD' },
      })
    ).status,
  ).toBe(422);
});

test('plans: edited from now on, archived, found from their location downwards', async () => {
  const made = await world.plan(quay, { name: 'Virtual Office' });
  expect(
    (
      await world.api('POST', '/plans', {
        name: 'virtual office',
        locationId: quay.id,
        cycle: { every: 1, unit: 'month' },
        price: { amount: 1, currency: 'EUR' },
      })
    ).body.code,
  ).toBe('planNameTaken');
  const changed = await world.api(
    'PATCH',
    `/plans/${made.id}`,
    { price: { amount: 5_000, currency: 'EUR' } },
    { 'if-match': '"1"' },
  );
  expect(changed).toMatchObject({ status: 200, body: { version: 2, price: { amount: 5_000 } } });
  expect(
    (await world.api('PATCH', `/plans/${made.id}`, { description: 'x' }, { 'if-match': '"1"' })).status,
  ).toBe(412);
  const contract = await contractOf({}, made as unknown as typeof plan);
  expect(
    (await world.api('PATCH', `/plans/${made.id}`, { cycle: { every: 1, unit: 'year' } })).body.code,
  ).toBe('planHasContracts');
  expect((await world.api('POST', `/plans/${made.id}/archive`)).body.archivedAt).not.toBeNull();
  expect((await world.api('GET', `/contracts/${contract.id}`)).body.status).toBe('active');
  expect(
    (
      await world.api('POST', '/contracts', {
        customerId: contract.customerId,
        planId: made.id,
        locationId: quay.id,
        startDay: '2026-12-01',
      })
    ).status,
  ).toBe(422);
  const { body } = await world.api('GET', `/plans?locationId=${quay.id}&limit=200`);
  expect(body.data.map(({ id }: { id: string }) => id)).toContain(plan.id);
  expect(body.data.map(({ id }: { id: string }) => id)).not.toContain(made.id);
});
