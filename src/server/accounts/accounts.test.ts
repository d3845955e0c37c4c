import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newBrowser, newestLetter } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let locationId: string;

beforeAll(async () => {
  world = await startWorld({
    now: '2026-12-01T09:00:00+01:00',
    env: { FOYER_OWNER_EMAIL: 'Olga.Owner@Example.com', FOYER_OWNER_PASSWORD: 'correct horse battery' },
  });
  const { prepareFirstOwner } = await import('../staff/set-up.ts');
  await prepareFirstOwner(world.shell);
  locationId = (await world.location({ name: 'Harbour Quay' })).id;
});
afterAll(() => world.stop());

const owner = { email: 'olga.owner@example.com', password: 'correct horse battery' };

async function openAccount(email: string, password = 'a long enough one') {
  const browser = newBrowser(world);
  const { status } = await browser.ask('POST', '/accounts', {
    name: 'Ana Contact',
    email,
    password,
    locationId,
  });
  expect(status).toBe(201);
  const letter = await newestLetter(world, email);
  const used = await browser.ask('POST', '/auth/magic-link/use', { token: letter?.secret });
  expect(used.status).toBe(200);
  return browser;
}

describe('signing in', () => {
  test('SAF-1 the owner signs in by e-mail and password, whatever the case of the address', async () => {
    const browser = newBrowser(world);
    const { status, headers } = await browser.ask('POST', '/auth/sign-in', {
      ...owner,
      email: ' OLGA.owner@example.com',
    });
    expect(status).toBe(200);
    expect(headers.getSetCookie()[0]).toMatch(
      /^foyer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const me = await browser.ask('GET', '/me');
    expect(me.body).toMatchObject({
      kind: 'admin', account: { email: owner.email, name: 'Olga Owner', hasPassword: true },
      admin: { roles: [{ role: 'owner', locationName: 'Network' }] }, customer: null,
    });
    expect(me.body.permissions).toContain('staff.makeOwners');
  });

  test('SAF-1 on a plain connection, localhost too, every program sends the cookie back', async () => {
    const port = new URL(world.address).port;
    const response = await fetch(`http://localhost:${port}/api/v1/auth/sign-in`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner),
    }).catch(() => null);
    if (response === null) return;
    expect(response.headers.getSetCookie()[0]).toMatch(/^foyer=/);
    expect(response.headers.getSetCookie().join()).not.toMatch(/Secure/);
  });

  test('SAF-2 a wrong password, an unknown address and one without a password are one answer', async () => {
    await world.shell.connection.db
      .insertInto('accounts')
      .values({
        id: 'acc_nopassword',
        name: 'No Password',
        email: 'none@example.com',
        emailVerified: true,
        image: null,
        language: null,
        createdAt: new Date().toISOString() as never,
        updatedAt: new Date().toISOString() as never,
      })
      .execute();
    const answers = await Promise.all(
      [
        { email: owner.email, password: 'wrong wrong wrong' },
        { email: 'nobody@example.com', password: 'wrong wrong wrong' },
        { email: 'none@example.com', password: '' },
      ].map((body) => newBrowser(world).ask('POST', '/auth/sign-in', body)),
    );
    const told: Record<string, unknown>[] = answers.map(({ status, body }) => ({
      status,
      ...body,
      requestId: '',
    }));
    expect(told[0]?.code).toBe('signInFailed');
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  test('SAF-2 signing in gives a new session, and a planted one is worth nothing', async () => {
    const browser = newBrowser(world);
    await browser.ask('POST', '/auth/sign-in', owner);
    const first = browser.cookies.get('foyer') ?? '';
    await browser.ask('POST', '/auth/sign-in', owner);
    expect(browser.cookies.get('foyer')).not.toBe(first);
    const old = newBrowser(world);
    old.cookies.set('foyer', first);
    expect((await old.ask('GET', '/me')).status).toBe(401);
  });

  test('SAF-2 the database holds no secret that signs in', async () => {
    const browser = newBrowser(world);
    await browser.ask('POST', '/auth/sign-in', owner, { 'idempotency-key': 'one-sign-in' });
    const secret = browser.cookies.get('foyer') ?? '';
    const rows = await world.shell.connection.db.selectFrom('sessions').select(['id', 'token']).execute();
    const kept = await world.shell.connection.db.selectFrom('idempotencyKeys').selectAll().execute();
    expect(JSON.stringify([rows, kept])).not.toContain(secret);
    expect(kept.filter(({ key }) => key === 'one-sign-in')).toEqual([]);
    for (const { id, token } of rows) {
      for (const guess of [id, token]) {
        const thief = newBrowser(world);
        thief.cookies.set('foyer', guess);
        expect((await thief.ask('GET', '/me')).status).toBe(401);
      }
    }
  });

  test('API-1 SAF-2 of a request with a password nothing is kept to guess it by, also where it is refused',
    async () => {
      const browser = newBrowser(world);
      const key = { 'idempotency-key': 'with-secrets' };
      const asked = [
        ['/auth/sign-in', owner],
        ['/auth/magic-link/use', { token: 'a'.repeat(30) }],
        ['/auth/password/reset', { token: 'a'.repeat(30), password: 'quiet-harbour-evening' }],
        ['/auth/email', { email: 'new@harbour.example', currentPassword: 'wrong-harbour-evening' }],
        ['/auth/email/confirm', { token: 'a'.repeat(30) }],
        ['/accounts', { email: 'not an address', password: 'quiet-harbour-evening' }],
        ['/invitations/open', { token: 'a'.repeat(30) }],
        ['/invitations/accept', { token: 'a'.repeat(30), password: 'quiet-harbour-evening' }],
        ['/set-up', { code: 'WRONG', owner }],
      ] as const;
      for (const [path, body] of asked) await browser.ask('POST', path, body, key);
      const kept = await world.shell.connection.db.selectFrom('idempotencyKeys').selectAll()
        .where('key', '=', 'with-secrets').execute();
      expect(kept).toEqual([]);
    });

  test('SAF-1 signing out ends the session at the server too', async () => {
    const browser = newBrowser(world);
    await browser.ask('POST', '/auth/sign-in', owner);
    const kept = browser.cookies.get('foyer') ?? '';
    expect((await browser.ask('POST', '/auth/sign-out')).status).toBe(204);
    expect(browser.cookies.has('foyer')).toBe(false);
    browser.cookies.set('foyer', kept);
    expect((await browser.ask('GET', '/me')).status).toBe(401);
  });

  test.each([
    ['another site', 'https://evil.example'],
    ['a page without origin', 'null'],
    ['a near name', 'http://127.0.0.1.evil.example'],
  ])('SAF-2 a request with a cookie from %s changes nothing', async (_, origin) => {
    const browser = newBrowser(world);
    await browser.ask('POST', '/auth/sign-in', owner);
    const forged = await browser.ask('POST', '/auth/sessions/end-others', {}, { origin });
    expect(forged.status).toBe(403);
    const login = await newBrowser(world).ask('POST', '/auth/sign-in', owner, { origin });
    expect(login.status).toBe(403);
    expect(login.headers.getSetCookie()).toEqual([]);
  });

  test('SAF-2 without an origin the browser says by Sec-Fetch-Site where it comes from', async () => {
    const { status } = await fetch(`${world.address}/api/v1/auth/sign-in`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify(owner),
    });
    expect(status).toBe(403);
  });
});

