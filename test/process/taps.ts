import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** Two processes on one database: what is changed through the first, and what the second answers next. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  readonly key: string;
  readonly databaseUrl: string;
}

export const changes = ['suspension', 'freeze', 'spent pass', 'revoked key', 'taken role'] as const;
export type Change = (typeof changes)[number];

export interface Taps {
  /** What is wrong with one trial: let in before, changed, asked once. Null: refused at once, as it must. */
  trial(change: Change): Promise<string | null>;
  stop(): Promise<void>;
}

interface Place {
  readonly locationId: string;
  readonly planId: string;
  readonly passId: string;
}

/** A place with a plan that opens its door, a pass, and a colleague. */
export async function tapsOn(pair: Pair): Promise<Taps> {
  const pool = new pg.Pool({ connectionString: pair.databaseUrl, max: 2 });
  const place = await placeOn(pair);
  const colleague = await colleagueOn(pair, pool, place);
  const trials: Record<Change, () => Promise<string | null>> = {
    suspension: async () => tapped(pair, place, await member(pair, place), suspends),
    freeze: async () => tapped(pair, place, await member(pair, place), freezes),
    'spent pass': async () => tapped(pair, place, await guest(pair, place), spends),
    'revoked key': () => keyRevoked(pair, place),
    'taken role': () => roleTaken(pair, pool, { ...place, ...colleague }),
  };
  return { trial: (change) => trials[change](), stop: () => pool.end() };
}

interface Person {
  readonly id: string;
  /** What the change is of: a contract, a grant. */
  readonly heldId: string;
}

const suspends = ({ one, key }: Pair, { id }: Person) =>
  done(send(one, key, ['POST', `/customers/${id}/suspensions`, { cause: 'manual' }]));

const freezes = ({ one, key }: Pair, { heldId }: Person) =>
  done(send(one, key, ['POST', `/contracts/${heldId}/freezes`, { fromDay: today() }]));

const spends = ({ one, key }: Pair, { id, heldId }: Person) =>
  done(send(one, key, ['POST', `/customers/${id}/benefits/${heldId}/corrections`,
    { amount: -1, note: 'Used' }]));

/** The other process has just said yes; the first changes it; the other's very next answer is a no. */
async function tapped(
  pair: Pair, { locationId }: Place, person: Person, change: (pair: Pair, of: Person) => Promise<unknown>,
): Promise<string | null> {
  const { other, key } = pair;
  const asked = { customerId: person.id, action: 'checkIn', locationId, via: 'door' };
  const before = await done(send(other, key, ['POST', '/access/decisions', asked]));
  if (before.allowed !== true) return `not let in before: ${before.firstDenial}`;
  await change(pair, person);
  const tap = { customerId: person.id, locationId, source: 'door' };
  const { status, body } = await send(other, key, ['POST', '/check-ins', tap]);
  return status === 403 && body.decision?.allowed === false ? null : `${status} after the change`;
}

async function keyRevoked({ one, other, key }: Pair, { locationId }: Place): Promise<string | null> {
  const wished = { name: 'Door', role: 'frontDesk', locationId };
  const made = await done(send(one, key, ['POST', '/api-keys', wished]));
  const asked = ['GET', '/customers?limit=1'] as const;
  const before = await send(other, made.secret, asked);
  if (before.status !== 200) return `${before.status} before`;
  await done(send(one, key, ['DELETE', `/api-keys/${made.id}`]));
  const { status } = await send(other, made.secret, asked);
  return status === 401 ? null : `${status} after the key was revoked`;
}

interface Colleague {
  readonly adminId: string;
  readonly accountId: string;
  readonly cookieName: string;
}

/** The session ends with the role; one begun afterwards may no more than the role that is left. */
async function roleTaken(pair: Pair, pool: pg.Pool, at: Place & Colleague): Promise<string | null> {
  const { one, other, key } = pair;
  const given = await done(send(one, key, ['POST', `/staff/${at.adminId}/roles`,
    { role: 'frontDesk', locationId: at.locationId }]));
  const role = given.roles.find((held: { role: string }) => held.role === 'frontDesk');
  const session = await sessionOf(pool, at);
  const before = await sendAs(other, session, '/customers?limit=1');
  if (before !== 200) return `${before} before`;
  await done(send(one, key, ['DELETE', `/staff/${at.adminId}/roles/${role.id}`]));
  const after = await sendAs(other, session, '/customers?limit=1');
  const anew = await sendAs(other, await sessionOf(pool, at), '/customers?limit=1');
  return after === 401 && anew === 403 ? null : `${after} and ${anew} after the role was taken`;
}

