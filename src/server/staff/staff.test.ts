import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, newBrowser, newestLetter } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';
import { newId } from '../platform/work/new-id.ts';
import { prepareFirstOwner } from './set-up.ts';

let world: World;
let owner: Browser;
let network: string;
let quay: string;
let loft: string;

beforeAll(async () => {
  world = await startWorld({
    env: { FOYER_OWNER_EMAIL: 'olga@example.com', FOYER_OWNER_PASSWORD: 'correct horse battery' },
  });
  await prepareFirstOwner(world.shell);
  owner = newBrowser(world);
  await owner.ask('POST', '/auth/sign-in', { email: 'olga@example.com', password: 'correct horse battery' });
  network = (await world.network()).id;
  quay = (await world.location({ name: 'Quay' })).id;
  loft = (await world.location({ name: 'Loft' })).id;
});
afterAll(() => world.stop());

let count = 0;
async function colleague(role: string, locationId: string, by = owner): Promise<Browser & { email: string }> {
  count += 1;
  const email = `colleague${count}@example.com`;
  const invited = await by.ask('POST', '/staff/invitations', {
    email,
    name: `Colleague ${count}`,
    role,
    locationId,
  });
  expect(invited.body).toMatchObject({ email, role });
  const browser = newBrowser(world);
  const token = (await newestLetter(world, email))?.secret;
  const accepted = await browser.ask('POST', '/invitations/accept', { token, password: 'quite a long one' });
  expect(accepted.status).toBe(200);
  return { ...browser, email };
}

const idOf = async (browser: Browser): Promise<string> => (await browser.ask('GET', '/me')).body.admin.id;

test('PER-3 a colleague accepts a role at a location once, and may what it says there', async () => {
  const email = 'front@example.com';
  const body = { email, name: 'Fay Front', role: 'frontDesk', locationId: quay };
  const invited = await owner.ask('POST', '/staff/invitations', body);
  expect(invited.status).toBe(201);
  const letter = await newestLetter(world, email);
  expect(letter?.subject).toBe('Olga invites you to the team of Network');
  expect(letter?.opensAccount).toBe(true);
  const browser = newBrowser(world);
  const opened = await browser.ask('POST', '/invitations/open', { token: letter?.secret });
  expect(opened.body).toMatchObject({ email, role: 'frontDesk', location: 'Quay', needsPassword: true });
  const given = { token: letter?.secret, password: 'quite a long one' };
  expect((await browser.ask('POST', '/invitations/accept', given)).status).toBe(200);
  expect((await newBrowser(world).ask('POST', '/invitations/accept', given)).body.code).toBe(
    'invitationNotGood',
  );
  const me = await browser.ask('GET', '/me');
  expect(me.body.locations.map(({ name }: { name: string }) => name)).toEqual(['Quay']);
  expect(me.body.permissions).toContain('checkIns.write');
  expect(me.body.permissions).not.toContain('staff.write');
});

test('PER-3 an invitation is good for 7 days', async () => {
  const email = 'late@example.com';
  await owner.ask('POST', '/staff/invitations', { email, name: 'Late', role: 'readOnly', locationId: quay });
  const token = (await newestLetter(world, email))?.secret;
  await world.clockTo(new Date(world.shell.clock.now() + 7 * 86_400_000).toISOString());
  const { body } = await newBrowser(world).ask('POST', '/invitations/accept', {
    token,
    password: 'quite a long one',
  });
  expect(body.code).toBe('invitationNotGood');
});

test('PER-3 a new invitation voids the older one, and a withdrawn one is void', async () => {
  const email = 'twice@example.com';
  const body = { email, name: 'Twice', role: 'readOnly', locationId: quay };
  await owner.ask('POST', '/staff/invitations', body);
  const first = (await newestLetter(world, email))?.secret;
  const { body: { id } } = await owner.ask('POST', '/staff/invitations', body);
  const second = (await newestLetter(world, email))?.secret;
  const open = async (token: string | undefined) =>
    (await newBrowser(world).ask('POST', '/invitations/open', { token })).status;
  expect([await open(first), await open(second)]).toEqual([422, 200]);
  expect((await owner.ask('DELETE', `/staff/invitations/${id}`)).status).toBe(204);
  expect(await open(second)).toBe(422);
});

