import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let network: string;
let quay: string;
let loft: string;
let berth: string;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00Z' });
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
  loft = (await world.location({ name: 'Loft' })).id;
  berth = (await world.location({ name: 'Berth', parentId: quay })).id;
});
afterAll(() => world.stop());

const asKey = (secret: string) => (method: string, path: string, body?: unknown) =>
  newBrowser(world).ask(method, path, body, { authorization: `Bearer ${secret}` });

const make = async (fields: Record<string, unknown>) => {
  const { status, body } = await world.api('POST', '/api-keys', { name: 'Till', ...fields });
  expect(status).toBe(201);
  return body;
};

test('API-2 a key holds each of its grants at its place and below, and nowhere else', async () => {
  const key = await make({ grants: [
    { role: 'frontDesk', locationId: quay }, { permissions: ['bookings.read'], locationId: loft },
  ] });
  expect(key.grants.map(({ role, roleName, permissions, locationName }: any) =>
    [role, roleName, permissions, locationName])).toEqual(
    [[null, null, ['bookings.read'], 'Loft'], ['frontDesk', 'Front desk', [], 'Quay']]);
  expect(key).toMatchObject({ role: null, permissions: ['bookings.read'], locationId: loft });
  const { body: me } = await asKey(key.secret)('GET', '/me');
  const at = (id: string) => me.locations.find((one: any) => one.id === id)?.permissions ?? [];
  expect(at(loft)).toEqual(['bookings.read']);
  expect(at(quay)).toContain('checkIns.write');
  expect(at(berth)).toContain('checkIns.write');
  expect(at(network)).toEqual([]);
});

test('API-2 a key with one grant is answered as before', async () => {
  expect(await make({ role: 'readOnly', locationId: quay })).toMatchObject({
    role: 'readOnly', permissions: [], locationId: quay, locationName: 'Quay', expiresDay: null, older: [],
    grants: [{ role: 'readOnly', locationId: quay }], isOver: false,
  });
  expect(await make({ permissions: ['crm.read'] })).toMatchObject({
    role: null, permissions: ['crm.read'], locationId: network,
  });
});

test('API-2 the same place named twice is one grant', async () => {
  const key = await make({
    grants: [
      { permissions: ['crm.read'], locationId: quay },
      { permissions: ['crm.write', 'crm.read'], locationId: quay },
      { role: 'readOnly', locationId: quay },
      { role: 'readOnly', locationId: quay },
    ],
  });
  expect(key.grants.map(({ role, permissions }: any) => [role, permissions])).toEqual(
    [['readOnly', []], [null, ['crm.read', 'crm.write']]]);
});

test.each([
  ['no grant', { grants: [] }, 'grants'],
  ['a grant of nothing', { grants: [{ locationId: 'QUAY' }] }, 'grants.0.role'],
  ['a grant of both', { grants: [{ role: 'readOnly', permissions: ['crm.read'], locationId: 'QUAY' }] },
    'grants.0.role'],
  ['grants beside a role', { role: 'owner', grants: [{ role: 'readOnly', locationId: 'QUAY' }] }, 'grants'],
  ['an unknown role', { grants: [{ role: `rle_${'0'.repeat(26)}`, locationId: 'QUAY' }] }, 'grants.0.role'],
  ['a day that is past', { role: 'readOnly', expiresDay: '2026-12-01' }, 'expiresDay'],
  ['no day', { role: 'readOnly', expiresDay: '2026-02-30' }, 'expiresDay'],
])('API-2 %s is refused', async (_, fields, field) => {
  const sent = JSON.parse(JSON.stringify(fields).replaceAll('QUAY', quay));
  const { status, body } = await world.api('POST', '/api-keys', { name: 'Bad', ...sent });
  expect([status, body.errors?.map((one: any) => one.field)]).toEqual([422, [field]]);
});

