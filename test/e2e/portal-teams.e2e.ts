import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostbox, type Postbox } from '../support/letters.ts';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { axeFaults, launchChromium, layoutFaults, openPage } from '../support/portal/chromium.ts';
import { startWorld, type World } from '../support/world.ts';

/** A team in the Portal: its manager runs it, its people see it, and what is refused says why. */
let world: World;
let browser: Browser;
let post: Postbox;
let home: string;
let quay: { readonly id: string };
let room: { readonly id: string };
let teamId: string;
const people: Record<'mira' | 'sam' | 'ana', string> = { mira: '', sam: '', ana: '' };

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:46:00+01:00', web: true });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await world.location({
    name: 'Harbour Quay', slug: 'harbour-quay', timeZone: 'Europe/Berlin', currency: 'EUR',
  });
  for (const who of ['mira', 'sam', 'ana'] as const) {
    const name = who.charAt(0).toUpperCase() + who.slice(1);
    const email = `${who}@nova.example`;
    people[who] = (await customerWithAccount(world, { name, email, homeLocationId: quay.id })).id;
  }
  room = await world.resource({ name: 'Atlas', locationId: quay.id, audience: { level: 'members' } });
  const plan = await world.plan(quay, { name: 'Office Lite', price: { amount: 12_000, currency: 'EUR' } });
  const mira = { id: people.mira };
  const team = await world.team({
    name: 'Nova', locationId: quay.id, payingCustomerId: people.mira, managers: [mira],
    members: [{ id: people.sam }, { id: people.ana }],
  });
  teamId = team.id;
  const contract = await world.teamContract(mira, { ...plan, locationId: quay.id }, team, { seats: 2 });
  await world.seat(contract, { id: people.sam });
  home = `${world.address}/en`;
  post = await openPostbox(world);
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  post?.close();
  await world?.stop();
});

async function signIn(page: Page, who: keyof typeof people): Promise<void> {
  await page.goto(`${home}/sign-in`);
  await page.fill('#email', `${who}@nova.example`);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
  await page.waitForSelector('.bar [data-page="me"]');
}

/** Its way stands on the page about oneself. */
const toTeam = '.p-link:has(b:text-is("Team"))';
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const standingOf = async (id: string) => (await world.api('GET', `/customers/${id}`)).body.standing;
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
};

test.each([[true], [false]])(
  'TEM-3 whom a manager invites gets a letter, an account, a place and a seat, with script: %s',
  async (javaScriptEnabled) => {
    const email = `noor-${javaScriptEnabled}@nova.example`;
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled });
    await signIn(page, 'mira');
    await page.goto(`${home}/me`);
    await page.click(toTeam);
    await page.waitForSelector('h1:has-text("Nova")');
    expect(plain(await page.locator('main').innerText())).toMatch(/1 of 2 seats used/);
    await page.click('text=Invite somebody');
    await page.click('main button[type=submit]');
    await page.waitForSelector('#email-error');
    await page.fill('#email', email);
    await page.click('text=Send the invitation');
    await page.waitForSelector('.banner[role=status]:has-text("Invited.")');
    expect(await page.locator('.p-invited').innerText()).toContain(email);
    await context.close();

    const letter = await post.newest(email);
    expect(letter).toContain('Nova');
    const link = /https?:\/\/\S+\/invitations\/[\w-]{40,}/.exec(letter)?.[0] ?? '';
    const guest = await openPage(browser, { javaScriptEnabled });
    await guest.page.goto(`${world.address}${new URL(link).pathname}`);
    await guest.page.waitForSelector('h1:has-text("Join")');
    if (javaScriptEnabled) await sound(guest.page);
    await guest.page.fill('#password', password);
    await guest.page.click('main button[type=submit]');
    await guest.page.waitForSelector('.banner[role=status]:has-text("You are in.")');
    await guest.page.goto(`${home}/me`);
    expect(await guest.page.locator('.hello').innerText()).toContain('Member');
    await guest.page.waitForSelector('.p-link:has-text("Seat on")');
    await guest.page.click(toTeam);
    await guest.page.waitForSelector('text=only its managers invite');
    await guest.context.close();

    const { data } = (await world.api('GET', `/teams/${teamId}/members`)).body;
    const noor = data.find((one: { email: string }) => one.email === email);
    expect(noor).toMatchObject({ role: 'member', standing: 'member', seats: [{ planName: 'Office Lite' }] });
    await world.api('DELETE', `/teams/${teamId}/members/${noor.customerId}`);
    expect(complaints).toEqual([]);
  },
);

