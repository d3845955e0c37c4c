import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../../test/support/builders/resources.ts';
import { type Browser, newBrowser, newestLetter } from '../../../../test/support/browser.ts';
import { startWorld, type World } from '../../../../test/support/world.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { connect } from '../../platform/database/connect.ts';
import { shellOf } from '../../platform/work/shell.ts';
import { prepareFirstOwner } from '../../staff/set-up.ts';
import { openPreview } from './open-preview.ts';

/** Who may open a preview, who may use it, and until when. */
let world: World;
let quay: Built;
let mill: Built;
let mira: Built;
let owner: Browser;
const password = 'calm-harbour-morning';

beforeAll(async () => {
  world = await startWorld({
    now: '2026-12-01T09:00:00+01:00', web: true,
    env: { FOYER_OWNER_EMAIL: 'robin@harbour.example', FOYER_OWNER_PASSWORD: password },
  });
  await prepareFirstOwner(world.shell);
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay', timeZone: 'Europe/Berlin' });
  mill = await world.location({ name: 'Old Mill', timeZone: 'Europe/Berlin' });
  mira = await world.customer({ name: 'Mira Novak', homeLocationId: quay.id });
  await world.plan(quay as never, { name: 'Hot Desk 10' });
  owner = await signedIn('robin@harbour.example');
}, 90_000);
afterAll(() => world.stop());

async function signedIn(email: string): Promise<Browser> {
  const browser = newBrowser(world);
  expect((await browser.ask('POST', '/auth/sign-in', { email, password })).status).toBe(200);
  return browser;
}

async function colleague(email: string, role: string, locationId: string): Promise<Browser> {
  await world.api('POST', '/staff/invitations', { email, name: 'Kim', role, locationId });
  const token = (await newestLetter(world, email))?.secret;
  expect((await newBrowser(world).ask('POST', '/invitations/accept', { token, password })).status).toBe(200);
  return signedIn(email);
}

const path = (at: Built = quay): string => `/locations/${at.id}/portal-access/previews`;
const open = (by: Browser, as: string, more: object = {}) => by.ask('POST', path(), { as, ...more });