test('PER-3 nobody makes a key that may more than they do, at any one of its places', async () => {
  const maker = asKey((await make({ grants: [
    { role: 'developer', locationId: quay }, { permissions: ['crm.read'], locationId: loft },
  ] })).secret);
  const refused = async (...grants: object[]) => {
    const { status, body } = await maker('POST', '/api-keys', { name: 'Up', grants });
    return [status, body.code];
  };
  const here = { permissions: ['crm.read'], locationId: quay };
  expect((await maker('POST', '/api-keys', { name: 'Same', grants: [here] })).status).toBe(201);
  expect(await refused(here, { permissions: ['crm.read'], locationId: loft })).toEqual([403, 'notPermitted']);
  expect(await refused(here, { permissions: ['crm.write'], locationId: berth })).toEqual([
    403,
    'mayNotGrant',
  ]);
  expect(await refused(here, { permissions: ['crm.read'], locationId: network })).toEqual([
    403,
    'notPermitted',
  ]);
  const nowhere = await maker('POST', '/api-keys',
    { name: 'Up', grants: [{ permissions: ['crm.read'], locationId: `loc_${'0'.repeat(26)}` }] });
  expect(nowhere.status).toBe(404);
});

test('SAF-2 whoever looks at one place sees what a key may there, and nothing of the others', async () => {
  const key = await make({ name: 'Both', grants: [
    { role: 'frontDesk', locationId: quay }, { role: 'billing', locationId: loft },
  ] });
  const elsewhere = await make({ role: 'readOnly', locationId: loft });
  const atQuay = asKey((await make({ role: 'developer', locationId: quay })).secret);
  const { body } = await atQuay('GET', '/api-keys?limit=200');
  const seen = body.data.find(({ id }: any) => id === key.id);
  expect(seen).toMatchObject({ grants: [{ role: 'frontDesk' }], locationId: quay, mayEnd: false });
  expect(JSON.stringify(body)).not.toContain('Loft');
  for (const [method, path] of [['DELETE', ''], ['POST', '/rotate']] as const) {
    expect((await atQuay(method, `/api-keys/${key.id}${path}`, method === 'POST' ? {} : undefined)).body.code)
      .toBe('mayNotGrant');
    expect(
      (await atQuay(method, `/api-keys/${elsewhere.id}${path}`, method === 'POST' ? {} : undefined)).status,
    ).toBe(404);
  }
});

test('API-2 a key works until its last day is over in the network’s zone, and is then none', async () => {
  const key = await make({ role: 'readOnly', expiresDay: '2026-12-03' });
  expect(key).toMatchObject({ expiresDay: '2026-12-03', expiresAt: '2026-12-03T00:00:00Z', isOver: false });
  const status = async () => (await asKey(key.secret)('GET', '/me')).status;
  await world.clockTo('2026-12-02T23:59:59Z');
  expect(await status()).toBe(200);
  await world.clockTo('2026-12-03T00:00:00Z');
  expect(await status()).toBe(401);
  const { body } = await world.api('GET', '/api-keys?ended=false');
  expect(body.data.find(({ id }: any) => id === key.id).isOver).toBe(true);
  expect((await world.api('POST', `/api-keys/${key.id}/rotate`, {})).body.code).toBe('keyOver');
});

test('API-2 a key that is exchanged has a new secret; the old one ends at once', async () => {
  const key = await make({ role: 'readOnly' });
  const { status, body } = await world.api('POST', `/api-keys/${key.id}/rotate`, {});
  expect([status, body.id, body.older]).toEqual([200, key.id, []]);
  expect(body.secret).toMatch(/^key_[\w-]{43}$/);
  expect(body.hint).toBe(body.secret.slice(0, 8));
  expect((await asKey(key.secret)('GET', '/me')).status).toBe(401);
  expect((await asKey(body.secret)('GET', '/me')).body.key.id).toBe(key.id);
});

test('API-2 with an overlap both secrets work until it is over; the list says which is used', async () => {
  const key = await make({ role: 'readOnly' });
  const { body: one } = await world.api('POST', `/api-keys/${key.id}/rotate`, { overlapMinutes: 60 });
  expect(one.older).toEqual([{ hint: key.hint, endsAt: expect.any(String), lastUsedAt: null }]);
  expect((await asKey(key.secret)('GET', '/me')).status).toBe(200);
  const listed = async () =>
    (await world.api('GET', '/api-keys')).body.data.find(({ id }: any) => id === key.id);
  expect((await listed()).older[0].lastUsedAt).not.toBeNull();
  // Exchanged again with a shorter overlap: the first one ends with the second.
  const { body: two } = await world.api('POST', `/api-keys/${key.id}/rotate`, { overlapMinutes: 10 });
  const works = async () =>
    Promise.all([key, one, two].map(async ({ secret }) => (await asKey(secret)('GET', '/me')).status));
  expect(await works()).toEqual([200, 200, 200]);
  await world.clockTo(new Date(world.shell.clock.now() + 10 * 60_000).toISOString());
  expect(await works()).toEqual([401, 401, 200]);
  expect((await listed()).older).toEqual([]);
});

