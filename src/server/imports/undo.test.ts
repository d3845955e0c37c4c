import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

const header = 'Location,FullName,Email,Active,SendWelcomeEmail,Plan,ContractStartDate';
let world: World;
let quay: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  const pass = await world.pass({ locationId: quay.id });
  await world.plan(quay, { name: 'Hot Desk 10', benefits: [{ passId: pass.id, quantity: 10 }] });
});
afterAll(() => world.stop());

/** Imports rows and answers the customers by name. */
async function imported(rows: readonly string[]): Promise<{ id: string; customers: Map<string, string> }> {
  const { body } = await world.upload([header, ...rows].join('\n'));
  const run = await world.api('POST', `/imports/${body.id}/run`, {});
  const customers = run.body.rows.map((row: Record<string, string>) => [row.email, row.customerId]);
  return { id: body.id, customers: new Map(customers) };
}

const row = (email: string, welcome = 'NO', plan = 'Hot Desk 10'): string =>
  `Harbour Quay,${email.split('@')[0]},${email},YES,${welcome},${plan},2026-12-01`;
const undo = (id: string) => world.api('POST', `/imports/${id}/undo`);
const lettersTo = async (email: string) =>
  (await world.api('GET', `/mails?to=${encodeURIComponent(email)}`)).body.data;

test('IMP-1 undo leaves nothing of customers whose passes were only looked at', async () => {
  const { id, customers } = await imported([row('ana@example.test'), row('ben@example.test')]);
  const ana = customers.get('ana@example.test') ?? '';
  const benefits = await world.api('GET', `/customers/${ana}/benefits`);
  expect(benefits.body.data ?? benefits.body).not.toEqual([]);
  const undone = await undo(id);
  expect(undone.body).toMatchObject({ removed: { customers: 2, contracts: 2 }, kept: [] });
  expect((await world.api('GET', `/customers/${ana}`)).status).toBe(404);
});

test('IMP-1 PAS-9 whoever has used a pass stays, and so does its ledger', async () => {
  const { id, customers } = await imported([row('cleo@example.test')]);
  const cleo = customers.get('cleo@example.test') ?? '';
  const checkIn = { customerId: cleo, locationId: quay.id, source: 'desk' };
  expect((await world.api('POST', '/check-ins', checkIn)).status).toBe(201);
  expect((await undo(id)).body).toMatchObject({ removed: { customers: 0, contracts: 0 } });
  const entries = (await world.api('GET', `/customers/${cleo}/benefits/ledger`)).body.data;
  expect(entries.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['granted', 'used']);
});

test('IMP-1 a draft of a billing run keeps nobody, an issued invoice does', async () => {
  const drafted = await imported([row('dan@example.test')]);
  const run = await world.run(quay, '2026-12-01');
  expect((await undo(drafted.id)).body).toMatchObject({ removed: { customers: 1 }, kept: [] });
  const left = (await world.api('POST', `/billing-runs/${run.id}/issue`)).body;
  expect(left.invoices.map((one: { customerId: string }) => one.customerId)).not.toContain(
    drafted.customers.get('dan@example.test'),
  );
  const billed = await imported([row('eve@example.test')]);
  await world.issuedRun(quay, '2026-12-01');
  expect((await undo(billed.id)).body).toMatchObject({
    removed: { customers: 0 },
    kept: [{ email: 'eve@example.test', keptBecause: 'invoices' }],
  });
});

test('IMP-1 CUS-9 SendWelcomeEmail YES invites the new customer, once, and keeps nobody', async () => {
  const file = [row('fay@example.test', 'YES'), row('gil@example.test'), row('hal@example.test', 'yes', '')];
  const { id } = await imported(file);
  await world.jobs();
  expect(await lettersTo('fay@example.test')).toHaveLength(1);
  expect(await lettersTo('hal@example.test')).toHaveLength(1);
  expect(await lettersTo('gil@example.test')).toEqual([]);
  await imported(file);
  await world.jobs();
  expect(await lettersTo('fay@example.test')).toHaveLength(1);
  expect((await undo(id)).body).toMatchObject({ removed: { customers: 3 }, kept: [] });
});

test('IMP-1 undo takes from a customer who was there before what the import gave, and no more', async () => {
  const known = await world.customer({ email: 'jan@example.test' });
  const { id } = await imported(['Harbour Quay,Jan,JAN@example.test,NO,NO,Hot Desk 10,']);
  const state = async () => (await world.api('GET', `/customers/${known.id}/state`)).body;
  expect(await state()).toMatchObject({ standing: 'member', suspended: true });
  expect((await undo(id)).body.removed).toEqual({ customers: 0, contracts: 1 });
  expect(await state()).toMatchObject({ standing: 'contact', suspended: false });
});

test('IMP-1 an undo that comes before the letters stops them', async () => {
  const { id } = await imported([row('ida@example.test', 'YES')]);
  expect((await undo(id)).body.removed).toEqual({ customers: 1, contracts: 1 });
  await world.jobs();
  expect(await lettersTo('ida@example.test')).toEqual([]);
});
