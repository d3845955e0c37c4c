import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let network: string;
let quay: string;

beforeAll(async () => {
  world = await startWorld();
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
});
afterAll(() => world.stop());

const asKey = (secret: string) => async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${world.address}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
};

const make = async (fields: Record<string, unknown>) =>
  (await world.api('POST', '/api-keys', { name: 'Till', ...fields })).body;

test('API-2 a key acts with its role at its location, until it is revoked', async () => {
  const { status, body: key } = await world.api('POST', '/api-keys', {
    name: 'Till',
    role: 'frontDesk',
    locationId: quay,
  });
  expect(status).toBe(201);
  expect(key.secret).toMatch(/^key_[\w-]{43}$/);
  const ask = asKey(key.secret);
  const me = await ask('GET', '/me');
  expect(me.body).toMatchObject({ kind: 'key', key: { id: key.id, name: 'Till' }, account: null });
  expect(me.body.locations.map(({ id }: { id: string }) => id)).toEqual([quay]);
  expect(
    (await ask('POST', '/locations', { name: 'X', slug: 'x', timeZone: 'UTC', currency: 'EUR' })).status,
  ).toBe(403);
  expect((await world.api('DELETE', `/api-keys/${key.id}`)).status).toBe(204);
  expect((await ask('GET', '/me')).status).toBe(401);
});

test('API-2 a key may have permissions of its own instead of a role', async () => {
  const key = await make({ permissions: ['bookings.read', 'resources.read'] });
  expect((await asKey(key.secret)('GET', '/me')).body.permissions).toEqual([
    'resources.read',
    'bookings.read',
  ]);
});

test.each([
  ['neither role nor permissions', {}], ['both', { role: 'owner', permissions: ['bookings.read'] }],
  ['an unknown permission', { permissions: ['bookings.steal'] }], ['an unknown role', { role: 'king' }],
])('API-2 %s is refused', async (_, fields) => {
  const { status, body } = await world.api('POST', '/api-keys', { name: 'Bad', ...fields });
  expect([status, body.errors.length]).toEqual([422, 1]);
});

test('SAF-2 a secret is shown once and kept nowhere, also where the request can be repeated', async () => {
  const headers = { 'idempotency-key': 'make-one-key' };
  const fields = { name: 'Once', role: 'readOnly' };
  const first = await world.api('POST', '/api-keys', fields, headers);
  const again = await world.api('POST', '/api-keys', fields, headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual({ ...first.body, secret: null });
  const { secret } = first.body;
  for (const table of ['api_keys', 'idempotency_keys', 'audit_entries', 'signals']) {
    const { rows } = await world.shell.connection.pool.query(`select t::text as row from ${table} t`);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(8));
  }
});

test('PER-3 nobody makes a key that may more than they do', async () => {
  const developer = asKey((await make({ role: 'developer' })).secret);
  expect((await developer('POST', '/api-keys', { name: 'Up', role: 'owner' })).body.code).toBe('mayNotGrant');
  expect(
    (await developer('POST', '/api-keys', { name: 'Up', permissions: ['payments.write'] })).body.code,
  ).toBe('mayNotGrant');
  expect((await developer('POST', '/api-keys', { name: 'Same', role: 'readOnly' })).status).toBe(201);
  const atQuay = asKey((await make({ role: 'developer', locationId: quay })).secret);
  expect(
    (await atQuay('POST', '/api-keys', { name: 'Wide', role: 'readOnly', locationId: network })).status,
  ).toBe(403);
  expect((await atQuay('POST', '/api-keys', { name: 'Default', role: 'readOnly' })).status).toBe(403);
  expect(
    (await atQuay('GET', '/api-keys')).body.data.every(
      ({ locationId }: { locationId: string }) => locationId === quay,
    ),
  ).toBe(true);
});

test('PER-3 a key of a higher role is not revoked from below', async () => {
  const owners = await make({ role: 'owner' });
  const developer = asKey((await make({ role: 'developer' })).secret);
  expect((await developer('DELETE', `/api-keys/${owners.id}`)).body.code).toBe('mayNotGrant');
});

test.each([
  'key_',
  'key_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '',
  "key_' or true --aaaaaaaaaaaaaaaaaaaaa",
])('API-2 a key that is none is 401, also where nobody need sign in: %j', async (secret) => {
  expect((await asKey(secret)('GET', '/me')).status).toBe(401);
});

test('API-2 another scheme, as something in front of us may ask for it, is not ours', async () => {
  const response = await fetch(`${world.address}/api/v1/me`, { headers: { authorization: 'Basic YTpi' } });
  expect([response.status, (await response.json()).code]).toEqual([401, 'notSignedIn']);
});

test('API-2 a key outlives what made it, and the list says whose it was', async () => {
  const maker = await make({ role: 'developer', name: 'Maker' });
  const { body: made } = await asKey(maker.secret)('POST', '/api-keys', { name: 'Made', role: 'readOnly' });
  expect(made.madeBy).toEqual({ id: maker.id, name: 'Maker', isGone: false });
  await world.api('DELETE', `/api-keys/${maker.id}`);
  expect((await asKey(made.secret)('GET', '/me')).status).toBe(200);
  const { body } = await world.api('GET', '/api-keys?ended=false');
  expect(body.data.find(({ id }: any) => id === made.id).madeBy.isGone).toBe(true);
});

test('PER-3 the front desk reads invoices, and no billing run', async () => {
  const desk = asKey((await make({ role: 'frontDesk', locationId: quay })).secret);
  expect((await desk('GET', '/invoices')).status).toBe(200);
  expect((await desk('GET', '/billing-runs')).status).toBe(403);
});
