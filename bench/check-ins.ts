// P9: check-ins over HTTP, each taking a day pass, durable, at 1 and 8 clients, beside the one guarded
// statement that takes a pass and begins a stay; then refusals, which must be no slower.
// node bench/check-ins.ts; ARRIVALS=1000 for more. Limit and figure are measured in turns on the same durable
// PostgreSQL, medians of three.
import pg from 'pg';
import { type Measured, median, report } from './support/report.ts';
import { serve, type Served } from './support/served.ts';

const arrivals = Number(process.env.ARRIVALS ?? 300);
const rounds = 3;
const clientCounts = [1, 8];
const people = arrivals * rounds * clientCounts.length;
const served = await serve();
const pool = new pg.Pool({ connectionString: served.databaseUrl, max: 8 });
const personal = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, '0')}`;

try {
  const place = await setUp(served);
  await pool.query(`create table bare_entries (grant_id text, number int,
    left_after int check (left_after >= 0), primary key (grant_id, number))`);
  await pool.query('create table bare_stays (customer_id text primary key, grant_id text, at timestamptz)');
  const bare = async (n: number): Promise<void> => {
    await pool.query(`with used as (
        insert into bare_entries select $1, 1, 9 on conflict do nothing returning 1)
      insert into bare_stays select $2, $1, now() from used on conflict do nothing`,
    [personal('bft', n), personal('cus', n)]);
  };
  const ask = (customerId: string) =>
    served.ask('POST', '/check-ins', { customerId, locationId: place.locationId });
  const arrive = async (n: number): Promise<void> => {
    const { status, text } = await ask(personal('cus', n));
    if (status !== 201) throw new Error(`an arrival answered ${status} ${text}`);
  };
  const refused = async (): Promise<void> => {
    const { status } = await ask(place.strangerId);
    if (status !== 403) throw new Error(`a stranger was answered ${status}`);
  };
  for (let n = 0; n < 50; n += 1) await arrive(people + n);
  const rows: Measured[] = [];
  let next = 0;
  for (const clients of clientCounts) {
    const found: Record<'bare' | 'ours' | 'refusals', Times[]> = { bare: [], ours: [], refusals: [] };
    for (let round = 0; round < rounds; round += 1) {
      const from = next;
      next += arrivals;
      found.bare.push(await timed(clients, (n) => bare(from + n)));
      found.ours.push(await timed(clients, (n) => arrive(from + n)));
      found.refusals.push(await timed(clients, refused));
    }
    const of = (key: keyof typeof found, part: keyof Times) => median(found[key].map((times) => times[part]));
    for (const [part, most] of [['p50', 2], ['p99', 3]] as const) {
      rows.push(
        { name: `check-in, ${clients} clients, ${part}`, ours: of('ours', part), limit: of('bare', part),
          unit: 'ms', goal: { atMost: most } },
        { name: `refusal, ${clients} clients, ${part}`, ours: of('refusals', part), limit: of('ours', part),
          unit: 'ms', goal: { atMost: 1 } },
      );
    }
  }
  report('P9 check-ins', rows);
} finally {
  await pool.end();
  await served.stop();
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

async function timed(clients: number, act: (n: number) => Promise<void>): Promise<Times> {
  const took: number[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (next < arrivals) {
      const n = next;
      next += 1;
      const began = performance.now();
      await act(n);
      took.push(performance.now() - began);
    }
  }));
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Everybody owns a pass of ten days; the stranger owns none. */
async function setUp({ make }: Served): Promise<{ locationId: string; strangerId: string }> {
  const quay = { name: 'Quay', slug: 'quay', timeZone: 'Europe/Berlin', currency: 'EUR' };
  const at = await make('/locations', quay);
  const pass = await make('/passes', { name: 'Day', kind: 'day', locationId: at.id });
  const nobody = { name: 'Nobody', email: 'nobody@bench.test', homeLocationId: at.id };
  const stranger = await make('/customers', nobody);
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`;
  const all = `from generate_series(0, ${people + 50}) n`;
  await pool.query(`insert into customers (id, name, email, home_location_id, created_at, changed_at)
    select ${id('cus')}, 'Person ' || n, 'p' || n || '@bench.test', $1, now(), now() ${all}`, [at.id]);
  await pool.query(`insert into benefit_grants (id, customer_id, pass_id, source, valid_from, granted_at)
    select ${id('bft')}, ${id('cus')}, $1, 'given', now() - interval '1 day', now() ${all}`, [pass.id]);
  await pool.query(`insert into benefit_entries
      (id, grant_id, number, kind, amount, left_after, at, recorded_at)
    select ${id('ben')}, ${id('bft')}, 1, 'granted', 10, 10, now() - interval '1 day', now() ${all}`);
  await pool.query('analyze');
  return { locationId: at.id, strangerId: stranger.id };
}
