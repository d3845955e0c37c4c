import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newestLetter } from '../support/browser.ts';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { axeFaults, launchChromium, openPage } from '../support/portal/chromium.ts';
import { startWorld, type World } from '../support/world.ts';

/** Longer ways through the portal: from a stranger to an invoice, and what one changes oneself. */
let world: World;
let browser: Browser;
let home: string;
let quay: { readonly id: string };
let focus: { readonly id: string };
const mira = 'mira@mail.example';

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:46:00+01:00', web: true });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await world.location({
    name: 'Harbour Quay',
    slug: 'harbour-quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    settings: { contactEmail: 'quay@harbour.example' },
  });
  const type = await world.resourceType({ locationId: quay.id });
  await world.rate({ typeId: type.id, price: { amount: 1200, currency: 'EUR' } });
  focus = await world.resource({
    locationId: quay.id,
    typeId: type.id,
    name: 'Focus 1',
    stepMinutes: 30,
  });
  const plan = await world.plan(quay, {
    name: 'Office Lite',
    entitlements: { bookingDiscountPercent: 25 },
  });
  await world.contract(
    await customerWithAccount(world, { name: 'Mira Kovač', email: mira, homeLocationId: quay.id }),
    plan,
  );
  home = `${world.address}/en`;
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', secret);
  await page.click('main button[type=submit]');
  await page.waitForSelector('.bar [data-page="me"]');
}

/** The page of a letter's link waits for a press. */
async function followLetter(page: Page, to: string, path: string): Promise<void> {
  await page.goto(`${home}/${path}?token=${(await newestLetter(world, to))?.secret}`);
  await page.click('main form button[type=submit]');
}

const review = (start: string, min = 60): string =>
  `${home}/book/${focus.id}?date=2026-12-02&start=${start}&min=${min}`;

test.each([[true], [false]])(
  'CHG-2 a stranger opens an account, books, and finds the invoice, with script: %s',
  async (javaScriptEnabled) => {
    const email = `joy.${javaScriptEnabled}@mail.example`;
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled });
    await page.goto(`${home}/account/open`);
    await page.fill('#name', 'Joy Okafor');
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.click('main button[type=submit]');
    await page.waitForSelector('text=Look in your inbox');
    await followLetter(page, email, 'sign-in/with-link');
    await page.waitForSelector('.bar [data-page="me"]');
    await page.goto(review(javaScriptEnabled ? '1000' : '1200'));
    await page.click('.p-foot button[type=submit]');
    await page.waitForSelector('.done');
    await page.click('.p-link:has-text("Invoice over €12.00")');
    await page.waitForURL(/invoices\/inv_/);
    expect(await page.locator('main').innerText()).toContain('Payable at the desk');
    const pdf = await context.request.get(`${page.url()}/document.pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('RAT-3 a member sees its price, and what makes it, before anything is booked', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, mira);
  await page.goto(`${home}/book?date=2026-12-02`);
  expect(await page.locator('.room .price').first().innerText()).toContain('€9');
  await page.goto(review('1400'));
  const cost = (await page.locator('.quote').innerText()).replace(/[\u2066-\u2069]/g, '');
  expect(cost).toMatch(/€12\.00[\s\S]*−€3\.00[\s\S]*To pay[\s\S]*€9\.00/);
  expect(await page.locator('.p-foot button').innerText()).toBe('Confirm · €9.00');
  await context.close();
});

test('BKG-4 a booking is made longer, with what that costs said before', async () => {
  const { page, context, complaints } = await openPage(browser);
  await signIn(page, mira);
  await page.goto(review('1500'));
  await page.click('.p-foot button[type=submit]');
  await page.waitForSelector('.done');
  await page.click('text=Change time');
  await page.waitForURL(/change$/);
  expect(await axeFaults(page)).toEqual([]);
  await page.selectOption('#min', '120');
  await page.click('text=Show times');
  await page.waitForURL(/min=120/);
  await page.click('.slots a:has-text("15:00")');
  await page.waitForURL(/start=1500/);
  expect(await page.locator('.quote').innerText()).toMatch(/€9\.00[\s\S]*€18\.00[\s\S]*€9\.00/);
  await page.click('main form[method=post] button');
  await page.waitForSelector('text=The new time is yours.');
  expect(await page.locator('.hello').innerText()).toContain('15:00–17:00');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a forgotten password is replaced by letter, and the old one is over', async () => {
  await customerWithAccount(world, { name: 'Leo', email: 'leo@mail.example', homeLocationId: quay.id });
  const { page, context } = await openPage(browser);
  await page.goto(`${home}/password/forgot`);
  await page.fill('#email', 'leo@mail.example');
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Look in your inbox');
  const letter = await newestLetter(world, 'leo@mail.example');
  await page.goto(`${home}/password/reset?token=${letter?.secret}`);
  await page.fill('#password', 'four calm harbours');
  await page.click('main button[type=submit]');
  await page.waitForSelector('.banner[role=status]');
  await context.clearCookies();
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', 'leo@mail.example');
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('[role=alert]');
  await signIn(page, 'leo@mail.example', 'four calm harbours');
  await context.close();
});

test('another address is used once its letter has been answered', async () => {
  await customerWithAccount(world, { name: 'Ana', email: 'ana@mail.example', homeLocationId: quay.id });
  const { page, context } = await openPage(browser);
  await signIn(page, 'ana@mail.example');
  await page.goto(`${home}/me/email`);
  await page.fill('#email', 'ana.ruiz@mail.example');
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Look in your inbox');
  await followLetter(page, 'ana.ruiz@mail.example', 'me/email/confirm');
  await page.waitForSelector('text=ana.ruiz@mail.example');
  await context.clearCookies();
  await signIn(page, 'ana.ruiz@mail.example');
  await context.close();
});

test('the language changes where one is, and the page stays the same', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, mira);
  await page.goto(`${home}/me`);
  await page.click('[popovertarget="languages"]');
  await page.click('#languages a[lang="ar"]');
  await page.waitForURL(/\/ar\/me$/);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await context.close();
});

test('SEC-6 a closed section says why without script too', async () => {
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { benefits: 'contacts' } });
  const { page, context } = await openPage(browser, { javaScriptEnabled: false });
  await signIn(page, mira);
  expect(await page.locator('.bar [data-page="wallet"]').count()).toBe(0);
  expect((await page.goto(`${home}/wallet`))?.status()).toBe(403);
  expect(await page.locator('h1').innerText()).toBe('The wallet is for contacts');
  expect(await page.locator('[data-s="block"]').getAttribute('data-code')).toBe('contactsOnly');
  await context.close();
});