describe('guessing', () => {
  test('SAF-2 guesses are slowed, and the owner still gets in from a browser of theirs', async () => {
    const email = 'slow@example.com';
    const own = await openAccount(email);
    const tries = async (address: string) => {
      const statuses: number[] = [];
      for (let guess = 0; guess < 12; guess += 1) {
        const { status, headers } = await newBrowser(world).ask('POST', '/auth/sign-in', {
          email: address,
          password: `guess number ${guess}`,
        });
        statuses.push(status);
        if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
      return statuses;
    };
    const known = await tries(email);
    expect(known).toEqual([...Array<number>(10).fill(401), 429, 429]);
    await world.shell.connection.db.deleteFrom('attempts').where('key', 'like', '% from %').execute();
    expect(await tries('unknown@example.com')).toEqual(known);
    await world.shell.connection.db.deleteFrom('attempts').where('key', 'like', '% from %').execute();
    const right = { email, password: 'a long enough one' };
    expect((await newBrowser(world).ask('POST', '/auth/sign-in', right)).status).toBe(429);
    expect((await own.ask('POST', '/auth/sign-in', right)).status).toBe(200);
  });

  test('SAF-2 a hundred guesses at once are a hundred', async () => {
    const email = 'burst@example.com';
    const answers = await Promise.all(Array.from({ length: 40 }, () =>
      newBrowser(world).ask('POST', '/auth/sign-in', { email, password: 'one of many' })));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    await world.shell.connection.db.deleteFrom('attempts').execute();
  });
});

describe('opening an account', () => {
  test('CUS-1 makes an individual contact with portal access, once the address is confirmed', async () => {
    const email = 'ana@example.com';
    const browser = newBrowser(world);
    const asked = { name: 'Ana', email: 'Ana@Example.com ', password: 'a long enough one', locationId };
    const { status, body } = await browser.ask('POST', '/accounts', asked);
    expect([status, body]).toEqual([201, { written: true, email }]);
    const early = await browser.ask('POST', '/auth/sign-in', { email, password: asked.password });
    expect([early.status, early.body.code]).toEqual([401, 'signInFailed']);
    const letter = await newestLetter(world, email);
    expect(letter?.subject).toBe('Confirm your account at Network');
    expect((await browser.ask('POST', '/auth/magic-link/use', { token: letter?.secret })).status).toBe(200);
    const me = await browser.ask('GET', '/me');
    expect(me.body).toMatchObject({
      kind: 'customer',
      customer: { name: 'Ana', homeLocationId: locationId },
      admin: null,
    });
    expect(
      (await newBrowser(world).ask('POST', '/auth/sign-in', { email, password: asked.password })).status,
    ).toBe(200);
  });

  test('SAF-2 does not tell who has an account already, and changes nothing for them', async () => {
    const email = 'taken@example.com';
    await openAccount(email);
    const again = await newBrowser(world).ask(
      'POST', '/accounts', { name: 'Mallory', email, password: 'password of mallory', locationId });
    expect([again.status, again.body]).toEqual([201, { written: true, email }]);
    expect((await newestLetter(world, email))?.subject).toContain('You have an account');
    const { status } = await newBrowser(world).ask('POST', '/auth/sign-in', {
      email,
      password: 'password of mallory',
    });
    expect(status).toBe(401);
  });

  test('SAF-2 a password that a stranger set beforehand is dropped by a magic link', async () => {
    const email = 'victim@example.com';
    const mallory = newBrowser(world);
    await mallory.ask('POST', '/accounts', { name: 'V', email, password: 'password of mallory', locationId });
    const victim = newBrowser(world);
    await victim.ask('POST', '/auth/magic-link', { email });
    await victim.ask('POST', '/auth/magic-link/use', { token: (await newestLetter(world, email))?.secret });
    expect((await victim.ask('GET', '/me')).body).toMatchObject({
      kind: 'customer',
      account: { hasPassword: false },
    });
    expect(
      (await mallory.ask('POST', '/auth/sign-in', { email, password: 'password of mallory' })).status,
    ).toBe(401);
  });

  test('accounts are not opened where the location says so', async () => {
    const closed = await world.location({ name: 'Closed', settings: { accountsOpen: false } });
    const password = 'a long enough one';
    const wished = { name: 'B', email: 'b@example.com', password, locationId: closed.id };
    const { status, body } = await newBrowser(world).ask('POST', '/accounts', wished);
    expect([status, body.code]).toEqual([403, 'accountsClosed']);
  });

  test.each([
    ['short', 'seven77'],
    ['tooCommon', 'password123'],
    ['tooCommon', 'aaaaaaaaaaa'],
    ['tooCommon', 'c@example.com'],
  ])('SAF-2 passwords that anybody would guess are refused: %s', async (_, password) => {
    const wished = { name: 'C', email: 'c@example.com', password, locationId };
    const { status, body } = await newBrowser(world).ask('POST', '/accounts', wished);
    expect([status, body.errors[0].field]).toEqual([422, 'password']);
    await world.shell.connection.db.deleteFrom('attempts').execute();
  });

  test('SAF-2 fields that are not offered cannot be written', async () => {
    const { status } = await newBrowser(world).ask('POST', '/accounts', {
      name: 'C',
      email: 'c2@example.com',
      password: 'a long enough one',
      locationId,
      emailVerified: true,
      role: 'owner',
    });
    expect(status).toBe(422);
  });
});
