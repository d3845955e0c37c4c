import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, newBrowser, newestLetter } from '../../../../test/support/browser.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { permissionsOf, roleNames } from '../../../domain/staff/role.ts';

let world: World;
let network: string;
let quay: string;
let loft: string;

beforeAll(async () => {
  world = await startWorld();
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
  loft = (await world.location({ name: 'Loft' })).id;
});
afterAll(() => world.stop());

let count = 0;
const own = async (permissions: string[], fields: object = {}) => {
  count += 1;
  const { status, body } = await world.api('POST', '/roles', {
    name: `Role ${count}`,
    permissions,
    ...fields,
  });
  expect(status).toBe(201);
  return body;
};

async function colleague(
  role: string,
  locationId: string,
): Promise<Browser & { email: string; adminId: string }> {
  count += 1;
  const email = `colleague${count}@example.com`;
  const invited = await world.api('POST', '/staff/invitations', {
    email,
    name: `Co ${count}`,
    role,
    locationId,
  });
  expect(invited.status).toBe(201);
  return accepted(email);
}

async function accepted(email: string) {
  const browser = newBrowser(world);
  const token = (await newestLetter(world, email))?.secret;
  const done = await browser.ask('POST', '/invitations/accept', { token, password: 'quite a long one' });
  expect(done.status).toBe(200);
  return { ...browser, email, adminId: (await browser.ask('GET', '/me')).body.admin.id };
}

const asKey = (secret: string): Browser['ask'] => (method, path, body, headers = {}) =>
  newBrowser(world).ask(method, path, body, { authorization: `Bearer ${secret}`, ...headers });

test('PER-3 the fixed roles are listed with what they may, and are not changed', async () => {
  const { body } = await world.api('GET', '/roles');
  const fixed = body.data.filter(({ isFixed }: any) => isFixed);
  expect(fixed.map(({ id }: any) => id)).toEqual([...roleNames]);
  expect(fixed.map(({ role }: any) => role)).toEqual([...roleNames]);
  expect(fixed[3]).toMatchObject({
    id: 'frontDesk', name: 'Front desk', mayChange: false, permissions: [...permissionsOf('frontDesk')],
  });
  const one = await world.api('GET', '/roles/frontDesk');
  expect(one.body).toMatchObject({ id: 'frontDesk', isFixed: true, heldBy: [] });
  for (const [method, path, sent] of [
    ['PATCH', '/roles/frontDesk', { name: 'Desk' }], ['DELETE', '/roles/owner', undefined],
    ['POST', '/roles/billing/impact', { permissions: ['bookings.read'] }],
  ] as const) {
    const { status, body: { code } } = await world.api(method, path, sent);
    expect([status, code]).toEqual([409, 'roleIsFixed']);
  }
});

test('PER-3 a role of the operator’s own gives what it says, where it is given, and is named', async () => {
  const role = await own(['bookings.read', 'resources.read', 'bookings.read'],
    { name: 'Night desk', description: 'Watches at night.' });
  expect(role).toMatchObject({
    id: expect.stringMatching(/^rle_/), role: role.id, name: 'Night desk', description: 'Watches at night.',
    isFixed: false, permissions: ['resources.read', 'bookings.read'], version: 1, mayChange: true,
    holders: { people: 0, invitations: 0, keys: 0 }, heldBy: [], archivedAt: null,
  });
  const nora = await colleague(role.id, quay);
  const me = (await nora.ask('GET', '/me')).body;
  expect(me.permissions).toEqual(['resources.read', 'bookings.read']);
  expect(me.locations.map(({ name }: any) => name)).toEqual(['Quay']);
  expect(me.admin.roles).toMatchObject([{ role: role.id, roleName: 'Night desk', locationName: 'Quay' }]);
  expect((await nora.ask('GET', '/bookings')).status).toBe(200);
  expect((await nora.ask('GET', '/customers')).status).toBe(403);
  expect((await newestLetter(world, nora.email))?.plainText).toContain('Night desk');
  const { body: staff } = await world.api('GET', '/staff');
  expect(staff.data.find(({ id }: any) => id === nora.adminId).roles)
    .toMatchObject([{ role: role.id, roleName: 'Night desk', mayEnd: true }]);
  expect((await world.api('GET', `/roles/${role.id}`)).body).toMatchObject({
    holders: { people: 1, invitations: 0, keys: 0 },
    heldBy: [{ kind: 'person', id: nora.adminId, locationId: quay, locationName: 'Quay' }],
  });
});

