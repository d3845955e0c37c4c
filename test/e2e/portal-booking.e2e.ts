import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newestLetter } from '../support/browser.ts';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { launchChromium, openPage } from '../support/portal/chromium.ts';
import { startWorld, type World } from '../support/world.ts';

/** What a person does in the portal, in a browser, on the whole product. */
let world: World;
let browser: Browser;
let home: string;
let quay: { readonly id: string };
let hot: { readonly id: string };
let focus: { readonly id: string };

const every = (fromMinute: number, untilMinute: number) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [{ fromMinute, untilMinute }]]));

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
    openingHours: every(480, 1200),
    settings: { contactEmail: 'quay@harbour.example' },
  });
  hot = await world.plan(quay, {
    name: 'Hot Desk 10',
    price: { amount: 12_000, currency: 'EUR' },
    freeze: { byCustomers: true },
  });
  const type = await world.resourceType({ locationId: quay.id });
  await world.rate({ typeId: type.id, price: { amount: 1200, currency: 'EUR' } });
  focus = await world.resource({
    locationId: quay.id,
    typeId: type.id,
    name: 'Focus 1',
    capacity: 2,
    stepMinutes: 30,
  });
  await world.resource({
    locationId: quay.id,
    typeId: type.id,
    name: 'Atlas',
    capacity: 10,
    stepMinutes: 30,
    audience: { level: 'plans', planIds: [hot.id] },
    sortOrder: 2,
  });
  const mira = await customerWithAccount(world, {
    name: 'Mira Kovač',
    email: 'mira@mail.example',
    homeLocationId: quay.id,
  });
  await world.freeze(await world.contract(mira, hot), { fromDay: '2026-12-01', untilDay: '2026-12-03' });
  await world.contract(mira, await world.plan(quay, { name: 'Office Lite' }));
  await customerWithAccount(world, { name: 'Sam Tan', email: 'sam@mail.example', homeLocationId: quay.id });
  home = `${world.address}/en`;
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

const bookingsOf = async (customer: string) => {
  const { body } = await world.api('GET', '/bookings?limit=200');
  return (body.data as Record<string, any>[]).filter(({ customerName }) => customerName === customer);
};

test.each([[true], [false]])(
  'M2 a room is booked in three taps, with script: %s',
  async (javaScriptEnabled) => {
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled });
    await signIn(page, 'mira@mail.example');
    const before = (await bookingsOf('Mira Kovač')).length;
    await page.click('.bar [data-page="book"]');
    await page.click(`[data-resource="${focus.id}"] .slots a >> nth=1`);
    expect(new URL(page.url()).searchParams.get('start')).toMatch(/^\d{4}$/);
    expect(await page.locator('form button[type=submit]').innerText()).toBe('Confirm · €12.00');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.done');
    expect(await page.locator('h1').innerText()).toBe('Focus 1');
    expect((await bookingsOf('Mira Kovač')).length).toBe(before + 1);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('the day strip and the length change what is shown, and the address with it', async () => {
  const { page, context, complaints } = await openPage(browser);
  await signIn(page, 'mira@mail.example');
  await page.goto(`${home}/book?date=2026-12-02`);
  await page.click('.day >> nth=3');
  await page.waitForURL(/date=2026-12-04/);
  await page.waitForFunction(() =>
    document.querySelector('.day[aria-current]')?.textContent?.includes('4'),
  );
  await page.click('.filters .btn >> nth=0');
  await page.click('#lengths a >> nth=3');
  await page.waitForURL(/min=120/);
  expect(await page.locator('.slots a >> nth=0').getAttribute('href')).toContain('min=120');
  await page.goBack();
  await page.waitForURL(/min=60/);
  expect(complaints).toEqual([]);
  await context.close();
});

test('M9 a refused room shows its reason with the layers, until when, and the way out', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'mira@mail.example');
  await page.goto(`${home}/book?date=2026-12-02`);
  const why = page.locator('.why');
  expect(await why.locator('.verdict__text').innerText()).toBe(
    'You can see Atlas but can’t book it: your Hot Desk 10 contract is frozen until 3 Dec.',
  );
  expect(await why.locator('[data-s="block"]').getAttribute('data-code')).toBe('frozen');
  expect(await why.locator('.why__acts a').allInnerTexts()).toEqual([
    'Resume now', 'See Thu 3 Dec', 'Tell me when this changes',
  ]);
  await why.locator('.why__acts a', { hasText: 'See Thu 3 Dec' }).click();
  await page.waitForFunction(() => document.querySelector('.why') === null);
  expect(await page.locator('.room', { hasText: 'Atlas' }).locator('.slots a').count()).toBeGreaterThan(0);
  await context.close();
});

test('SEC-6 a section for members leaves a contact’s menu, and its address says why with 403', async () => {
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { bookings: 'members' } });
  const { page, context } = await openPage(browser);
  await signIn(page, 'sam@mail.example');
  expect(await page.locator('.bar [data-page="book"]').count()).toBe(0);
  const answer = await page.goto(`${home}/book`);
  expect(answer?.status()).toBe(403);
  expect(await page.locator('h1').innerText()).toBe('Booking is for members');
  expect(await page.locator('[data-s="block"]').getAttribute('data-code')).toBe('membersOnly');
  expect(await page.locator('.offer .btn').innerText()).toBe('See plans');
  await context.clearCookies();
  expect((await page.goto(`${home}/book`))?.status()).toBe(401);
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { bookings: null } });
  await context.close();
});

