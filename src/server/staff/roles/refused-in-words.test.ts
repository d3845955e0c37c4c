import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser, newestLetter } from '../../../../test/support/browser.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';

/**
 * What keeps somebody out is said in words, with the roles of those who could let them in; nobody is named.
 */
let world: World;
let network: string;
let quay: string;
let loft: string;

beforeAll(async () => {
  world = await startWorld();
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
  loft = (await world.location({ name: 'Loft' })).id;
  await colleague('owner', network);
  await colleague('locationManager', quay);
  await colleague('administrator', loft);
});
afterAll(() => world.stop());

let count = 0;
async function colleague(role: string, locationId: string) {
  count += 1;
  const email = `zoe${count}@example.com`;
  await world.api('POST', '/staff/invitations', { email, name: 'Zoe Zebra', role, locationId });
  const browser = newBrowser(world);
  const token = (await newestLetter(world, email))?.secret;
  await browser.ask('POST', '/invitations/accept', { token, password: 'quite a long one' });
  return browser;
}

test('PER-3 a refusal says in words what is missing, and by role who could give it', async () => {
  const desk = await colleague('frontDesk', quay);
  const { status, body } = await desk.ask('GET', '/staff');
  expect([status, body.code, body.permission]).toEqual([403, 'notPermitted', 'staff.read']);
  expect(body.needs).toBe('Seeing colleagues and roles');
  expect(body.givenBy).toEqual([
    { role: 'owner', name: 'Owner' }, { role: 'locationManager', name: 'Location manager' }]);
  expect(body.detail).toBe('It needs “Seeing colleagues and roles”, which your role does not include here. '
    + 'These roles can give it to you: Owner and Location manager.');
  expect(JSON.stringify(body)).not.toMatch(/Zoe|example\.com/);
  const german = await desk.ask('GET', '/staff', undefined, { 'accept-language': 'de-AT, en;q=0.5' });
  expect(german.body.needs).toBe('Mitarbeitende und Rollen sehen');
  expect(german.body.detail).toContain('Inhaber');
});

test('PER-3 at a place it names who can give it there; who holds it elsewhere is no help', async () => {
  const customer = await world.customer({ homeLocationId: quay });
  const desk = await colleague('frontDesk', quay);
  const { body } = await desk.ask('POST', `/customers/${customer.id}/suspensions`, { cause: 'manual' });
  expect(body).toMatchObject({ code: 'notPermitted', permission: 'customers.suspend' });
  expect(body.givenBy.map(({ role }: any) => role)).toEqual(['owner', 'locationManager']);
  const erase = (await desk.ask('GET', '/permissions/customers.erase')).body;
  expect(erase.givenBy.map(({ role }: any) => role)).toEqual(['owner']);
});

test('PER-3 also roles of the operator’s own can be the ones to ask', async () => {
  const { body: role } = await world.api('POST', '/roles',
    { name: 'Head of desk', permissions: ['staff.read', 'staff.write', 'crm.read'] });
  const other = (await world.location({ name: 'Pier' })).id;
  await colleague(role.id, other);
  const reader = await colleague('contentEditor', other);
  const { body } = await reader.ask('GET', '/permissions/crm.read');
  expect(body).toMatchObject({
    id: 'crm.read', word: 'crm', group: 'Leads', name: 'Seeing leads', isHeld: false,
    givenBy: [{ role: 'owner', name: 'Owner' }, { role: role.id, name: 'Head of desk' }],
  });
});

test('SAF-2 a customer is told of no permission, no role and nobody', async () => {
  const customer = await world.customer({ homeLocationId: quay });
  const asked = [
    await world.as(customer.id)('GET', '/staff'), await world.as(customer.id)('GET', '/permissions'),
    await world.as(customer.id)('GET', '/permissions/staff.read'),
  ];
  for (const { status, body } of asked) {
    expect([status, body.code, body.detail]).toEqual([403, 'notPermitted', 'You may not do this here.']);
    expect(Object.keys(body).toSorted()).toEqual(
      ['code', 'detail', 'instance', 'requestId', 'status', 'title', 'type']);
  }
  expect((await world.stranger('GET', '/permissions')).status).toBe(401);
  const team = await world.team({ locationId: quay, members: [customer] });
  const own = await world.as(customer.id)('PATCH', `/teams/${team.id}`, { name: 'Mine' });
  expect([own.status, own.body.code, own.body.permission]).toEqual([403, 'notPermitted', undefined]);
});

test('SAF-2 who could give something is told of places where one works, and of no other', async () => {
  const desk = await colleague('frontDesk', quay);
  const at = (id: string) => desk.ask('GET', `/permissions/staff.write?locationId=${id}`);
  expect((await at(quay)).body.givenBy.map(({ role }: any) => role)).toEqual(['owner', 'locationManager']);
  for (const elsewhere of [loft, network, `loc_${'0'.repeat(26)}`]) {
    expect((await at(elsewhere)).status).toBe(404);
  }
  expect((await desk.ask('GET', '/permissions/staff.steal')).status).toBe(404);
});

test('PER-3 every permission is listed in words, for staff and keys', async () => {
  const desk = await colleague('frontDesk', quay);
  const { body } = await desk.ask('GET', '/permissions');
  expect(body.data.find(({ id }: any) => id === 'customers.suspend')).toEqual({
    id: 'customers.suspend', word: 'customers', group: 'Customers',
    name: 'Suspending customers and lifting suspensions',
    description: 'Suspends customers and lifts suspensions, with what that means for billing.',
  });
});

test('PER-3 what one would give beyond one’s own is named in words', async () => {
  const manager = await colleague('locationManager', quay);
  const { body } = await manager.ask('POST', '/staff/invitations',
    { email: 'x@example.com', name: 'X', role: 'developer', locationId: quay });
  expect(body).toMatchObject({ code: 'mayNotGrant', missing: ['keys.write', 'webhooks.write'] });
  expect(body.detail).toContain('You do not hold: Managing API keys and Managing webhooks.');
});
