// P12: a billing run over 10,000 contracts, drafted and issued, beside one SQL statement that writes as many
// invoices with a line each. Run: node bench/billing-run.ts; CONTRACTS=100000 for more.
// Both on the same durable PostgreSQL in turns; the figure is invoices a second, drafting and issuing
// together.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { parseInstant } from '../src/domain/kernel/instant.ts';
import type { Day } from '../src/domain/kernel/day.ts';
import type { Id } from '../src/domain/kernel/id.ts';
import { issueRun } from '../src/server/billing/runs/issue-run.ts';
import { startRun } from '../src/server/billing/runs/start-run.ts';
import { startTestClock } from '../src/server/platform/clock/test-clock.ts';
import { connect } from '../src/server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '../src/server/platform/database/embedded-postgres.ts';
import { migrate } from '../src/server/platform/database/migrate.ts';
import { callerOf, system } from '../src/server/platform/http/caller.ts';
import { startLog } from '../src/server/platform/log/log.ts';
import { readProcessSettings } from '../src/server/platform/process-settings.ts';
import { shellOf } from '../src/server/platform/work/shell.ts';
import { median, report } from './support/report.ts';

const CONTRACTS = Number(process.env.CONTRACTS ?? 10_000);
const ROUNDS = 3;
const folder = await mkdtemp(join(tmpdir(), 'foyer-billing-'));
await chmod(folder, 0o755);
const database = await startEmbeddedPostgres({ folder });
await migrate(database.url);
await runMigrations({ connectionString: database.url });
const connection = connect(database.url);
const clock = await startTestClock(connection, parseInstant('2026-12-01T09:00:00Z') ?? (0 as never));
const settings = readProcessSettings({ DATABASE_URL: database.url });
const shell = shellOf({ connection, clock, settings, log: startLog('fatal') });
const caller = callerOf(system, null);
const { pool } = connection;

try {
  await prepare();
  const ours: number[] = [];
  const limits: number[] = [];
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  for (let round = 0; round < ROUNDS; round += 1) {
    limits.push(CONTRACTS / (await seconds(() => oneStatement(round))));
    const day = `2026-${String(12 - round).padStart(2, '0')}-01`;
    ours.push(CONTRACTS / (await seconds(() => run(day))));
  }
  clearInterval(watch);
  const rows = [
    {
      name: `P12 billing run, ${CONTRACTS} contracts`,
      ours: median(ours),
      limit: median(limits),
      unit: 'invoices/s',
      goal: { atLeast: 0.25 },
    },
    {
      name: 'memory of the process',
      ours: most / 1_048_576,
      limit: 300,
      unit: 'MB',
      goal: { atMost: 1 },
    },
  ];
  report('Billing run (P12)', rows);
} finally {
  await clock.close();
  await connection.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

/** One place and one round of contracts for each turn: each turn bills its own. */
async function prepare(): Promise<void> {
  await pool.query(`insert into legal_entities (id, name, invoice_prefix, created_at)
    values ('ent_bench', 'Bench', 'BEN', '2020-01-01')`);
  await pool.query(`insert into locations (id, name, slug, time_zone, currency, created_at)
    values ('loc_bench', 'Bench', 'bench', 'Europe/Berlin', 'EUR', '2020-01-01')`);
  await pool.query(`insert into location_settings (location_id, name, in_force_from, value) values
    ('loc_bench', 'taxRate', '2020-01-01', '1900'), ('loc_bench', 'legalEntityId', '2020-01-01',
      '"ent_bench"')`);
  await pool.query(`insert into plans (id, location_id, name, created_at)
    values ('pla_bench', 'loc_bench', 'Hot Desk', '2020-01-01')`);
  const terms = { prices: { EUR: 12_000 }, cycle: { every: 1, unit: 'month' } };
  await pool.query(
    `insert into plan_versions (plan_id, version, in_force_from, terms)
    values ('pla_bench', 1, '2020-01-01', $1)`,
    [JSON.stringify(terms)],
  );
  await pool.query(`create table bare_invoices (like invoices including all)`);
  await pool.query(`create table bare_lines (like invoice_lines including all)`);
}

async function contractsFor(startDay: string): Promise<void> {
  const all = `from generate_series(1, ${CONTRACTS}) n`;
  const id = (prefix: string) => `'${prefix}_${startDay.slice(5, 7)}' || lpad(n::text, 24, '0')`;
  await pool.query(`insert into customers (id, name, email, home_location_id, created_at, changed_at)
    select ${id('cus')}, 'Customer ' || n, 'c' || n || '@${startDay}', 'loc_bench', now(), now() ${all}`);
  await pool.query(
    `insert into contracts (id, customer_id, location_id, start_day, currency, created_at, end_day)
    select ${id('con')}, ${id('cus')}, 'loc_bench', $1::date, 'EUR', now(),
      ($1::date + interval '1 month')::date ${all}`,
    [startDay],
  );
  await pool.query(
    `insert into contract_terms (contract_id, from_day, plan_id, made_at)
    select ${id('con')}, $1, 'pla_bench', now() ${all}`,
    [startDay],
  );
  await pool.query('analyze');
}

async function seconds(body: () => Promise<() => Promise<void>>): Promise<number> {
  const measured = await body();
  const from = performance.now();
  await measured();
  return (performance.now() - from) / 1000;
}

async function run(day: string): Promise<() => Promise<void>> {
  await contractsFor(day);
  return async () => {
    const wish = { locationId: 'loc_bench' as Id<'loc'>, throughDay: day as Day };
    const id = await shell.write(caller, (work) => startRun(work, wish));
    await issueRun(shell, caller, id);
    const { rows } = await pool.query(
      `select count(*)::int as count from invoices where run_id = $1 and state = 'issued'`,
      [id],
    );
    if (rows[0]?.count !== CONTRACTS) throw new Error(`${rows[0]?.count} invoices instead of ${CONTRACTS}`);
  };
}

/** The least that writes the same: numbered invoices with a line each, in one statement. */
async function oneStatement(round: number): Promise<() => Promise<void>> {
  await pool.query('truncate bare_invoices, bare_lines');
  return async () => {
    await pool.query(`
      with due as (
        select 'inv_' || n as id, 'lin_' || n as line_id, 'cus_' || n as customer_id, n
          from generate_series(1, ${CONTRACTS}) n
      ), written as (
        insert into bare_invoices (id, kind, state, legal_entity_id, series, number_in_series, number,
          customer_id, location_id,
          currency, language, seller, buyer, net, tax, total, made_at, issued_at, issued_day, due_days,
            due_day)
        select id, 'invoice', 'issued', 'ent_bench', '${round}', n, 'BEN-${round}-' || n, customer_id,
          'loc_bench', 'EUR', 'en',
          '{"name":"Bench"}', '{"name":"Customer"}', 12000, 2280, 14280, now(), now(), '2026-12-01', 7,
            '2026-12-08' from due
      )
      insert into bare_lines (id, invoice_id, position, kind, text, unit_price, amount, includes_tax,
        tax_rate, net, tax, total,
        start_day, end_day)
      select line_id, id, 0, 'contract', 'Hot Desk', 12000, 12000, false, 1900, 12000, 2280, 14280,
        '2026-12-01', '2027-01-01'
      from due`);
  };
}
