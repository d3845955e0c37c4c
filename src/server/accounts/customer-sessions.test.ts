import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, newBrowser, newestLetter } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: string;

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = (await world.location({ name: 'Quay' })).id;
});
afterAll(() => world.stop());

const forgetAttempts = () => world.shell.connection.db.deleteFrom('attempts').execute();

/** A customer of staff's making, signed in by the link of a letter. */
async function signedIn(
  fields: Record<string, unknown> = {},
): Promise<{ id: string; email: string; browser: Browser }> {
  const customer = await world.customer({ homeLocationId: quay, portalAccess: true, ...fields });
  const email = String(customer.email);
  const browser = await byLink(email);
  return { id: customer.id, email, browser };
}

async function byLink(email: string, browser = newBrowser(world)): Promise<Browser> {
  await forgetAttempts();
  expect((await browser.ask('POST', '/auth/magic-link', { email })).status).toBe(202);
  const token = (await newestLetter(world, email))?.secret;
  expect((await browser.ask('POST', '/auth/magic-link/use', { token })).status).toBe(200);
  return browser;
}

async function kindOf(browser: Browser): Promise<string> {
  const { status, body } = await browser.ask('GET', '/me');
  return status === 401 ? 'nobody' : body.kind;
}

test('CUS-6 a customer made by staff signs in by a letter, and chooses a password by another', async () => {
  const { email, browser, id } = await signedIn();
  expect((await browser.ask('GET', '/me')).body).toMatchObject({ kind: 'customer', customer: { id } });
  await browser.ask('POST', '/auth/password/forgot', { email });
  const token = (await newestLetter(world, email))?.secret;
  const password = 'three calm words';
  expect((await newBrowser(world).ask('POST', '/auth/password/reset', { token, password })).status).toBe(200);
  expect(await kindOf(browser)).toBe('nobody');
  expect((await newBrowser(world).ask('POST', '/auth/sign-in', { email, password })).status).toBe(200);
  const again = await newBrowser(world).ask('POST', '/auth/password/reset', {
    token,
    password: 'another word or two',
  });
  expect(again.body.code).toBe('linkNotGood');
});

test('SEC-5 taking portal access ends the session at once; giving it back needs a new sign-in', async () => {
  const { id, email, browser } = await signedIn();
  await world.api('PATCH', `/customers/${id}`, { portalAccess: false });
  expect(await kindOf(browser)).toBe('nobody');
  await forgetAttempts();
  await newBrowser(world).ask('POST', '/auth/magic-link', { email });
  const letters = await world.shell.connection.db
    .selectFrom('mails')
    .select('id')
    .where('toAddress', '=', email)
    .execute();
  expect(letters).toHaveLength(1);
  await world.clockTo('2026-12-01T09:05:00+01:00');
  await world.api('PATCH', `/customers/${id}`, { portalAccess: true });
  expect(await kindOf(browser)).toBe('nobody');
  expect(await kindOf(await byLink(email, browser))).toBe('customer');
});

test('CUS-7 archiving ends sign-in at once, also for a letter already written', async () => {
  const { id, email, browser } = await signedIn();
  await forgetAttempts();
  await browser.ask('POST', '/auth/magic-link', { email });
  const token = (await newestLetter(world, email))?.secret;
  await world.api('POST', `/customers/${id}/archive`, {});
  expect(await kindOf(browser)).toBe('nobody');
  const late = await newBrowser(world).ask('POST', '/auth/magic-link/use', { token });
  expect([late.status, late.body.code]).toEqual([403, 'signInRefused']);
  expect(late.body.decision).toMatchObject({ allowed: false, action: 'signIn', firstDenial: 'portalAccess' });
});

test('SUS-3 a suspended customer signs in and looks, unless the location says otherwise', async () => {
  const { id, browser } = await signedIn();
  await world.suspension({ id }, { cause: 'manual', note: '' });
  expect(await kindOf(browser)).toBe('customer');
  const strict = await world.location({ name: 'Strict' });
  const { body: location } = await world.api('GET', `/locations/${strict.id}`);
  const switches = { ...location.settings.whileSuspended.value, signIn: false };
  await world.api('PATCH', `/locations/${strict.id}`, { settings: { whileSuspended: switches } });
  const other = await signedIn({ homeLocationId: strict.id });
  await forgetAttempts();
  await newBrowser(world).ask('POST', '/auth/magic-link', { email: other.email });
  const token = (await newestLetter(world, other.email))?.secret;
  await world.suspension({ id: other.id }, { cause: 'manual', note: '' });
  expect(await kindOf(other.browser)).toBe('nobody');
  const refused = await newBrowser(world).ask('POST', '/auth/magic-link/use', { token });
  expect([refused.status, refused.body.code]).toEqual([403, 'signInRefused']);
  expect(refused.body.decision).toMatchObject({ firstDenial: 'suspension', locationId: strict.id });
  expect(JSON.stringify(refused.body.decision)).not.toContain('"cause"');
});

test('CUS-9 an invited customer gets portal access by a link, usable once, for 7 days', async () => {
  const customer = await world.customer({
    homeLocationId: quay,
    portalAccess: false,
    email: 'invited@example.test',
  });
  const invite = () => world.api('POST', `/customers/${customer.id}/invite`, {});
  expect((await invite()).status).toBe(201);
  const token = (await newestLetter(world, 'invited@example.test'))?.secret;
  const browser = newBrowser(world);
  const given = { token, password: 'three calm words' };
  expect((await browser.ask('POST', '/invitations/open', { token })).body).toMatchObject({
    role: null,
    needsPassword: true,
  });
  expect((await browser.ask('POST', '/invitations/accept', given)).status).toBe(200);
  expect((await browser.ask('GET', '/me')).body).toMatchObject({
    kind: 'customer',
    customer: { id: customer.id },
  });
  expect((await world.api('GET', `/customers/${customer.id}`)).body.portalAccess).toBe(true);
  expect((await newBrowser(world).ask('POST', '/invitations/accept', given)).body.code).toBe(
    'invitationNotGood',
  );
  await forgetAttempts();
  expect((await invite()).status).toBe(201);
  const second = (await newestLetter(world, 'invited@example.test'))?.secret;
  await world.clockTo(new Date(world.shell.clock.now() + 7 * 86_400_000).toISOString());
  expect((await newBrowser(world).ask('POST', '/invitations/open', { token: second })).status).toBe(422);
});

