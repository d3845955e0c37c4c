import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { newestLetter } from '../support/browser.ts';
import type { Built } from '../support/builders/resources.ts';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { axeFaults, desktop, openPage, phone } from '../support/portal/chromium.ts';

/** WHY-3: somebody is refused and asks to be told; the operator sees why people are refused. */
let panel: AdminPanel;
let browser: Browser;
let quay: Built;
let far: Built;
let sam: { readonly id: string };
const mail = 'sam@mail.example';

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  panel = await startAdminPanel();
  ({ browser } = panel);
  const { world } = panel;
  quay = await world.location({
    name: 'Harbour Quay', slug: 'harbour-quay', timeZone: 'Europe/Berlin', currency: 'EUR',
  });
  await world.resource({
    name: 'Atlas', locationId: quay.id, audience: { level: 'members' }, stepMinutes: 30,
  });
  far = await world.resource({
    name: 'Focus 1', locationId: quay.id, audience: { level: 'signedIn' }, stepMinutes: 30, horizonDays: 7,
  });
  sam = await customerWithAccount(world, { name: 'Sam Tan', email: mail, homeLocationId: quay.id });
  await world.contract(sam as never, await world.plan(quay, { name: 'Hot Desk 10' }),
    { startDay: '2026-12-10' });
}, 120_000);
afterAll(() => panel.stop());

const portal = (path: string) => `${panel.world.address}/en/${path}`;

async function signedIn(options: object = {}) {
  const found = await openPage(browser, options);
  await found.page.goto(portal('sign-in'));
  await found.page.fill('#email', mail);
  await found.page.fill('#password', password);
  await found.page.keyboard.press('Enter');
  await found.page.waitForSelector('.bar [data-page="me"]');
  return found;
}

/** Follows a link of the page by keyboard. */
async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).first().focus();
  await page.keyboard.press('Enter');
}

/** Asks on the page of the reminder, and reads the day on which it is looked at again. */
async function beTold(page: Page, day: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Tell me when this changes' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tell me' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'We will tell you' }).waitFor();
  await page.getByText(day).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
}

const levels = (sections: object) =>
  panel.world.api('PUT', `/locations/${quay.id}/portal-access`, { sections });

test('WHY-3 from a closed section one asks to be told, and takes it back', async () => {
  await levels({ bookings: 'members' });
  const { page, context, complaints } = await signedIn({ viewport: phone, colorScheme: 'dark' });
  await page.goto(portal('book'));
  await page.getByRole('heading', { level: 1, name: 'Booking is for members' }).waitFor();
  await follow(page, 'Tell me when this changes');
  await beTold(page, /10 Dec/);
  await page.getByRole('button', { name: 'Do not tell me' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('We will not write to you about this.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
  await levels({});
});

test('WHY-3 from a room and from a refused slot one asks to be told', async () => {
  const { page, context, complaints } = await signedIn({ viewport: phone });
  await page.goto(portal('book?date=2026-12-02'));
  await follow(page, 'Tell me when this changes');
  await beTold(page, /10 Dec/);
  await page.goto(portal(`book/${far.id}?date=2026-12-20&start=1000&min=60`));
  await page.getByRole('heading', { level: 1, name: 'Focus 1' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await follow(page, 'Tell me when this changes');
  await beTold(page, /13 Dec/);
  expect(complaints).toEqual([]);
  await context.close();
});

test('WHY-3 R18 refusals are listed by reason with what would resolve them, and replayed', async () => {
  const { page, context, complaints } =
    await panel.open('/admin/harbour-quay/refusals', { viewport: desktop });
  await page.getByRole('heading', { level: 1, name: 'Refusals' }).waitFor();
  const reasons = page.getByRole('table', { name: 'By reason' });
  await reasons.getByText(/for members/i).first().waitFor();
  await page.getByRole('complementary').getByRole('heading').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await reasons.getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/f\.reason=/);
  await page.getByRole('table', { name: 'The newest' }).getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/refusals\/[a-z]+_/);
  await page.getByText('Not allowed.').waitFor();
  await page.getByText(/same answer/i).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('WHY-3 the letter that was asked for comes on the day', async () => {
  await panel.world.clockTo('2026-12-10T00:01:00+01:00');
  await vi.waitFor(async () => {
    const letter = await newestLetter(panel.world, mail);
    expect(letter?.plainText).toContain('Atlas');
  }, { timeout: 30_000 });
});
