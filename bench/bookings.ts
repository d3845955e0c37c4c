// P5: full bookings over HTTP into free slots, at 1, 8 and 32 clients, beside bare inserts under the same
// exclusion constraint; P6: the same slot wanted by 32 clients, beside ON CONFLICT DO NOTHING.
// Run: node bench/bookings.ts
// Limit and figure are measured in turns on the same durable PostgreSQL; each is the median of three rounds.
// Both are asked for by as little program as it takes: prepared inserts, requests on bare sockets.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/server/platform/database/embedded-postgres.ts';
import { LeanClient } from './support/lean-client.ts';
import { type Measured, median, report } from './support/report.ts';

const SECONDS = Number(process.env.SECONDS ?? 2);
const ROUNDS = 3;
const ROOMS = 50;
const firstSlot = Date.parse('2027-01-04T00:00:00Z');

const folder = await mkdtemp(join(tmpdir(), 'foyer-bookings-'));
await chmod(folder, 0o755);
const database = await startEmbeddedPostgres({ folder });
const port = 4790 + (process.pid % 100);
const env = {
  ...process.env,
  DATABASE_URL: database.url,
  PORT: String(port),
  FOYER_URL: `http://localhost:${port}`,
  FOYER_OWNER_EMAIL: 'owner@bench.test',
  FOYER_OWNER_PASSWORD: 'a-bench-needs-an-owner',
  FOYER_LOG: 'fatal',
};
const server = spawn(
  process.execPath,
  [
    '--input-type=module',
    '-e',
    `const { start } = await import('${join(import.meta.dirname, '../src/server/main.ts')}');
    await start([], process.env);`,
  ],
  { env, stdio: ['ignore', 'pipe', 'inherit'] },
);
await new Promise<void>((ready) =>
  server.stdout.on('data', (text: Buffer) => {
    if (String(text).includes('ready')) ready();
  }),
);

try {
  const key = await makeKey();
  const place = await setUp(key);
  const pool = new pg.Pool({ connectionString: database.url, max: 32 });
  await pool.query(`create table bare (booking_id text not null, resource_id text not null, unit int not null,
    blocked tstzrange not null, exclude using gist (resource_id with =, unit with =, blocked with &&))`);
  let next = 0;
  const bareInsert = async (slot: number): Promise<void> => {
    const { resourceId, startAt, endAt } = slotOf(place, slot);
    await pool.query({
      name: 'bare',
      text: 'insert into bare values ($1, $2, 1, tstzrange($3, $4)) on conflict do nothing',
      values: [`bok_${slot}`, resourceId, startAt, endAt],
    });
  };
  const clients = Array.from({ length: 32 }, () => new LeanClient(port, key));
  const wish = (slot: number) => ({ ...slotOf(place, slot), customerId: place.customerId });
  const book = async (client: number, slot: number): Promise<number> =>
    (await (clients[client] as LeanClient).post('/bookings', wish(slot))).status;
  const bookFree = async (client: number): Promise<void> => {
    const status = await book(client, next++);
    if (status !== 201) throw new Error(`a free slot answered ${status}`);
  };
  for (let turn = 0; turn < ROUNDS; turn += 1) await round(32, bookFree);
  const rows: Measured[] = [];
  for (const count of [1, 8, 32]) {
    const limits: number[] = [];
    const ours: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      limits.push((await round(count, () => bareInsert(next++))).perSecond);
      ours.push((await round(count, bookFree)).perSecond);
    }
    rows.push({
      name: `P5 bookings, ${count} ${count === 1 ? 'client' : 'clients'}`,
      ours: median(ours),
      limit: median(limits),
      unit: '/s',
      goal: { atLeast: 0.15 },
    });
  }
  const limits: number[] = [];
  const ours: number[] = [];
  let overlaps = 0;
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const slot = next++;
    limits.push((await round(32, () => bareInsert(slot))).p99);
    const wished = next++;
    const statuses = new Map<number, number>();
    ours.push((await round(32, async (client) => {
      const status = await book(client, wished);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    })).p99);
    overlaps += Math.abs((statuses.get(201) ?? 0) - 1);
    for (const status of statuses.keys())
      if (status !== 201 && status !== 409) throw new Error(`a lost race answered ${status}`);
  }
  rows.push({
    name: 'P6 the same slot, 32 clients, p99',
    ours: median(ours),
    limit: median(limits),
    unit: 'ms',
    goal: { atMost: 4 },
  });
  report('Bookings', rows);
  console.log(`P6 overlaps: ${overlaps}`);
  for (const client of clients) client.close();
  await pool.end();
} finally {
  server.kill('SIGTERM');
  await new Promise((done) => server.once('exit', done));
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Place {
  readonly resourceIds: readonly string[];
  readonly customerId: string;
}

/** Every slot of a quarter of an hour has its own number: rooms in turn, then the next quarter. */
function slotOf({ resourceIds }: Place, slot: number) {
  const start = firstSlot + Math.floor(slot / ROOMS) * 15 * 60_000;
  return {
    resourceId: resourceIds[slot % ROOMS], startAt: new Date(start).toISOString(),
    endAt: new Date(start + 15 * 60_000).toISOString(),
  };
}

async function makeKey(): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../bin/api-key.ts'), 'create', '--name', 'bench', '--role', 'owner'],
    { env },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => { text += String(chunk); });
  await new Promise((done) => child.once('exit', done));
  return text.trim().split('\n').at(-1) ?? '';
}

/**
 * Fifty rooms of one type with a price, one for members too, and a member whose bookings wait for the next
 * invoice.
 */
async function setUp(key: string): Promise<Place> {
  const client = new LeanClient(port, key);
  const made = async (path: string, body: unknown): Promise<{ id: string }> => {
    const { status, text } = await client.post(path, body);
    if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text) as { id: string };
  };
  const quay = await made('/locations', {
    name: 'Quay',
    slug: 'quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
  });
  const type = await made('/resource-types', { name: 'Rooms' });
  await made('/rates', { typeId: type.id, price: { amount: 3000, currency: 'EUR' } });
  await made('/rates', {
    typeId: type.id,
    price: { amount: 2000, currency: 'EUR' },
    audience: { level: 'members' },
  });
  const plan = await made('/plans', {
    name: 'Desk',
    locationId: quay.id,
    cycle: { every: 1, unit: 'month' },
    price: { amount: 12_000, currency: 'EUR' },
  });
  const customer = await made('/customers', {
    kind: 'individual',
    name: 'Mira',
    email: 'mira@bench.test',
    homeLocationId: quay.id,
  });
  await made('/contracts', {
    customerId: customer.id,
    planId: plan.id,
    locationId: quay.id,
    startDay: '2026-01-01',
  });
  const resourceIds: string[] = [];
  for (let room = 0; room < ROOMS; room += 1) {
    resourceIds.push(
      (await made('/resources', { name: `Room ${room}`, typeId: type.id, locationId: quay.id })).id,
    );
  }
  client.close();
  return { resourceIds, customerId: customer.id };
}

async function round(
  clients: number,
  act: (client: number) => Promise<void>,
): Promise<{ perSecond: number; p99: number }> {
  const took: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    while (performance.now() - begun < SECONDS * 1000) {
      const from = performance.now();
      await act(client);
      took.push(performance.now() - from);
    }
  }));
  took.sort((a, b) => a - b);
  return {
    perSecond: took.length / ((performance.now() - begun) / 1000),
    p99: took[Math.floor(took.length * 0.99)] ?? Number.NaN,
  };
}