test('PER-5 access that is ended holds from the next request, sessions too', async () => {
  const gone = await colleague('frontDesk', quay);
  expect((await gone.ask('GET', '/me')).body.kind).toBe('admin');
  expect((await owner.ask('POST', `/staff/${await idOf(gone)}/end`)).status).toBe(204);
  expect((await gone.ask('GET', '/me')).status).toBe(401);
  const again = await newBrowser(world).ask('POST', '/auth/sign-in', {
    email: gone.email,
    password: 'quite a long one',
  });
  expect(again.body.code).toBe('signInRefused');
});

test('PER-3 the last owner stays, also when two owners end each other at once', async () => {
  const me = await idOf(owner);
  expect((await owner.ask('POST', `/staff/${me}/end`)).body.code).toBe('lastOwner');
  const second = await colleague('owner', network);
  const [a, b] = await Promise.all([
    owner.ask('POST', `/staff/${await idOf(second)}/end`), second.ask('POST', `/staff/${me}/end`),
  ]);
  expect([a?.status, b?.status].filter((status) => status === 204)).toHaveLength(1);
  const { rows } = await world.shell.connection.pool.query(
    'select 1 from admin_roles where role = $1 and ended_at is null', ['owner']);
  expect(rows).toHaveLength(1);
  // Whoever is left goes on as the owner of this file.
  if (b?.status === 204) owner = second;
});

test.each([
  ['an administrator makes no owner', 'administrator', 'network', { role: 'owner', at: 'network' }, 403],
  [
    'a location manager invites front desk there',
    'locationManager',
    'quay',
    { role: 'frontDesk', at: 'quay' },
    201,
  ],
  [
    'a location manager makes no administrator',
    'locationManager',
    'quay',
    { role: 'administrator', at: 'quay' },
    403,
  ],
  [
    'a location manager invites nobody elsewhere',
    'locationManager',
    'quay',
    { role: 'frontDesk', at: 'loft' },
    403,
  ],
  [
    'a location manager invites nobody above',
    'locationManager',
    'quay',
    { role: 'readOnly', at: 'network' },
    403,
  ],
  ['front desk invites nobody', 'frontDesk', 'quay', { role: 'readOnly', at: 'quay' }, 403],
])('PER-3 nobody gives what they do not hold: %s', async (_, role, at, wished, status) => {
  const places: Record<string, string> = { network, quay, loft };
  const browser = await colleague(role, places[at] ?? '');
  const body = {
    email: `friend${count}@example.com`,
    name: 'F',
    role: wished.role,
    locationId: places[wished.at],
  };
  expect((await browser.ask('POST', '/staff/invitations', body)).status).toBe(status);
  const own = await idOf(browser);
  const raise = await browser.ask('POST', `/staff/${own}/roles`, { role: 'owner', locationId: network });
  expect(raise.status).toBe(403);
});

test('PER-3 an administrator ends no owner, a manager nobody of another place', async () => {
  const admin = await colleague('administrator', network);
  expect((await admin.ask('POST', `/staff/${await idOf(owner)}/end`)).body.code).toBe('mayNotGrant');
  const manager = await colleague('locationManager', quay);
  const other = await colleague('frontDesk', loft);
  expect((await manager.ask('POST', `/staff/${await idOf(other)}/end`)).status).toBe(404);
  const { body } = await manager.ask('GET', '/staff');
  expect(body.data.map(({ email }: { email: string }) => email)).not.toContain(other.email);
});