test('API-2 a revoked key has no secret that works, whichever', async () => {
  const key = await make({ role: 'readOnly' });
  const { body } = await world.api('POST', `/api-keys/${key.id}/rotate`, { overlapMinutes: 60 });
  await world.api('DELETE', `/api-keys/${key.id}`);
  for (const { secret } of [key, body]) expect((await asKey(secret)('GET', '/me')).status).toBe(401);
  expect((await world.api('POST', `/api-keys/${key.id}/rotate`, {})).body.code).toBe('keyOver');
});

test('API-2 of four who exchange a key at once each gets a secret, and one of them stays', async () => {
  const key = await make({ role: 'readOnly' });
  const made = await Promise.all([1, 2, 3, 4].map(() => world.api('POST', `/api-keys/${key.id}/rotate`, {})));
  expect(made.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const works = await Promise.all(
    made.map(async ({ body }) => (await asKey(body.secret)('GET', '/me')).status),
  );
  expect(works.toSorted()).toEqual([200, 401, 401, 401]);
});

test('API-2 its last day may be moved or taken away when it is exchanged', async () => {
  const key = await make({ role: 'readOnly', expiresDay: '2027-01-01' });
  const rotate = async (body: object) => (await world.api('POST', `/api-keys/${key.id}/rotate`, body)).body;
  expect((await rotate({})).expiresDay).toBe('2027-01-01');
  expect((await rotate({ expiresDay: '2027-02-01' })).expiresDay).toBe('2027-02-01');
  expect(await rotate({ expiresDay: null })).toMatchObject({ expiresDay: null, expiresAt: null });
  expect((await rotate({ expiresDay: '2026-12-01' })).errors[0].field).toBe('expiresDay');
  expect((await rotate({ overlapMinutes: 43_201 })).errors[0].field).toBe('overlapMinutes');
});

test('PER-3 nobody comes by what a key may by exchanging its secret', async () => {
  const owners = await make({ role: 'owner' });
  const developer = asKey((await make({ role: 'developer' })).secret);
  const refused = await developer('POST', `/api-keys/${owners.id}/rotate`, {});
  expect([refused.status, refused.body.code, refused.body.secret]).toEqual([403, 'mayNotGrant', undefined]);
  expect((await asKey(owners.secret)('GET', '/me')).status).toBe(200);
});

test('PER-3 a key whose role was widened is exchanged by whoever holds what it may now', async () => {
  const { body: role } = await world.api('POST', '/roles', { name: 'Grows', permissions: ['crm.read'] });
  const developer = asKey((await make({ role: 'developer' })).secret);
  const { body: key } = await developer('POST', '/api-keys', { name: 'Grown', role: role.id });
  expect((await developer('POST', `/api-keys/${key.id}/rotate`, {})).status).toBe(200);
  await world.api('PATCH', `/roles/${role.id}`, { permissions: ['crm.read', 'payments.write'] });
  expect((await developer('POST', `/api-keys/${key.id}/rotate`, {})).body.code).toBe('mayNotGrant');
  expect((await developer('POST', '/api-keys', { name: 'Up', role: role.id })).body.code).toBe('mayNotGrant');
});

test('SAF-2 an exchanged secret is shown once and kept nowhere, also for a repeated request', async () => {
  const key = await make({ role: 'readOnly' });
  const headers = { 'idempotency-key': 'exchange-once' };
  const first = await world.api('POST', `/api-keys/${key.id}/rotate`, {}, headers);
  const again = await world.api('POST', `/api-keys/${key.id}/rotate`, {}, headers);
  expect(again.body).toEqual({ ...first.body, secret: null });
  for (const table of ['api_keys', 'api_key_secrets', 'idempotency_keys', 'audit_entries', 'signals']) {
    const { rows } = await world.shell.connection.pool.query(`select t::text as row from ${table} t`);
    expect(JSON.stringify(rows)).not.toContain(first.body.secret.slice(8));
  }
  const { body } = await world.api('GET', '/audit-log?action=apiKey.&limit=1');
  expect(body.data[0]).toMatchObject({
    action: 'apiKey.rotated',
    aboutId: key.id,
    after: { overlapMinutes: 0 },
  });
});