test('PER-5 what a role may is changed for all who hold it, from their next request', async () => {
  const role = await own(['bookings.read']);
  const person = await colleague(role.id, quay);
  const { body: key } = await world.api('POST', '/api-keys', { name: 'K', role: role.id, locationId: quay });
  const may = async () => [(await person.ask('GET', '/customers')).status,
    (await asKey(key.secret)('GET', '/customers')).status, (await person.ask('GET', '/bookings')).status];
  expect(await may()).toEqual([403, 403, 200]);
  const changed = await world.api('PATCH', `/roles/${role.id}`, { permissions: ['customers.read'] });
  expect([changed.status, changed.body.version]).toEqual([200, 2]);
  expect(await may()).toEqual([200, 200, 403]);
  await world.api('PATCH', `/roles/${role.id}`, { permissions: ['bookings.read'] });
  expect(await may()).toEqual([403, 403, 200]);
});

test('API-1 whoever changes a role that was changed meanwhile is told so', async () => {
  const role = await own(['bookings.read']);
  const stale = await world.api('PATCH', `/roles/${role.id}`, { name: 'Other' }, { 'if-match': '"7"' });
  expect(stale.status).toBe(412);
  const read = await world.api('GET', `/roles/${role.id}`);
  expect(read.headers.get('etag')).toBe('"1"');
  const renamed = await world.api('PATCH', `/roles/${role.id}`, { description: 'So' }, { 'if-match': '"1"' });
  expect(renamed.body).toMatchObject({ description: 'So', permissions: ['bookings.read'], version: 2 });
});

test.each([
  ['capitals', 'one NAME', 'One name'], ['spaces', '  Two   names ', 'Two names'],
  ['wide letters', 'Ｔｈｒｅｅ', 'three'], ['an accent in two pieces', 'Cafe\u0301 desk', 'CAFÉ DESK'],
])('PER-3 the name of a role is unique, whatever its %s', async (_, name, again) => {
  const role = await own(['bookings.read'], { name });
  const { status, body } = await world.api('POST', '/roles', { name: again, permissions: ['bookings.read'] });
  expect([status, body.code, body.errors[0].field]).toEqual([409, 'nameTaken', 'name']);
  const other = await own(['bookings.read']);
  expect((await world.api('PATCH', `/roles/${other.id}`, { name: again })).body.code).toBe('nameTaken');
  expect((await world.api('PATCH', `/roles/${role.id}`, { name: again })).status).toBe(200);
  expect((await world.api('DELETE', `/roles/${role.id}`)).status).toBe(204);
  expect((await world.api('POST', '/roles', { name, permissions: ['bookings.read'] })).status).toBe(201);
});

test.each(['Owner', 'frontDesk', 'ADMINISTRATOR', 'Inhaber', 'مالك'])(
  'PER-3 no role of the operator’s own passes for a fixed one: %s', async (name) => {
    const { status, body } = await world.api('POST', '/roles', { name, permissions: ['bookings.read'] });
    expect([status, body.code]).toEqual([409, 'nameTaken']);
  });

test.each([
  ['no name', { name: '', permissions: ['bookings.read'] }, 'name'],
  ['a name that turns the text around', { name: 'a\u202Eb', permissions: ['bookings.read'] }, 'name'],
  ['a name too long', { name: 'x'.repeat(61), permissions: ['bookings.read'] }, 'name'],
  ['nothing it may', { name: 'Empty', permissions: [] }, 'permissions'],
  ['something unknown', { name: 'Odd', permissions: ['bookings.steal'] }, 'permissions.0'],
  ['more than there is', { name: 'Odd', permissions: ['__proto__'] }, 'permissions.0'],
  ['a field of its own', { name: 'Odd', permissions: ['bookings.read'], isFixed: true }, 'isFixed'],
])('PER-3 %s is refused', async (_, sent, field) => {
  const { status, body } = await world.api('POST', '/roles', sent);
  expect([status, body.errors.map((one: any) => one.field)]).toEqual([422, [field]]);
});