test('PER-3 whoever was ended has invited nobody', async () => {
  const manager = await colleague('locationManager', quay);
  await manager.ask('POST', '/staff/invitations', {
    email: 'mole@example.com',
    name: 'M',
    role: 'frontDesk',
    locationId: quay,
  });
  await owner.ask('POST', `/staff/${await idOf(manager)}/end`);
  const token = (await newestLetter(world, 'mole@example.com'))?.secret;
  expect((await newBrowser(world).ask('POST', '/invitations/open', { token })).status).toBe(422);
});

test('SAF-1 one account may be admin and customer, and keeps its password when invited', async () => {
  const both = await colleague('frontDesk', quay);
  const open = { name: 'Both', email: both.email, password: 'another long one', locationId: quay };
  await newBrowser(world).ask('POST', '/accounts', open);
  const customerId = newId('cus');
  await world.shell.connection.pool.query(
    `insert into customers (id, name, email, home_location_id, created_at, changed_at)
     values ($3, 'Both', $1, $2, now(), now())`, [both.email, quay, customerId]);
  await world.shell.connection.pool.query(
    `insert into portal_access_changes (customer_id, from_at, allowed) values ($1, '2020-01-01', true)`,
    [customerId],
  );
  await both.ask('POST', '/auth/magic-link', { email: both.email, at: 'admin' });
  const token = (await newestLetter(world, both.email))?.secret;
  expect((await both.ask('POST', '/auth/magic-link/use', { token })).status).toBe(200);
  expect((await both.ask('GET', '/me')).body).toMatchObject({
    kind: 'admin', customer: { id: customerId }, account: { hasPassword: true },
  });
});

test('SAF-3 every change of staff is in the audit log, with who, what and where', async () => {
  const { body } = await owner.ask('GET', '/audit-log?action=staff.&limit=200');
  const actions = new Set(body.data.map(({ action }: { action: string }) => action));
  expect([...actions].sort()).toEqual(
    ['staff.invitationWithdrawn', 'staff.invited', 'staff.joined', 'staff.roleEnded']);
  const invited = body.data.find(({ action }: { action: string }) => action === 'staff.invited');
  expect(invited).toMatchObject({ actorKind: 'admin', after: { role: expect.any(String) } });
  expect(JSON.stringify(body)).not.toMatch(/quite a long one|correct horse/);
});

test('SAF-2 the letters whose links open an account are read by owners only', async () => {
  const admin = await colleague('administrator', network);
  await newBrowser(world).ask('POST', '/auth/password/forgot', {
    email: (await owner.ask('GET', '/me')).body.account.email,
  });
  const seen = await admin.ask('GET', '/mails?limit=5');
  expect(seen.body.data[0]).toMatchObject({ opensAccount: true, plainText: null });
  const one = await admin.ask('GET', `/mails/${seen.body.data[0].id}`);
  expect(one.body).toMatchObject({ plainText: null, html: null });
  expect((await owner.ask('GET', `/mails/${seen.body.data[0].id}`)).body.html).toContain('<a href=');
  const manager = await colleague('locationManager', quay);
  expect((await manager.ask('GET', '/mails')).status).toBe(403);
});

test('API-1 the audit log goes by pages, newest first, each entry once', async () => {
  const seen: { id: string; at: string }[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: any } = await owner.ask(
      'GET',
      `/audit-log?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    seen.push(...body.data);
    cursor = body.nextCursor;
  } while (cursor !== null);
  const all = await owner.ask('GET', '/audit-log?limit=200');
  expect(seen.map(({ id }) => id)).toEqual(all.body.data.map(({ id }: { id: string }) => id));
  expect([...seen].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))).toEqual(seen);
  for (const forged of ['[1e300,"x"]', '["x",1]', '[null,null]']) {
    const text = Buffer.from(forged).toString('base64url');
    expect((await owner.ask('GET', `/audit-log?cursor=${text}`)).status).toBe(200);
  }
});