test('M7 cancelling shows its effect first', async () => {
  await world.booking({
    resourceId: focus.id,
    customerId: (await customerNamed('Mira')).id,
    startAt: '2026-12-07T10:00:00+01:00',
    endAt: '2026-12-07T11:00:00+01:00',
  });
  const { page, context } = await openPage(browser);
  await signIn(page, 'mira@mail.example');
  await page.goto(`${home}/bookings`);
  await page.click('.p-link:has-text("Mon 7 Dec")');
  await page.click('text=Cancel booking');
  expect(await page.locator('.effects').innerText()).toContain('It costs you nothing.');
  await page.click('form button[type=submit]');
  await page.waitForSelector('[role=status]');
  expect(await page.locator('.banner[role=status]').innerText()).toBe('Cancelled. The time is free again.');
  const [last] = (await bookingsOf('Mira Kovač')).filter(
    ({ startAt }) => startAt === '2026-12-07T09:00:00Z',
  );
  expect(last?.state).toBe('cancelled');
  await context.close();
});

const customerNamed = async (q: string): Promise<{ id: string }> =>
  (await world.api('GET', `/customers?q=${q}`)).body.data[0];

test('an account is opened with a password, confirmed by letter, and is a contact’s', async () => {
  const { page, context, complaints } = await openPage(browser);
  await page.goto(`${home}/account/open`);
  await page.fill('#name', 'Ana Ruiz');
  await page.fill('#email', 'ana@mail.example');
  await page.fill('#password', 'short');
  await page.click('main button[type=submit]');
  expect(await page.locator('#password-error').innerText()).toContain('Too short');
  expect(await page.locator('#email').inputValue()).toBe('ana@mail.example');
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Look in your inbox');
  const letter = await newestLetter(world, 'ana@mail.example');
  await page.goto(`${home}/sign-in/with-link?token=${letter?.secret}`);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Good morning');
  await page.click('.bar [data-page="me"]');
  expect(await page.locator('.badge').first().innerText()).toContain('Contact');
  await page.click('text=Sign out');
  await page.waitForSelector('.bar [data-page="signIn"]');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a wrong password says so without saying who is known; a letter’s link signs in once', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', 'mira@mail.example');
  await page.fill('#password', 'not the password');
  await page.click('main button[type=submit]');
  expect(await page.locator('[role=alert]').innerText()).toContain('do not belong together');
  await page.click('text=Send me a link instead');
  await page.fill('#email', 'mira@mail.example');
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Look in your inbox');
  const link = `${home}/sign-in/with-link?token=${(await newestLetter(world, 'mira@mail.example'))?.secret}`;
  // Opened by something that runs script, and not pressed: nothing is used up.
  await page.goto(link);
  await page.waitForLoadState('networkidle');
  await page.goto(link);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Good morning');
  await context.clearCookies();
  await page.goto(link);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=This link no longer works');
  await context.close();
});

test('one changes one’s own profile, in one’s own language from then on', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'sam@mail.example');
  await page.goto(`${home}/me/profile`);
  await page.fill('#phone', '+49 30 1234');
  await page.fill('#billingName', 'Tan GmbH');
  await page.selectOption('#language', 'de');
  await page.click('main button[type=submit]');
  await page.waitForURL(/\/de\//);
  const { id } = await customerNamed('Sam');
  expect((await world.api('GET', `/customers/${id}`)).body).toMatchObject({
    phone: '+49 30 1234',
    language: 'de',
    billing: { name: 'Tan GmbH' },
  });
  await page.goto(`${world.address}/`);
  expect(page.url()).toContain('/de');
  await context.close();
});

test('CAL-2 a booking goes into any calendar', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'mira@mail.example');
  await page.goto(`${home}/bookings`);
  const href = await page.locator('.p-list a.p-link').first().getAttribute('href');
  const answer = await context.request.get(`${world.address}${href}/calendar.ics`);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(await answer.text()).toMatch(
    /BEGIN:VEVENT\r\nUID:bok_[\s\S]*DTSTART:2026\d{4}T\d{6}Z[\s\S]*SUMMARY:Focus 1\\, Harbour Quay/,
  );
  await context.close();
});

test('CUS-9 who is invited chooses a password on the page of the letter, and is in', async () => {
  const leo = await world.customer({ name: 'Leo Park', email: 'leo@mail.example', homeLocationId: quay.id });
  await world.api('POST', `/customers/${leo.id}/invite`, {});
  const { page, context } = await openPage(browser);
  await page.goto(`${home}/invitations/${(await newestLetter(world, 'leo@mail.example'))?.secret}`);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('text=Good morning, ');
  expect(await page.locator('h1').innerText()).toContain('Leo');
  await context.close();
});

test('M5 one tap checks in, one checks out, without a pass the button is not there', async () => {
  const pass = await world.pass({ name: 'Day pass', locationId: quay.id });
  const sam = await customerNamed('Sam');
  const { page, context } = await openPage(browser);
  await signIn(page, 'sam@mail.example');
  expect(await page.locator('form[action$="/check-in"]').count()).toBe(0);
  await world.gift(sam, pass);
  await page.reload();
  await page.click('form[action$="/check-in"] button');
  await page.waitForSelector('.inside');
  expect((await world.api('GET', `/check-ins?customerId=${sam.id}&open=true`)).body.data).toHaveLength(1);
  await page.click('.inside button');
  await page.waitForSelector('form[action$="/check-in"]');
  await page.goto(`${home}/wallet`);
  const ledger = (await page.locator('.ledger').innerText()).replace(/[\u2068\u2069]/g, '');
  expect(ledger).toContain('Day pass: used');
  await context.close();
});