async function placeOn({ one, key }: Pair): Promise<Place> {
  const make = (path: string, body: object) => done(send(one, key, ['POST', path, body]));
  const { id: locationId } = await make('/locations',
    { name: 'Quay', slug: 'taps', timeZone: 'UTC', currency: 'EUR' });
  const plan = await make('/plans', {
    name: 'Door', locationId, price: { amount: 100, currency: 'EUR' }, cycle: { every: 1, unit: 'month' },
    entitlements: { accessWithoutPass: true },
  });
  const pass = await make('/passes', { name: 'Day', kind: 'day', locationId });
  return { locationId, planId: plan.id, passId: pass.id };
}

async function member(pair: Pair, { locationId, planId }: Place): Promise<Person> {
  const { id } = await person(pair, locationId);
  const wished = { customerId: id, planId, locationId, startDay: '2026-01-01' };
  return { id, heldId: (await done(send(pair.one, pair.key, ['POST', '/contracts', wished]))).id };
}

async function guest(pair: Pair, { locationId, passId }: Place): Promise<Person> {
  const { id } = await person(pair, locationId);
  const given = await done(send(pair.one, pair.key,
    ['POST', `/customers/${id}/benefits`, { passId, quantity: 1 }]));
  return { id, heldId: given.id };
}

const person = ({ one, key }: Pair, homeLocationId: string) =>
  done(send(one, key, ['POST', '/customers',
    { name: 'Mira', email: `${randomBytes(8).toString('hex')}@taps.test`, homeLocationId }]));

async function colleagueOn({ one, key }: Pair, pool: pg.Pool, { locationId }: Place): Promise<Colleague> {
  const email = 'colleague@taps.test';
  await done(send(one, key, ['POST', '/staff/invitations',
    { email, name: 'Fay', role: 'contentEditor', locationId }]));
  const { rows: [letter] } = await pool.query('select plain_text from mails where to_address = $1', [email]);
  const token = /(?:token=|#|invitations\/)([\w-]{40,})/.exec(letter.plain_text)?.[1];
  const response = await fetch(`${one}/api/v1/invitations/accept`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: one },
    body: JSON.stringify({ token, password: 'quite a long one' }),
  });
  const cookies = response.headers.getSetCookie();
  const { rows: [row] } = await pool.query(
    `select m.id, a.id as account_id, s.token from admins m join accounts a on a.id = m.account_id
       join sessions s on s.account_id = a.id where a.email = $1`, [email]);
  const cookieName = cookies.map((one) => one.split(';')[0]?.split('=') ?? [])
    .find(([, value]) => hashOf(value ?? '') === row.token)?.[0] ?? '';
  return { adminId: row.id, accountId: row.account_id, cookieName };
}

/** A session as signing in makes it, without the time that a password takes. */
async function sessionOf(pool: pg.Pool, { accountId, cookieName }: Colleague): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await pool.query(`insert into sessions (id, account_id, token, expires_at, created_at, updated_at)
    values ('ses_' || substr(md5(random()::text), 1, 26), $1, $2, now() + interval '1 day', now(), now())`,
  [accountId, hashOf(secret)]);
  return `${cookieName}=${secret}`;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const today = (): string => new Date().toISOString().slice(0, 10);

type Asked = readonly [method: string, path: string, body?: object];
type Answer = { readonly status: number; readonly body: any };

async function send(address: string, key: string, [method, path, body]: Asked): Promise<Answer> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

async function sendAs(address: string, cookie: string, path: string): Promise<number> {
  const response = await fetch(`${address}/api/v1${path}`, { headers: { cookie } });
  await response.text();
  return response.status;
}

async function done(answer: Promise<Answer>): Promise<any> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
