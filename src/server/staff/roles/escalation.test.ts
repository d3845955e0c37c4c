import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, newBrowser, newestLetter } from '../../../../test/support/browser.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { permissionsOf } from '../../../domain/staff/role.ts';

/** Ways to come by more than one was given; none of them leads anywhere. */
let world: World;
let network: string;
let quay: string;

beforeAll(async () => {
  world = await startWorld();
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
  await world.location({ name: 'Loft' });
});
afterAll(() => world.stop());

let count = 0;
const own = async (permissions: readonly string[], ask: Browser['ask'] = world.api as Browser['ask']) => {
  count += 1;
  return ask('POST', '/roles', { name: `Role ${count}`, permissions });
};

async function colleague(role: string, locationId: string) {
  count += 1;
  const email = `colleague${count}@example.com`;
  await world.api('POST', '/staff/invitations', { email, name: `Co ${count}`, role, locationId });
  return accepted(email);
}

async function accepted(email: string) {
  const browser = newBrowser(world);
  const token = (await newestLetter(world, email))?.secret;
  await browser.ask('POST', '/invitations/accept', { token, password: 'quite a long one' });
  return { ...browser, email, adminId: (await browser.ask('GET', '/me')).body.admin.id };
}

const managing = ['staff.read', 'staff.write', 'bookings.read'];
const refused = ({ status, body }: { status: number; body: any }) => [status, body.code];

test('PER-3 nobody widens a role they hold beyond what they hold', async () => {
  const { body: role } = await own(managing);
  const boss = await colleague(role.id, network);
  const wider = await boss.ask('PATCH', `/roles/${role.id}`, {
    permissions: [...managing, 'payments.write'],
  });
  expect(refused(wider)).toEqual([403, 'mayNotGrant']);
  expect(wider.body.missing).toEqual(['payments.write']);
  expect(refused(await own(['payments.write'], boss.ask))).toEqual([403, 'mayNotGrant']);
  expect((await own(['bookings.read'], boss.ask)).status).toBe(201);
  expect((await boss.ask('PATCH', `/roles/${role.id}`, { name: 'Bosses' })).status).toBe(200);
});

test('PER-3 nobody narrows or renames a role that may more than they do', async () => {
  const { body: strong } = await own(['payments.write', 'bookings.read']);
  const boss = await colleague((await own(managing)).body.id, network);
  for (const sent of [{ permissions: ['bookings.read'] }, { name: 'Mine' }]) {
    expect(refused(await boss.ask('PATCH', `/roles/${strong.id}`, sent))).toEqual([403, 'mayNotGrant']);
  }
  expect(refused(await boss.ask('DELETE', `/roles/${strong.id}`))).toEqual([403, 'mayNotGrant']);
  const { body } = await boss.ask('GET', `/roles/${strong.id}`);
  expect([body.mayChange, body.mayGiveAt]).toEqual([false, []]);
});

test('PER-3 whoever manages one place defines nothing for the network', async () => {
  const { body: role } = await own(managing);
  const manager = await colleague('locationManager', quay);
  expect(refused(await own(['bookings.read'], manager.ask))).toEqual([403, 'notPermitted']);
  for (const [method, path, body] of [
    ['PATCH', `/roles/${role.id}`, { name: 'Mine' }], ['DELETE', `/roles/${role.id}`, undefined],
    ['POST', `/roles/${role.id}/impact`, { permissions: ['bookings.read'] }],
  ] as const) {
    expect(refused(await manager.ask(method, path, body))).toEqual([403, 'notPermitted']);
  }
  const sent = { email: 'f@example.com', name: 'F', role: role.id };
  expect((await manager.ask('POST', '/staff/invitations', { ...sent, locationId: quay })).status).toBe(201);
  expect((await manager.ask('POST', '/staff/invitations', { ...sent, locationId: network })).status).toBe(
    403,
  );
});

