import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.ts';
import { type FoyerProcess, startFoyer } from './foyer-process.ts';

/** R3: the real program killed with kill -9 while it issues a run, anywhere, then asked again. */
const contracts = 900;
let world: World;
let key: string;
let at: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  at = await world.location({ settings: { taxRate: 1900 } });
  const plan = await world.plan(at);
  await manyContracts(at.id, plan.id);
  const made = await world.api('POST', '/api-keys', { name: 'Billing', role: 'owner' });
  key = made.body.secret ?? made.body.key;
}, 60_000);
afterAll(() => world.stop());

async function manyContracts(locationId: string, planId: string): Promise<void> {
  const { pool } = world.shell.connection;
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`;
  const all = `from generate_series(1, ${contracts}) n`;
  await pool.query(
    `insert into customers (id, name, email, home_location_id, created_at, changed_at)
    select ${id('cus')}, 'Customer ' || n, 'c' || n || '@example.test', $1, now(), now() ${all}`,
    [locationId],
  );
  await pool.query(
    `insert into contracts (id, customer_id, location_id, start_day, currency, created_at)
    select ${id('con')}, ${id('cus')}, $1, '2026-12-01', 'EUR', now() ${all}`,
    [locationId],
  );
  await pool.query(
    `insert into contract_terms (contract_id, from_day, plan_id, made_at)
    select ${id('con')}, '2026-12-01', $1, now() ${all}`,
    [planId],
  );
}

const start = (): Promise<FoyerProcess> => startFoyer({ DATABASE_URL: databaseUrl() });
const databaseUrl = (): string => world.shell.settings.databaseUrl ?? '';

async function ask(foyer: FoyerProcess, path: string, body?: unknown): Promise<Record<string, any>> {
  const response = await fetch(`${foyer.address}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  if (response.status >= 300) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json() as Promise<Record<string, any>>;
}

interface Found {
  readonly issued: number;
  readonly gaps: number;
  readonly twice: number;
  readonly wrongSums: number;
}

async function found(): Promise<Found> {
  const { rows } = await world.shell.connection.pool.query<Found>(`
    select (select count(*)::int from invoices where state <> 'draft') as issued,
      (select coalesce(sum(last - count), 0)::int from (select max(number_in_series) as last,
        count(*) as count from invoices
        where number is not null group by legal_entity_id, series) s) as gaps,
      (select count(*)::int from (select contract_id from billed_cycles where number = 0
        group by contract_id, cycle_start_day
        having count(*) > 1) t) as twice,
      (select count(*)::int from invoices i where total <> (select sum(total) from invoice_lines l
        where l.invoice_id = i.id)) as
        wrong_sums`);
  const { issued, gaps, twice, ...rest } = rows[0] as Found;
  return { issued, gaps, twice, wrongSums: (rest as unknown as { wrong_sums: number }).wrong_sums };
}

test('R3 kill -9 anywhere in issuing, then again: each due cycle once, no gap', async () => {
  let foyer = await start();
  const { id } = await ask(foyer, '/billing-runs', { locationId: at.id, throughDay: '2026-12-01' });
  let kills = 0;
  for (const milliseconds of [3, 40, 90, 150, 230, 320]) {
    const before = (await found()).issued;
    const asked = ask(foyer, `/billing-runs/${id}/issue`).then(
      () => 'done',
      () => 'killed',
    );
    await new Promise((go) => setTimeout(go, milliseconds));
    await foyer.stop('SIGKILL');
    if ((await asked) === 'killed') kills += 1;
    const now = await found();
    expect(now).toMatchObject({ gaps: 0, twice: 0, wrongSums: 0 });
    expect(now.issued).toBeGreaterThanOrEqual(before);
    foyer = await start();
  }
  const done = await ask(foyer, `/billing-runs/${id}/issue`);
  expect(done).toMatchObject({ state: 'issued', draftCount: 0, issuedCount: contracts });
  const again = await ask(foyer, '/billing-runs', { locationId: at.id, throughDay: '2026-12-01' });
  expect(again).toMatchObject({ draftCount: 0, skipCount: 0 });
  await foyer.stop();
  expect(await found()).toEqual({ issued: contracts, gaps: 0, twice: 0, wrongSums: 0 });
  expect(kills).toBeGreaterThan(0);
}, 180_000);