/** What the page of a preview answers to a browser. */
async function look(by: Browser | null, href: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...(by?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(`${world.address}${href}/en/harbour-quay`, {
    redirect: 'manual', ...init, headers: { ...(cookie !== '' && { cookie }), ...init.headers },
  });
}

test('PER-4 opening a preview answers where to look, and is in the audit log', async () => {
  const { status, body } = await open(owner, 'contact', { at: '2027-03-01T10:00:00+01:00' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    href: `/preview/${body['id']}`, as: 'contact', at: '2027-03-01T09:00:00Z', levels: 'published',
    locationId: quay.id, openedAt: '2026-12-01T08:00:00Z', expiresAt: '2026-12-01T12:00:00Z',
  });
  const named = await open(owner, mira.id);
  const { body: log } = await world.api('GET', '/audit-log?limit=2');
  expect(log['data']).toMatchObject([
    { action: 'portal.previewed', aboutId: named.body['id'], customerId: mira.id, locationId: quay.id },
    { action: 'portal.previewed', aboutId: body['id'], after: { as: 'contact', levels: 'published' } },
  ]);
});

test.each([
  ['an unknown persona', { as: 'stranger' }, 422, 'as'],
  ['no persona', {}, 422, 'as'],
  ['a time without offset', { as: 'contact', at: '2026-12-01T10:00:00' }, 422, 'at'],
  ['a time before there was anything', { as: 'contact', at: '1999-12-31T23:59:59Z' }, 422, 'at'],
  ['levels that do not exist', { as: 'contact', levels: 'secret' }, 422, 'levels'],
  ['a customer that does not exist', { as: `cus_${'0'.repeat(26)}` }, 404, null],
])('PER-4 %s is refused', async (_, body, status, field) => {
  const answer = await owner.ask('POST', path(), body);
  expect(answer.status).toBe(status);
  if (field !== null) expect(answer.body['errors']).toMatchObject([{ field }]);
});

test('PER-4 only whoever may preview at the location opens one', async () => {
  expect((await world.stranger('POST', path(), { as: 'contact' })).status).toBe(401);
  expect((await world.as(mira.id)('POST', path(), { as: 'contact' })).status).toBe(403);
  const desk = await colleague('desk@harbour.example', 'frontDesk', quay.id);
  expect((await open(desk, 'contact')).status).toBe(403);
  const community = await colleague('community@harbour.example', 'community', quay.id);
  expect((await open(community, 'contact')).status).toBe(201);
  const there = await community.ask('POST', path(mill), { as: 'contact' });
  expect([there.status, there.body['code']]).toEqual([403, 'notPermitted']);
  const key = await world.api('POST', '/api-keys', { name: 'Reader', role: 'readOnly' });
  const byKey = { authorization: `Bearer ${key.body['secret']}` };
  expect((await world.stranger('POST', path(), { as: 'contact' }, byKey)).status).toBe(403);
});

test('PER-4 a customer is previewed only by whoever may read that customer', async () => {
  const editor = await colleague('editor@harbour.example', 'contentEditor', quay.id);
  expect((await open(editor, 'member')).status).toBe(201);
  expect((await open(editor, mira.id)).status).toBe(404);
  const elsewhere = await world.customer({ name: 'Far Away', homeLocationId: mill.id });
  const community = await signedIn('community@harbour.example');
  expect((await open(community, elsewhere.id)).status).toBe(404);
  expect((await open(community, mira.id)).status).toBe(201);
});

test('PER-4 a preview serves the session that opened it, and no other', async () => {
  const { href } = (await open(owner, mira.id)).body as { href: string };
  expect((await look(owner, href)).status).toBe(200);
  expect((await look(null, href)).status).toBe(404);
  expect((await look(await signedIn('robin@harbour.example'), href)).status).toBe(404);
  expect((await look(await signedIn('community@harbour.example'), href)).status).toBe(404);
  expect((await look(owner, `/preview/pvw_${'0'.repeat(26)}`)).status).toBe(404);
  expect((await look(owner, '/preview/anything')).status).toBe(404);
});

test('PER-4 a preview opened by a key serves that key', async () => {
  const key = await world.api('POST', '/api-keys', { name: 'Previews', role: 'administrator' });
  const byKey = { authorization: `Bearer ${key.body['secret']}` };
  const { status, body } = await world.stranger('POST', path(), { as: 'contact' }, byKey);
  expect(status).toBe(201);
  expect((await look(null, body['href'], { headers: byKey })).status).toBe(200);
  expect((await look(owner, body['href'])).status).toBe(404);
});

test('PER-5 whose role has ended sees nothing of a preview that is open', async () => {
  const kim = await colleague('kim@harbour.example', 'community', quay.id);
  const { href } = (await open(kim, 'contact')).body as { href: string };
  expect((await look(kim, href)).status).toBe(200);
  const { body } = await world.api('GET', '/staff');
  const one = (body['data'] as Built[]).find((staff) => staff['email'] === 'kim@harbour.example')!;
  expect((await world.api('POST', `/staff/${one.id}/end`)).status).toBe(204);
  expect((await look(kim, href)).status).toBe(404);
});

test('PER-4 a preview ends by itself, and when it is ended', async () => {
  const first = (await open(owner, 'visitor')).body as { id: string; href: string };
  const second = (await open(owner, 'contact')).body as { id: string; href: string };
  const listed = await owner.ask('GET', path());
  expect((listed.body['data'] as Built[]).slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
  const other = await signedIn('robin@harbour.example');
  expect((await other.ask('GET', path())).body['data']).toEqual([]);
  expect((await other.ask('DELETE', `${path()}/${first.id}`)).status).toBe(404);
  expect((await owner.ask('DELETE', `${path(mill)}/${first.id}`)).status).toBe(404);
  expect((await owner.ask('DELETE', `${path()}/${first.id}`)).status).toBe(204);
  expect((await look(owner, first.href)).status).toBe(404);
  expect((await look(owner, second.href)).status).toBe(200);
  await world.clockTo('2026-12-01T13:30:00+01:00');
  expect((await look(owner, second.href)).status).toBe(404);
  expect((await owner.ask('GET', path())).body['data']).toEqual([]);
});

test('PER-4 a preview may be framed by ourselves alone, is kept nowhere, and gives no cookie', async () => {
  const { href } = (await open(owner, mira.id)).body as { href: string };
  const page = await look(owner, href);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(page.headers.getSetCookie()).toEqual([]);
  const real = await fetch(`${world.address}/en/harbour-quay`);
  expect(real.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(real.headers.get('x-frame-options')).toBe('DENY');
});

test('PER-4 where a persona cannot be, the reason is said', async () => {
  const bare = await world.location({ name: 'Bare', timeZone: 'Europe/Berlin' });
  const answer = await owner.ask('POST', path(bare), { as: 'member' });
  expect([answer.status, answer.body['code']]).toEqual([409, 'previewNeedsPlan']);
  expect((await owner.ask('POST', path(bare), { as: 'contact' })).status).toBe(201);
});

test('PER-4 many who open a preview at once wait for each other, and not for ever', async () => {
  const connection = connect(world.shell.connection.url, 2);
  const { settings, log, clock } = world.shell;
  const shell = shellOf({ connection, settings, log, clock });
  const wished = { as: mira.id as Id<'cus'>, levels: 'published' as const };
  const opened = await Promise.all(Array.from({ length: 8 }, () =>
    openPreview(shell, world.caller, { locationId: quay.id as Id<'loc'>, wished })));
  expect(new Set(opened.map(({ id }) => id)).size).toBe(8);
  await connection.close();
});