test('SAF-1 the address changes when the new one confirms it, and the old one is told', async () => {
  const { id, email, browser } = await signedIn();
  const other = await byLink(email);
  await forgetAttempts();
  expect((await browser.ask('POST', '/auth/email', { email: 'New@Example.test' })).status).toBe(202);
  expect((await browser.ask('GET', '/me')).body.account.email).toBe(email);
  const token = (await newestLetter(world, 'new@example.test'))?.secret;
  expect((await newBrowser(world).ask('POST', '/auth/magic-link/use', { token })).status).toBe(422);
  const confirming = newBrowser(world);
  expect((await confirming.ask('POST', '/auth/email/confirm', { token })).status).toBe(200);
  expect((await confirming.ask('GET', '/me')).body.account.email).toBe('new@example.test');
  expect((await world.api('GET', `/customers/${id}`)).body.email).toBe('new@example.test');
  expect((await newestLetter(world, email))?.plainText).toContain('n…@example.test');
  expect(await kindOf(other)).toBe('nobody');
});

test('SAF-2 asking for an address that somebody has answers the same, and tells its owner only', async () => {
  const taken = await signedIn();
  const { browser } = await signedIn();
  await forgetAttempts();
  const free = await browser.ask('POST', '/auth/email', { email: 'quite-free@example.test' });
  const asked = await browser.ask('POST', '/auth/email', { email: taken.email });
  expect([asked.status, asked.body]).toEqual([free.status, free.body]);
  expect((await newestLetter(world, taken.email))?.subject).toContain('You have an account');
});

test('SAF-2 changing the password asks for the old one, ends other sessions and keeps this one', async () => {
  const { email, browser } = await signedIn();
  expect((await browser.ask('PUT', '/auth/password', { password: 'three calm words' })).status).toBe(204);
  const other = newBrowser(world);
  await other.ask('POST', '/auth/sign-in', { email, password: 'three calm words' });
  expect(await kindOf(other)).toBe('customer');
  const wrong = await browser.ask('PUT', '/auth/password', {
    currentPassword: 'not this one',
    password: 'four calmer words',
  });
  expect(wrong.body.errors[0].field).toBe('currentPassword');
  const right = { currentPassword: 'three calm words', password: 'four calmer words' };
  expect((await browser.ask('PUT', '/auth/password', right)).status).toBe(204);
  expect([await kindOf(browser), await kindOf(other)]).toEqual(['customer', 'nobody']);
});

test('SAF-1 sessions are listed and ended, one\'s own only', async () => {
  const { email, browser } = await signedIn();
  const other = await byLink(email);
  const stranger = await signedIn();
  const { body } = await browser.ask('GET', '/auth/sessions');
  expect(body.data).toHaveLength(2);
  const theirs = body.data.find(({ isThisOne }: { isThisOne: boolean }) => !isThisOne);
  expect((await stranger.browser.ask('DELETE', `/auth/sessions/${theirs.id}`)).status).toBe(404);
  expect(await kindOf(other)).toBe('customer');
  expect((await browser.ask('DELETE', `/auth/sessions/${theirs.id}`)).status).toBe(204);
  expect(await kindOf(other)).toBe('nobody');
});

test('SAF-2 letters do not tell who exists, and nobody is flooded with them', async () => {
  const { email } = await signedIn();
  await forgetAttempts();
  const unknown = 'nobody-here@example.test';
  const answers = await Promise.all([email, unknown].map((one) =>
    newBrowser(world).ask('POST', '/auth/password/forgot', { email: one })));
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  const flood = await Promise.all([email, unknown].map(async (one) => {
    let last = 0;
    for (let time = 0; time < 6; time += 1)
      last = (await newBrowser(world).ask('POST', '/auth/magic-link', { email: one })).status;
    return last;
  }));
  expect(flood).toEqual([429, 429]);
  await forgetAttempts();
});

test('CUS-2 the account follows when staff correct the address; the old one no longer gets in', async () => {
  const { id, email } = await signedIn();
  await world.api('PATCH', `/customers/${id}`, { email: 'corrected@example.test' });
  const browser = await byLink('corrected@example.test');
  expect((await browser.ask('GET', '/me')).body).toMatchObject({
    customer: { id },
    account: { email: 'corrected@example.test' },
  });
  const letters = () =>
    world.shell.connection.db.selectFrom('mails').select('id').where('toAddress', '=', email).execute();
  const before = (await letters()).length;
  await newBrowser(world).ask('POST', '/auth/magic-link', { email });
  expect(await letters()).toHaveLength(before);
});

test('SAF-2 a customer has no rights of staff, and staff pages none for them', async () => {
  const { browser } = await signedIn();
  for (const path of ['/staff', '/roles', '/api-keys', '/mails', '/audit-log', '/staff/invitations']) {
    expect(`${path} ${(await browser.ask('GET', path)).status}`).toBe(`${path} 403`);
    expect(`${path} ${(await newBrowser(world).ask('GET', path)).status}`).toBe(`${path} 401`);
  }
});
