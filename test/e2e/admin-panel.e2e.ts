import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop, layoutFaults, phone } from '../support/portal/chromium.ts';

/**
 * The admin panel in a browser: its frame, every page at both ends of width, light and mirrored, and its
 * bytes.
 */
let panel: AdminPanel;
let quay: { id: string; slug: string };
let mira: { id: string };
let capacityPath: string;

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  const made = await world.location({
    name: 'Harbour Quay',
    slug: 'harbour-quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
  });
  quay = { id: made.id, slug: 'harbour-quay' };
  mira = await world.customer({ name: 'Mira Kovač', email: 'mira@nova.example', homeLocationId: made.id });
  const plan = await world.plan(made, { name: 'Hot Desk 10' });
  await world.gift(mira, await world.pass({ name: 'Day pass', kind: 'day', locationId: made.id }));
  await world.contract(mira, plan, { startDay: '2026-11-01' });
  const room = await world.resource({ name: 'Atlas', locationId: made.id });
  await world.booking({
    resourceId: room.id,
    customerId: mira.id,
    via: 'desk',
    override: { reason: 'for the test' },
    startAt: '2026-12-01T10:00:00+01:00',
    endAt: '2026-12-01T11:00:00+01:00',
  });
  capacityPath = `settings/locations/${made.id}/general`;
}, 120_000);
afterAll(() => panel.stop());

const at = (path: string) => `/admin/${quay.slug}/${path}`;

const paths = [
  'home',
  'calendar',
  'customers',
  'customers/:mira',
  'customers/:mira/contracts',
  'customers/:mira/explain',
  'desk',
  'imports',
  'money/runs',
  'money/invoices',
  'money/contracts',
  'money/charges',
  'catalogue/plans',
  'spaces/resources',
  'portal/access',
  'portal/preview',
  'settings/locations',
  'settings/locations/:quay/hours',
  'settings/locations/:quay/money',
  'settings/locations/:quay/people',
  'settings/team',
  'settings/team/roles',
  'settings/audit',
  'settings/api',
  'system/outbox',
];

const looks = [
  ['English, light, wide', 'en', { colorScheme: 'light', viewport: desktop }],
  ['Arabic, dark, phone', 'ar', { colorScheme: 'dark', viewport: phone }],
] as const;

describe.each(looks)('%s', (_, language, options) => {
  test.each(paths)('%s', async (path) => {
    const { page, context, complaints } = await panel.open(
      at(path.replace(':mira', mira.id).replace(':quay', quay.id)),
      { ...options, locale: language },
    );
    await page.locator('main h1').first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await axeFaults(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('the frame needs 260 KiB of script at most, a page 60 more, the calendar 100', async () => {
  const { page, context } = await panel.open(at('settings/audit'));
  const load = async (path: string) => {
    const sizes: Promise<number>[] = [];
    const weigh = (response: Response) => {
      if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
    };
    page.on('response', weigh);
    await page.goto(panel.world.address + at(path));
    await page.waitForLoadState('networkidle');
    page.off('response', weigh);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
  };
  const frame = await load('nothing/here');
  expect(frame).toBeLessThanOrEqual(260);
  expect(await load('home')).toBeLessThanOrEqual(frame + 60);
  expect(await load('customers')).toBeLessThanOrEqual(frame + 60);
  expect(await load('calendar')).toBeLessThanOrEqual(frame + 100);
  await context.close();
});

test('Ctrl+K finds a person without the accent, and Enter opens the page', async () => {
  const { page, context } = await panel.open(at('home'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kovac');
  await page.getByRole('option', { name: /Mira Kovač/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/customers/${mira.id}`);
  await page.getByRole('heading', { level: 1, name: 'Mira Kovač' }).waitFor();
  await context.close();
});

test('switching the location keeps the rest of the address', async () => {
  const { page, context } = await panel.open(at('customers?f.standing=member'));
  await page.getByRole('button', { name: /Switch location/ }).click();
  await page.getByRole('menuitemradio', { name: 'All locations' }).click();
  await page.waitForURL('**/admin/all/customers*');
  await context.close();
});

test('LOC-2 a setting set here says so, and goes back to what stands above', async () => {
  const { page, context } = await panel.open(at(capacityPath));
  const row = page.locator('[data-setting="capacity"]');
  await row.getByRole('spinbutton').fill('80');
  await page.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Set here').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await row.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await row.getByText('As it comes').waitFor();
  await context.close();
});

test('SEC-4 levels are chosen by key, shown with what they do, and published', async () => {
  const { page, context } = await panel.open(at('portal/access'), { viewport: desktop });
  await page.getByRole('radio', { name: 'Booking pages: Inherited' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('radio', { name: 'Booking pages: Members only' }).waitFor();
  await page.getByRole('button', { name: 'Publish 1 change…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish 1 change' }).click();
  await page.getByText('1 change is in force.').waitFor();
  const { body } = await panel.world.api('GET', `/locations/${quay.id}/portal-access`);
  expect(body.sections.bookings).toBe('members');
  await context.close();
});

test('CHK-1 an expected guest is let in from the home page with one press', async () => {
  const { page, context } = await panel.open(at('home'));
  await page.getByRole('button', { name: 'Check in' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const { body } = await panel.world.api('GET', `/check-ins?open=true&customerId=${mira.id}`);
  expect(body.data).toHaveLength(1);
  await context.close();
});

test('an address that leads nowhere says so, and nobody signed in is sent to sign in', async () => {
  const { page, context } = await panel.open(at('nothing/here'));
  await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
  await context.clearCookies();
  await page.goto(panel.world.address + at('customers'));
  await page.waitForURL(/\/admin\/sign-in\?next=/);
  await context.close();
});
