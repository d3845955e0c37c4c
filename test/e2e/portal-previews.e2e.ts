import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { type Browser, newBrowser } from '../support/browser.ts';
import type { Built } from '../support/builders/resources.ts';
import { everyRow } from '../support/every-row.ts';
import { axeFaults, desktop, layoutFaults, phone } from '../support/portal/chromium.ts';

/** The portal as somebody else sees it: side by side in Admin, and every page and form of it by itself. */
let panel: AdminPanel;
let quay: Built;
let mira: Built;
let owner: Browser;

vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay', timeZone: 'Europe/Berlin' });
  await world.location({ name: 'Harbour West', slug: 'harbour-west', timeZone: 'Europe/Berlin' });
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { plans: 'contacts' } });
  const room = await world.resource({ name: 'Atlas', locationId: quay.id });
  mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id, portalAccess: true });
  const plan = await world.plan(quay, { name: 'Hot Desk 10', freeze: { byCustomers: true } });
  await world.contract(mira, { ...plan, locationId: quay.id });
  await world.api('POST', '/bookings', {
    resourceId: room.id, customerId: mira.id, startAt: '2026-12-02T10:00:00+01:00',
    endAt: '2026-12-02T11:00:00+01:00',
  });
  owner = newBrowser(world);
  await owner.ask('POST', '/auth/sign-in', {
    email: 'robin@harbour.example', password: 'calm-harbour-morning',
  });
}, 120_000);
afterAll(() => panel.stop());

const preview = '/admin/harbour-quay/portal/preview';
const frame = (page: Page, at: number): FrameLocator => page.frameLocator('iframe').nth(at);
const menu = (of: FrameLocator) => of.locator('.bar a').allTextContents();