test('PER-3 inviting with a small role and widening it later needs what the wider one may', async () => {
  const { body: role } = await own(['bookings.read']);
  const admin = await colleague('administrator', network);
  await admin.ask('POST', '/staff/invitations',
    { email: 'mole@example.com', name: 'Mole', role: role.id, locationId: network });
  const everything = [...permissionsOf('owner')];
  const wider = await admin.ask('PATCH', `/roles/${role.id}`, { permissions: everything });
  expect(wider.body).toMatchObject({ code: 'mayNotGrant', missing: ['staff.makeOwners', 'mails.readLinks'] });
  const mole = await accepted('mole@example.com');
  expect((await mole.ask('GET', '/me')).body.permissions).toEqual(['bookings.read']);
});

test('PER-3 what is the owners’ alone is put into a role by owners', async () => {
  const { body: role } = await own(['mails.readLinks', 'staff.read', 'staff.write', 'system.read']);
  const reader = await colleague(role.id, network);
  expect((await reader.ask('GET', '/mails')).status).toBe(200);
  // They hold it, and may give that role on; yet they define none with it.
  expect(refused(await own(['mails.readLinks'], reader.ask))).toEqual([403, 'mayNotGrant']);
  const admin = await colleague('administrator', network);
  expect(refused(await own(['staff.makeOwners'], admin.ask))).toEqual([403, 'mayNotGrant']);
  const given = await admin.ask('POST', `/staff/${admin.adminId}/roles`, {
    role: role.id,
    locationId: network,
  });
  expect(refused(given)).toEqual([403, 'mayNotGrant']);
});

test('PER-3 a role with everything is not ownership: the last owner stays', async () => {
  const { body: role } = await own([...permissionsOf('owner')]);
  const owner = await colleague('owner', network);
  const all = await colleague(role.id, network);
  const ended = await all.ask('POST', `/staff/${owner.adminId}/end`);
  expect(refused(ended)).toEqual([409, 'lastOwner']);
});

test('PER-3 a role that is narrowed takes from its holder the right to give it back', async () => {
  const { body: role } = await own(managing);
  const boss = await colleague(role.id, network);
  await world.api('PATCH', `/roles/${role.id}`, { permissions: ['bookings.read'] });
  expect(refused(await boss.ask('PATCH', `/roles/${role.id}`, { permissions: managing })))
    .toEqual([403, 'notPermitted']);
});

test('PER-3 whoever no longer manages colleagues has invited nobody', async () => {
  const { body: role } = await own(managing);
  const boss = await colleague(role.id, network);
  const sent = { email: 'late@example.com', name: 'Late', role: role.id, locationId: quay };
  expect((await boss.ask('POST', '/staff/invitations', sent)).status).toBe(201);
  const token = (await newestLetter(world, sent.email))?.secret;
  const open = async () => (await newBrowser(world).ask('POST', '/invitations/open', { token })).status;
  expect(await open()).toBe(200);
  await world.api('PATCH', `/roles/${role.id}`, { permissions: ['bookings.read'] });
  expect(await open()).toBe(422);
});

test('PER-3 of narrowing and widening at once, each asks for what the role may then', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { body: role } = await own(['bookings.read']);
    const boss = await colleague((await own(managing)).body.id, network);
    // The owner puts in what the boss does not hold, while the boss changes it.
    const [owners, bosses] = await Promise.all([
      world.api('PATCH', `/roles/${role.id}`, { permissions: ['bookings.read', 'payments.write'] }),
      boss.ask('PATCH', `/roles/${role.id}`, { permissions: ['bookings.read', 'staff.read'] }),
    ]);
    expect(owners.status).toBe(200);
    const { permissions } = (await world.api('GET', `/roles/${role.id}`)).body;
    // Whoever went second was judged on what the first left.
    expect(bosses.status === 403 || permissions.includes('payments.write')).toBe(true);
  }
});

test('SAF-2 a made-up role is answered as one that does not exist', async () => {
  const nowhere = `rle_${'0'.repeat(26)}`;
  expect((await world.api('GET', `/roles/${nowhere}`)).status).toBe(404);
  for (const odd of ['constructor', '__proto__', 'rol_x', 'Owner', '%00', 'rle_']) {
    expect([404, 422]).toContain((await world.api('GET', `/roles/${odd}`)).status);
  }
  const person = await colleague('readOnly', quay);
  const given = await world.api('POST', `/staff/${person.adminId}/roles`, {
    role: nowhere,
    locationId: quay,
  });
  expect([given.status, given.body.errors[0].code]).toEqual([422, 'unknown']);
});