test('TEM-4 removing says first what ends; then the seat is free, the person a contact', async () => {
  const { page, context, complaints } = await openPage(browser);
  await signIn(page, 'mira');
  await page.goto(`${home}/team/${teamId}/people/${people.sam}`);
  await page.click('.p-link:has-text("Remove from the team")');
  await page.waitForSelector('.does');
  const does = plain(await page.locator('.does').innerText());
  expect(does).toMatch(/The seat on Office Lite[\s\S]*Membership: Sam becomes a contact[\s\S]*Bookings/);
  await sound(page);
  expect(await standingOf(people.sam)).toBe('member');
  await page.click('main button:has-text("Remove")');
  await page.waitForSelector('.banner[role=status]:has-text("Removed.")');
  expect(await standingOf(people.sam)).toBe('contact');
  expect(plain(await page.locator('main').innerText())).toContain('0 of 2 seats used');
  await world.api('POST', `/teams/${teamId}/members`, { customerId: people.sam, seat: true });
  expect(complaints).toEqual([]);
  await context.close();
});

test('PER-2 a manager gives and ends seats, and gives and takes the role', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'mira');
  await page.goto(`${home}/team/${teamId}/people/${people.ana}`);
  await page.click('text=Give seat');
  await page.waitForSelector('text=The seat is given.');
  expect(await standingOf(people.ana)).toBe('member');
  await page.click('main a:has-text("End seat")');
  await page.waitForSelector('.does');
  await page.click('main button:has-text("End seat")');
  await page.waitForSelector('text=The seat is free.');
  expect(await standingOf(people.ana)).toBe('contact');
  await page.click('text="Make manager"');
  await page.waitForSelector('text="Take role"');
  const ana = await openPage(browser);
  await signIn(ana.page, 'ana');
  await ana.page.goto(`${home}/team`);
  await ana.page.waitForSelector('text=Invite somebody');
  await page.click('text="Take role"');
  await page.waitForSelector('text="Make manager"');
  await ana.page.reload();
  await ana.page.waitForSelector('text=only its managers invite');
  await ana.context.close();
  await context.close();
});

test('PER-2 booking for a member goes by that member’s rules; the refusal names who may not', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'mira');
  const wish = 'date=2026-12-02&min=60';
  await page.goto(`${home}/book?${wish}&for=${people.ana}`);
  const refused = plain(await page.locator('.why').innerText());
  expect(refused).toContain('Ana can’t book this: it is open to others only');
  expect(refused).not.toMatch(/\byou\b/i);
  await sound(page);
  await page.goto(`${home}/book?${wish}&for=${people.sam}`);
  await page.locator('.slots a').first().click();
  await page.waitForSelector('main button:has-text("Confirm")');
  expect(plain(await page.locator('.pickone').first().innerText())).toContain('For Sam');
  await sound(page);
  await page.click('main button:has-text("Confirm")');
  await page.waitForSelector('.banner[role=status]:has-text("Booked.")');
  const { data } = (await world.api('GET', `/bookings?customerId=${people.sam}`)).body;
  expect(data).toMatchObject([{ resourceId: room.id, customerId: people.sam, state: 'confirmed' }]);
  await page.click('.p-link:has-text("Bookings of the team")');
  await page.waitForSelector('text=Atlas');
  expect(plain(await page.locator('main').innerText())).toContain('Sam · Wed 2 Dec');
  await context.close();
});

test('PER-1 a plain member sees who is in the team, and none of what its managers do', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, 'sam');
  await page.goto(`${home}/team`);
  const shown = plain(await page.locator('main').innerText());
  expect(shown).toMatch(/Mira[\s\S]*Team manager/);
  expect(shown).not.toContain('@nova.example');
  expect(await page.locator('main a[href*="/people/"]').count()).toBe(1);
  await sound(page);
  const base = `${home}/team/${teamId}`;
  for (const path of [`/people/${people.ana}`, `/people/${people.ana}/remove`, '/profile', '/bookings',
    '/invoices'])
    expect((await page.goto(`${base}${path}`))?.status(), path).toBe(404);
  expect((await page.goto(`${base}/invite`))?.status()).toBe(403);
  await page.waitForSelector('text=only its managers invite');
  await page.goto(`${home}/book?date=2026-12-02&for=${people.ana}`);
  expect(await page.locator('text=For Ana').count()).toBe(0);
  await context.close();
});

test('SEC-3 while the portal is closed to somebody, so is the team', async () => {
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { entirePortal: 'members' } });
  const { page, context } = await openPage(browser);
  await signIn(page, 'ana');
  expect((await page.goto(`${home}/team`))?.status()).toBe(403);
  await page.goto(`${home}/me`);
  expect(await page.locator(toTeam).count()).toBe(0);
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { entirePortal: 'public' } });
  expect((await page.goto(`${home}/team`))?.status()).toBe(200);
  await context.close();
});
