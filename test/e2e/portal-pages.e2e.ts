import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { mountPortal } from '../../src/apps/portal/mount.ts';
import {
  axeFaults,
  desktop,
  launchChromium,
  layoutFaults,
  openPage,
  phone,
} from '../support/portal/chromium.ts';
import { storyReaders } from '../support/portal/story.ts';

/** Every page of the portal, from the story of the pictures, without a database. */
let app: FastifyInstance;
let base: string;
let browser: Browser;

beforeAll(async () => {
  app = Fastify({ forceCloseConnections: true });
  await mountPortal(app, { readers: storyReaders() });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const at = (language: string, path: string): string => `${base}/${language}/harbour-quay${path}`;
const team = '/team/tea_00000000000000000000000001';
const review = '/book/res_focus1?date=2026-12-02&start=1000&min=60';

const pages: readonly (readonly [
  name: string,
  path: string,
  visitor: 'mira' | 'sam' | 'nobody',
  status: number,
])[] = [
  ['public home', '', 'nobody', 200],
  ['home', '', 'mira', 200],
  ['plans', '/plans', 'nobody', 200],
  ['book', '/book?date=2026-12-02', 'mira', 200],
  ['review', review, 'mira', 200],
  ['done', '/bookings/bok_next?new=1', 'mira', 200],
  ['my bookings', '/bookings', 'mira', 200],
  ['cancel', '/bookings/bok_next/cancel', 'mira', 200],
  ['wallet', '/wallet', 'mira', 200],
  ['invoices', '/invoices', 'mira', 200],
  ['invoice', '/invoices/inv_1001', 'mira', 200],
  ['contract', '/contracts/con_hot', 'mira', 200],
  ['contract with acts', '/contracts/con_lite', 'mira', 200],
  ['freeze', '/contracts/con_lite/freeze', 'mira', 200],
  ['freeze closed', '/contracts/con_hot/freeze', 'mira', 200],
  ['cancel contract', '/contracts/con_lite/cancel', 'mira', 200],
  ['resume', '/contracts/con_hot/resume', 'mira', 200],
  ['me', '/me', 'mira', 200],
  ['team', team, 'mira', 200],
  ['team is a stranger’s', team, 'sam', 404],
  ['person of a team', `${team}/people/cus_0000000000000000000000anna`, 'mira', 200],
  ['remove from a team', `${team}/people/cus_0000000000000000000000anna/remove`, 'mira', 200],
  ['invite to a team', `${team}/invite`, 'mira', 200],
  ['profile of a team', `${team}/profile`, 'mira', 200],
  ['bookings of a team', `${team}/bookings`, 'mira', 200],
  ['invoices of a team', `${team}/invoices`, 'mira', 200],
  ['profile', '/me/profile', 'mira', 200],
  ['change e-mail', '/me/email', 'mira', 200],
  ['sign in', '/sign-in', 'nobody', 200],
  ['sign-in link', '/sign-in/link', 'nobody', 200],
  ['forgotten password', '/password/forgot', 'nobody', 200],
  ['reset password', '/password/reset?token=good', 'nobody', 200],
  ['dead link', '/password/reset', 'nobody', 404],
  ['open an account', '/account/open', 'nobody', 200],
  ['invitation', '/invitations/good', 'nobody', 200],
  ['closed to a contact', '/book', 'sam', 403],
  ['closed to strangers', '/book', 'nobody', 401],
  ['not found', '/nothing/here', 'nobody', 404],
];

const looks = [
  { language: 'en', colorScheme: 'light', viewport: phone },
  { language: 'en', colorScheme: 'dark', viewport: desktop },
  { language: 'ar', colorScheme: 'dark', viewport: phone },
  { language: 'ar', colorScheme: 'light', viewport: desktop },
] as const;

describe.each(looks)(
  '$language, $colorScheme, $viewport.width px',
  ({ language, colorScheme, viewport }) => {
    test('every page answers with its status, has its texts, fits, and axe finds nothing', async () => {
      const { page, context, complaints } = await openPage(browser, { viewport, colorScheme });
      const faults: Record<string, string[]> = {};
      for (const [name, path, visitor, status] of pages) {
        await context.addCookies([{ name: 'visitor', value: visitor, url: base }]);
        await page.setViewportSize(viewport);
        const answer = await page.goto(at(language, path));
        const found = [...(await layoutFaults(page)), ...(await axeFaults(page)), ...complaints.splice(0)];
        if (answer?.status() !== status) found.unshift(`status ${answer?.status()}`);
        if ((await page.locator('h1').count()) !== 1) found.unshift('not one h1');
        if (found.length > 0) faults[name] = found;
      }
      await context.close();
      expect(faults).toEqual({});
    }, 180_000);
  },
);

test.each(['de', 'es', 'fr'])('the narrowest phone, and no motion: %s', async (language) => {
  const { page, context } = await openPage(browser, {
    viewport: { width: 320, height: 640 },
    reducedMotion: 'reduce',
  });
  const faults: Record<string, string[]> = {};
  for (const [name, path, visitor] of pages) {
    await context.addCookies([{ name: 'visitor', value: visitor, url: base }]);
    await page.goto(at(language, path));
    const found = await layoutFaults(page);
    if ((await page.evaluate(() => document.getAnimations().length)) > 0) found.push('moves');
    if (found.length > 0) faults[name] = found;
  }
  await context.close();
  expect(faults).toEqual({});
});

test('pages say their language and direction, and know themselves in the others', async () => {
  const html = await (await fetch(at('ar', '/plans'), { headers: { cookie: 'visitor=nobody' } })).text();
  expect(html).toMatch(/<html lang="ar" dir="rtl">/);
  expect(html).toContain(`hreflang="de" href="${base}/de/harbour-quay/plans"`);
});

test('LOC-3 the portal is at a location, and from each page one goes to another', async () => {
  const html = await (await fetch(at('en', '/plans'), { headers: { cookie: 'visitor=nobody' } })).text();
  expect(html).toMatch(/href="[^"]*\/en\/harbour-loft[^"]*"/);
});

test('an island brings 40 kB of script at most, a page without one none', async () => {
  const bytes: Record<string, number> = {};
  const { page, context } = await openPage(browser);
  const session = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let sum = 0;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) sum += encodedDataLength;
  });
  for (const [name, path, visitor] of pages.filter(([, , , status]) => status === 200)) {
    await context.addCookies([{ name: 'visitor', value: visitor, url: base }]);
    sum = 0;
    await page.goto(at('en', path));
    if ((await page.locator('[data-island]').count()) > 0) await page.waitForSelector('[data-awake]');
    bytes[name] = sum;
  }
  await context.close();
  const { book, review: reviewed, ...others } = bytes;
  expect(book).toBeGreaterThan(0);
  expect(Math.max(book ?? 0, reviewed ?? 0)).toBeLessThan(40_000);
  expect(others).toEqual(Object.fromEntries(Object.keys(others).map((name) => [name, 0])));
});

test('a form from another site is refused, one of ours is not', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(at('en', '/sign-in'), {
      method: 'POST',
      redirect: 'manual',
      body: 'email=a%40b.example&password=wrong',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ origin: base })).status).toBe(401);
});

test('nothing on a page is inline, and the policy says so', async () => {
  const answer = await fetch(at('en', '/book?date=2026-12-02'));
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const html = await answer.text();
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
  expect(html).not.toMatch(/ style="|<style| on[a-z]+="/);
});

test('after signing in one goes on where one wanted to, and never to another site', async () => {
  const signIn = async (next: string) => {
    const answer = await fetch(at('en', '/sign-in'), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: 'a@b.example', password: 'right', next }),
    });
    return answer.headers.get('location');
  };
  expect(await signIn('/en/harbour-quay/wallet')).toBe('/en/harbour-quay/wallet');
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/en\n/x',
  ]) {
    expect(await signIn(next)).toBe('/en');
  }
});
