import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, newBrowser } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';
import { prepareFirstOwner } from './set-up.ts';

let world: World;
let code: string;
const wished = {
  owner: { name: 'Olga Owner', email: 'Olga@Example.com', password: 'correct horse battery' },
  network: { name: 'Harbour', language: 'de' },
  location: { name: 'Café am Kai', timeZone: 'Europe/Berlin', currency: 'EUR' },
};

beforeAll(async () => {
  world = await startWorld();
  const notes = await prepareFirstOwner(world.shell);
  code = /code ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(notes.join('\n'))?.[1] ?? '';
});
afterAll(() => world.stop());

const setUp = (browser: Browser, body: Record<string, unknown>) =>
  browser.ask('POST', '/set-up', { ...wished, ...body });

test('OPS-4 an empty database without an owner asks for a code that was printed at start', async () => {
  expect(code).not.toBe('');
  const browser = newBrowser(world);
  expect((await browser.ask('GET', '/set-up')).body).toEqual({ needed: true });
  const guess = await setUp(browser, { code: 'AAAA-AAAA' });
  expect([guess.status, guess.body.code]).toEqual([403, 'setUpCodeWrong']);
  const weak = await setUp(browser, { code, owner: { ...wished.owner, password: 'password123' } });
  expect([weak.status, weak.body.errors[0].field]).toEqual([422, 'owner.password']);
  expect((await browser.ask('GET', '/set-up')).body).toEqual({ needed: true });
});

test('OPS-4 the wizard makes owner, network and location once, also when asked twice at once', async () => {
  const browsers = [newBrowser(world), newBrowser(world)] as const;
  const answers = await Promise.all(browsers.map((browser) => setUp(browser, { code: code.toLowerCase() })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const first = browsers[answers.findIndex(({ status }) => status === 201)] ?? browsers[0];
  expect(answers.find(({ status }) => status === 201)?.body).toEqual({
    signedIn: true,
    locationSlug: 'cafe-am-kai',
  });
  const { body: me } = await first.ask('GET', '/me');
  expect(me).toMatchObject({ kind: 'admin', account: { email: 'olga@example.com', language: 'de' } });
  expect(me.admin.roles).toMatchObject([{ role: 'owner', locationName: 'Harbour' }]);
  const { body } = await first.ask('GET', '/locations');
  expect(body.data).toMatchObject([
    { name: 'Harbour', parentId: null, timeZone: 'UTC', currency: 'EUR', languages: ['de'] },
    { name: 'Café am Kai', slug: 'cafe-am-kai', timeZone: 'Europe/Berlin' },
  ]);
  expect(body.data[0].settings.taxRate.value).toBe(0);
  expect(body.data[0].settings.legalEntityId.value).toMatch(/^ent_/);
});

test('OPS-4 once somebody works here the code is worth nothing, and no start prints another', async () => {
  const late = await setUp(newBrowser(world), { code });
  expect([late.status, late.body.code]).toEqual([409, 'setUpDone']);
  expect((await newBrowser(world).ask('GET', '/set-up')).body).toEqual({ needed: false });
  expect((await prepareFirstOwner(world.shell)).join('\n')).not.toContain('code');
});

test('OPS-4 the owner of the environment is made once, with the network', async () => {
  const env = { FOYER_OWNER_EMAIL: 'mira.kovac@example.com', FOYER_OWNER_PASSWORD: 'correct horse battery' };
  const other = await startWorld({ env });
  await Promise.all([prepareFirstOwner(other.shell), prepareFirstOwner(other.shell)]);
  await prepareFirstOwner(other.shell);
  const browser = newBrowser(other);
  const given = { email: env.FOYER_OWNER_EMAIL, password: env.FOYER_OWNER_PASSWORD };
  expect((await browser.ask('POST', '/auth/sign-in', given)).status).toBe(200);
  const { body } = await browser.ask('GET', '/locations');
  expect(body.data).toMatchObject([
    { name: 'Network', slug: 'network', timeZone: 'UTC', currency: 'EUR', languages: ['en'] },
  ]);
  expect((await browser.ask('GET', '/me')).body).toMatchObject({ account: { name: 'Mira Kovac' } });
  await other.stop();
});

test('SAF-1 an address without https and other than localhost is warned of', async () => {
  const plain = await startWorld({ env: { FOYER_URL: 'http://foyer.example.test' } });
  expect((await prepareFirstOwner(plain.shell)).join('\n')).toContain('not https');
  await plain.stop();
});