test('PER-3 of two who take one name at once one gets it', async () => {
  const make = () => world.api('POST', '/roles', { name: 'Race', permissions: ['bookings.read'] });
  const made = await Promise.all([make(), make(), make(), make()]);
  expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  const [a, b] = [await own(['bookings.read']), await own(['bookings.read'])];
  const rename = (id: string) => world.api('PATCH', `/roles/${id}`, { name: 'Race two' });
  const renamed = await Promise.all([rename(a.id), rename(b.id)]);
  expect(renamed.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('PER-3 a role in use is not archived, and the answer says who has it', async () => {
  const role = await own(['bookings.read']);
  const person = await colleague(role.id, loft);
  await world.api('POST', '/staff/invitations',
    { email: 'asked@example.com', name: 'Asked', role: role.id, locationId: quay });
  const { body: key } = await world.api('POST', '/api-keys', {
    name: 'Held',
    role: role.id,
    locationId: quay,
  });
  const { status, body } = await world.api('DELETE', `/roles/${role.id}`);
  expect([status, body.code, body.holders]).toEqual([409, 'roleInUse', 3]);
  expect(body.heldBy.map(({ kind, name, locationName }: any) => [kind, name, locationName])).toEqual([
    ['invitation', 'Asked', 'Quay'],
    ['person', expect.stringMatching(/^Co /), 'Loft'],
    ['key', 'Held', 'Quay'],
  ]);
  await world.api('DELETE', `/api-keys/${key.id}`);
  await world.api('POST', `/staff/${person.adminId}/end`);
  expect((await world.api('DELETE', `/roles/${role.id}`)).body.holders).toBe(1);
  const { body: { data } } = await world.api('GET', '/staff/invitations');
  await world.api('DELETE', `/staff/invitations/${data.find((one: any) => one.role === role.id).id}`);
  expect((await world.api('DELETE', `/roles/${role.id}`)).status).toBe(204);
  expect((await world.api('DELETE', `/roles/${role.id}`)).status).toBe(404);
  expect((await world.api('PATCH', `/roles/${role.id}`, { name: 'Back' })).status).toBe(404);
  expect((await world.api('GET', `/roles/${role.id}`)).body.archivedAt).not.toBeNull();
  const { body: listed } = await world.api('GET', '/roles');
  expect(listed.data.map(({ id }: any) => id)).not.toContain(role.id);
});

test('PER-3 an archived role is given to nobody, also by a letter that was too old already', async () => {
  const role = await own(['bookings.read']);
  const sent = { email: 'old@example.com', name: 'Old', role: role.id, locationId: quay };
  await world.api('POST', '/staff/invitations', sent);
  await world.clockTo(new Date(world.shell.clock.now() + 8 * 86_400_000).toISOString());
  expect((await world.api('DELETE', `/roles/${role.id}`)).status).toBe(204);
  const person = await colleague('readOnly', quay);
  for (const [path, body] of [
    ['/staff/invitations', sent], [`/staff/${person.adminId}/roles`, { role: role.id, locationId: quay }],
    ['/api-keys', { name: 'K', role: role.id, locationId: quay }],
  ] as const) {
    const { status, body: { errors } } = await world.api('POST', path, body);
    expect([status, errors[0]]).toMatchObject([422, { field: 'role', code: 'unknown' }]);
  }
});

test('PER-3 of giving and archiving a role at once, one holds', async () => {
  for (let round = 0; round < 6; round += 1) {
    const role = await own(['bookings.read']);
    const [given, archived] = await Promise.all([
      world.api('POST', '/api-keys', { name: 'Race', role: role.id, locationId: quay }),
      world.api('DELETE', `/roles/${role.id}`),
    ]);
    expect([[201, 409], [422, 204]]).toContainEqual([given.status, archived.status]);
  }
});

test('SAF-3 every change of a role is in the audit log, with before and after', async () => {
  const role = await own(['bookings.read'], { name: 'Audited' });
  await world.api('PATCH', `/roles/${role.id}`, { permissions: ['crm.read'] });
  await world.api('DELETE', `/roles/${role.id}`);
  const { body } = await world.api('GET', '/audit-log?action=role.&limit=3');
  expect(body.data.map(({ action, aboutId, locationId }: any) => [action, aboutId, locationId])).toEqual(
    ['archived', 'changed', 'created'].map((verb) => [`role.${verb}`, role.id, network]));
  expect(body.data[1]).toMatchObject({
    before: { permissions: ['bookings.read'] }, after: { name: 'Audited', permissions: ['crm.read'] },
  });
});

test('PER-3 before a role is changed it is shown whom that gives and takes what', async () => {
  const role = await own(['bookings.read', 'notes.read']);
  const plain = await colleague(role.id, quay);
  const covered = await colleague(role.id, loft);
  await world.api('POST', `/staff/${covered.adminId}/roles`, { role: 'readOnly', locationId: network });
  await world.api('POST', '/api-keys', { name: 'Program', role: role.id, locationId: quay });
  const { status, body } = await world.api('POST', `/roles/${role.id}/impact`,
    { permissions: ['notes.read', 'notes.write'] });
  expect([status, body.added, body.removed]).toEqual([200, ['notes.write'], ['bookings.read']]);
  expect(body.holders).toEqual({ people: 2, invitations: 0, keys: 1 });
  const of = (id: string) => body.affected.find((one: any) => one.id === id);
  expect(of(plain.adminId)).toMatchObject({
    kind: 'person',
    added: ['notes.write'],
    removed: ['bookings.read'],
  });
  expect(of(covered.adminId)).toMatchObject({ added: ['notes.write'], removed: [] });
  expect(body.affected).toHaveLength(3);
  expect((await world.api('GET', `/roles/${role.id}`)).body.version).toBe(1);
});
