import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { axeFaults, launchChromium, openPage } from '../support/portal/chromium.ts';
import { startWorld, type World } from '../support/world.ts';

/** Customers freeze, resume, cancel and keep their contracts by themselves, as far as the plan lets. */
let world: World;
let browser: Browser;
let home: string;
const mira = 'mira@mail.example';
const ids: Record<string, string> = {};

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:46:00+01:00', web: true });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  const quay = await world.location({
    name: 'Harbour Quay',
    slug: 'harbour-quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    settings: { contactEmail: 'quay@harbour.example' },
  });
  const customer = await customerWithAccount(world, { name: 'Mira', email: mira, homeLocationId: quay.id });
  const take = async (name: string, wishes: object) => {
    const plan = await world.plan(quay, { name, price: { amount: 12_000, currency: 'EUR' }, ...wishes });
    const { id } = await world.contract(customer, plan, { startDay: '2026-06-01' });
    ids[name] = String(id);
  };
  await take('Hot Desk', { freeze: { byCustomers: true, timesPerYear: 2, cyclesMax: 2 } });
  await take('Office', { freeze: { byCustomers: false }, cancel: { byCustomers: false } });
  home = `${world.address}/en`;
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', mira);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('.bar [data-page="me"]');
}

const contractNow = async (name: string) => (await world.api('GET', `/contracts/${ids[name]}`)).body;
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

test.each([[true], [false]])(
  'CON-6 a freeze shows its effect first, is made, and taken back, with script: %s',
  async (javaScriptEnabled) => {
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled });
    await signIn(page);
    await page.goto(`${home}/me`);
    await page.click('.p-link:has-text("Hot Desk")');
    await page.click('.p-link:has-text("Freeze")');
    await page.waitForSelector('.does');
    expect(await page.inputValue('#from')).toBe('2027-01-01');
    expect(plain(await page.locator('.does').innerText())).toMatch(/Its invoices[\s\S]*You are a member/);
    await page.fill('#until', '2027-01-15');
    await page.click('text=Show what it does');
    await page.waitForURL(/until=2027-01-15/);
    await page.click('text=Freeze from 1 Jan until 15 Jan');
    await page.waitForSelector('.banner[role=status]');
    expect((await contractNow('Hot Desk')).freezes.at(-1)).toMatchObject({
      fromDay: '2027-01-01',
      untilDay: '2027-01-15',
      billing: 'none',
    });
    await page.click('.p-link:has-text("Take the freeze back")');
    await page.click('main button:has-text("Take the freeze back")');
    await page.waitForSelector('text=Taken back.');
    expect((await contractNow('Hot Desk')).freezes.at(-1).state).toBe('takenBack');
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('CON-6 what the plan does not let says so beside the day, and offers no button', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page);
  const freeze = `${home}/contracts/${ids['Hot Desk']}/freeze`;
  await page.goto(`${freeze}?from=2027-01-01&until=2027-06-01`);
  expect(await page.locator('[role=alert]').innerText()).toContain('Choose an earlier day to resume');
  expect(await page.locator('form[method=post] button').count()).toBe(0);
  await page.goto(`${freeze}?from=2026-11-01&until=2026-11-05`);
  expect(await page.locator('#from-error').innerText()).toContain('Choose today or a later day.');
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${home}/contracts/${ids['Office']}`);
  const closed = await page.locator('.p-list').innerText();
  expect(closed).toContain('This plan is not frozen in the portal.');
  expect(closed).toContain('This plan is not cancelled in the portal.');
  expect(await page.locator('.p-list a[href*="/freeze"], .p-list a[href*="/cancel"]').count()).toBe(0);
  await page.goto(`${home}/contracts/${ids['Office']}/cancel`);
  expect(await page.locator('main form button').count()).toBe(0);
  await context.close();
});

test('CON-4 cancelling names the last day before it is done; one may think better of it', async () => {
  const { page, context, complaints } = await openPage(browser);
  await signIn(page);
  await page.goto(`${home}/contracts/${ids['Hot Desk']}`);
  await page.click('.p-link:has-text("Cancel contract")');
  await page.waitForURL(/cancel$/);
  expect(await page.locator('.hello').innerText()).toContain('Its last day will be 31 Dec 2026.');
  expect(await axeFaults(page)).toEqual([]);
  await page.fill('#last', '2027-02-28');
  await page.click('text=Show what it does');
  await page.waitForSelector('text=28 Feb 2027');
  await page.click('text=Cancel, last day 28 Feb');
  await page.waitForSelector('text=Cancelled.');
  expect(await contractNow('Hot Desk')).toMatchObject({ lastDay: '2027-02-28' });
  await page.click('text=Keep it');
  await page.waitForSelector('text=Kept.');
  expect(await contractNow('Hot Desk')).toMatchObject({ lastDay: null });
  expect(complaints).toEqual([]);
  await context.close();
});

test('CON-6 a frozen contract is resumed on the page that says what comes back', async () => {
  await world.freeze({ id: ids['Hot Desk'] as string }, { fromDay: '2026-12-01' });
  const { page, context } = await openPage(browser);
  await signIn(page);
  await page.goto(`${home}/contracts/${ids['Hot Desk']}`);
  await page.click('text=Resume now');
  await page.click('main button:has-text("Resume now")');
  await page.waitForSelector('text=Everything it gives is back.');
  expect((await contractNow('Hot Desk')).status).toBe('active');
  await context.close();
});