test('PER-4 two personas stand side by side, each with the portal that is theirs', async () => {
  const { page, context, complaints } = await panel.open(`${preview}?as=contact`, { viewport: desktop });
  await frame(page, 0).getByText('Preview as a contact').waitFor();
  await frame(page, 1).getByText('Preview as a member on').waitFor();
  expect((await menu(frame(page, 0))).map((text) => text.trim())).toContain('Plans');
  expect((await menu(frame(page, 1))).map((text) => text.trim())).not.toContain('Plans');
  expect(await axeFaults(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('PER-4 whom, when and which levels are chosen by keyboard, and stand in the address', async () => {
  const { page, context } = await panel.open(`${preview}?as=contact&as2=none`, { viewport: desktop });
  await frame(page, 0).getByText('Preview as a contact').waitFor();
  await page.getByRole('combobox', { name: 'Preview as' }).focus();
  await page.keyboard.type('Suspended');
  await frame(page, 0).getByText('Preview as a suspended member').waitFor();
  await page.getByRole('combobox', { name: 'When' }).focus();
  await page.keyboard.type('At a');
  await page.getByLabel('Day').fill('2026-12-24');
  await page.getByLabel('Time', { exact: true }).fill('10:30');
  await frame(page, 0).getByText('As of 24 Dec 2026, 10:30.').waitFor();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    as: 'memberSuspended', as2: 'none', at: '2026-12-24T09:30:00Z',
  });
  await context.close();
});

test('PER-4 a customer is previewed from its own page, and the end of it leads back', async () => {
  const { page, context } = await panel.open(`/admin/harbour-quay/customers/${mira.id}/overview`, {
    viewport: desktop,
  });
  await page.getByRole('link', { name: 'Preview portal' }).click();
  await frame(page, 0).getByText(/Preview as .?Mira Kovač/).waitFor();
  await frame(page, 0).getByRole('button', { name: 'End preview' }).click();
  await frame(page, 0).getByRole('heading', { name: 'The preview has ended' }).waitFor();
  await frame(page, 0).getByRole('link', { name: 'Back to Admin' }).click();
  await page.waitForURL(`**${preview}`);
  await context.close();
});

test('PER-4 where a persona cannot be, its frame says why', async () => {
  const { page, context } = await panel.open('/admin/harbour-west/portal/preview?as=member&as2=none', {
    viewport: desktop,
  });
  await page.getByText('No plan can be taken at this location at that time.').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await context.close();
});

test.each([
  ['en', 'light', desktop], ['en', 'dark', phone], ['ar', 'light', phone], ['de', 'dark', desktop],
] as const)('PER-4 the banner fits and reads in %s, %s', async (language, colorScheme, viewport) => {
  const { body } = await owner.ask('POST', `/locations/${quay.id}/portal-access/previews`, {
    as: 'memberFrozen', at: '2026-12-24T10:00:00+01:00', levels: 'draft',
  });
  const { page, context } = await panel.open('/admin/all/home', { viewport, colorScheme });
  await context.addCookies([...owner.cookies].map(([name, value]) => (
    { name, value, url: panel.world.address })));
  for (const path of ['', '/book', '/me']) {
    await page.goto(`${panel.world.address}${body['href']}/${language}/harbour-quay${path}`);
    await page.locator('.preview').waitFor();
    expect([...await layoutFaults(page), ...await axeFaults(page)]).toEqual([]);
    await page.setViewportSize(viewport);
  }
  await context.close();
});

const cookie = (): string => [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${panel.world.address}${path}`, {
    redirect: 'manual', ...init, headers: { cookie: cookie(), origin: panel.world.address, ...init.headers },
  });
const plain = (text: string): string => text.replaceAll('&amp;', '&');

/** Follows every link below the preview and posts every form on the way. */
async function crawl(start: string) {
  const seen = new Set<string>();
  const posted = new Set<string>();
  const faults: string[] = [];
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined && seen.size < 120; path = waiting.shift()) {
    // Each day and each start of a room is a page of its own: some of them are enough.
    const name = path.replace(/(date|start|min|cap)=[^&]*/g, '');
    if (seen.has(name)) continue;
    seen.add(name);
    const answer = await ask(path);
    if (answer.status === 404 || answer.status >= 500) faults.push(`${path} ${answer.status}`);
    if (answer.headers.getSetCookie().length > 0) faults.push(`${path} sets a cookie`);
    const to = answer.headers.get('location');
    if (to !== null) waiting.push(to);
    const html = await answer.text();
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true && to === null;
    if (isPage && !html.includes('class="preview"')) faults.push(`${path} has no banner`);
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (href.startsWith(start)) waiting.push(plain(href));
      else if (!/^(#|mailto:|tel:|\/preview\/)/.test(href)) faults.push(`${path} leads out to ${href}`);
    }
    for (const [form] of html.matchAll(/<form [^>]*method="post"[^>]*>/g)) {
      const action = plain(/action="([^"]*)"/.exec(form)?.[1] ?? path);
      if (!action.startsWith('/preview/')) faults.push(`${path} posts to ${action}`);
      if (!action.endsWith('/end')) posted.add(action);
    }
  }
  return { seen, posted, faults };
}

test.each(['visitor', 'contact', 'memberFrozen', 'teamManager', 'mira'])(
  'PER-4 every page and every form of a preview as %s stays in it, and leaves not a row behind',
  async (who) => {
    const as = who === 'mira' ? mira.id : who;
    const { body } = await owner.ask('POST', `/locations/${quay.id}/portal-access/previews`, { as });
    const before = await everyRow(panel.world);
    const start = `${body['href']}/en/harbour-quay`;
    const { seen, posted, faults } = await crawl(start);
    for (const page of ['sign-in', 'account/open', 'me/profile', 'me/email', 'sign-out', 'check-in'])
      posted.add(`${start}/${page}`);
    for (const action of posted) {
      const answer = await ask(action, {
        method: 'POST', body: new URLSearchParams({ email: 'a@b.example', password: 'x', start: '1000' }),
      });
      const text = await answer.text();
      if (answer.status !== 403 || !text.includes('Nothing is done in a preview'))
        faults.push(`${action} answered ${answer.status}`);
      if (answer.headers.getSetCookie().length > 0) faults.push(`${action} sets a cookie`);
    }
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(who === 'visitor' ? 4 : 9);
    if (who === 'memberFrozen') expect([...seen].some((to) => /con_.*resume/.test(to))).toBe(true);
    if (who === 'teamManager') expect([...seen].some((to) => /tea_.*invite/.test(to))).toBe(true);
    expect(await everyRow(panel.world)).toEqual(before);
  },
);

test('PER-4 a form of another site reaches no preview', async () => {
  const { body } = await owner.ask('POST', `/locations/${quay.id}/portal-access/previews`, { as: 'contact' });
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const answer = await ask(`${body['href']}/end`, { method: 'POST', headers: elsewhere });
  expect(answer.status).toBe(403);
  expect((await ask(`${body['href']}/en/harbour-quay`)).status).toBe(200);
});
