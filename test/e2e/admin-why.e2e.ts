import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import type { Built } from '../support/builders/resources.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/**
 * The three questions operators ask (WHY-2), answered by keyboard alone within F3's two steps: the palette
 * with the question typed, and Enter. A press of a pointer fails the journey.
 */
let panel: AdminPanel;
let quay: Built;
let west: Built;
let mira: Built;
let sam: Built;
let booked: Built;
let invoice: { readonly id: string; readonly number: string };

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  west = await world.location({ name: 'Harbour West', slug: 'harbour-west' });
  const atlas = await world.resource({
    name: 'Atlas', locationId: quay.id, audience: { level: 'members' },
  });
  mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id, portalAccess: true });
  sam = await world.customer({ name: 'Sam Tan', homeLocationId: quay.id, portalAccess: true });
  const plan = await world.plan(quay, { name: 'Hot Desk 10' });
  const contract = await world.contract(mira, { ...plan, locationId: quay.id });
  await world.freeze(contract, { fromDay: '2026-12-05', untilDay: '2026-12-20' });
  booked = await world.booking({
    resourceId: atlas.id, customerId: mira.id,
    startAt: '2026-12-02T14:00:00+01:00', endAt: '2026-12-02T15:00:00+01:00',
  });
  await world.issuedRun(quay, '2026-12-01');
  [invoice] = (await world.api('GET', `/invoices?customerId=${mira.id}`)).body.data;
  await world.api('PUT', `/locations/${west.id}/portal-access`, { sections: { directory: 'public' } });
});
afterAll(() => panel.stop());

/** Types the question into the palette and takes its answer: two steps. */
async function ask(page: Page, typed: string, answer: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search/ }).waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: answer }).waitFor();
  await page.keyboard.press('Enter');
}

async function opened(path: string) {
  const found = await panel.open(path, { viewport: desktop });
  await found.page.evaluate(() => {
    (window as { presses?: number }).presses = 0;
    addEventListener('pointerdown', () => { (window as { presses?: number }).presses! += 1; }, true);
  });
  const byKeysAlone = async () =>
    expect(await found.page.evaluate(() => (window as { presses?: number }).presses)).toBe(0);
  return { ...found, byKeysAlone };
}

test('WHY-2 F3 why a contact can sign in but not book: the reason inline, Enter opens it', async () => {
  const { page, context, complaints, byKeysAlone } = await opened('/admin/harbour-quay/home');
  await ask(page, 'why can’t sam book atlas tomorrow 10', /Sam Tan book Atlas .*10:00.*members/);
  await page.waitForURL(/explain\?action=book.*time=1000.*target=res_/);
  await page.getByText('Not allowed.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await byKeysAlone();
  expect(complaints).toEqual([]);
  await context.close();
});

test('WHY-2 F3 why access was lost for a while: the freeze and its days, at the time asked', async () => {
  const { page, context, byKeysAlone } = await opened('/admin/harbour-quay/home');
  await ask(page, 'why can’t mira book atlas 2026-12-10 10', /Mira Kovač book Atlas .*frozen.*20 Dec/);
  await page.waitForURL(/day=2026-12-10/);
  await page.getByText(/Hot Desk 10 is frozen/).first().waitFor();
  await byKeysAlone();
  await context.close();
});

test('WHY-2 F3 why content differs between locations: the same question, another answer there', async () => {
  const { page, context, byKeysAlone } = await opened('/admin/harbour-quay/home');
  await ask(page, 'can sam see directory', /Sam Tan .*Directory.*members/i);
  await page.waitForURL(/harbour-quay.*action=viewSection.*target=directory/);
  await page.getByText('Not allowed.').waitFor();
  await byKeysAlone();
  await context.close();
  const there = await opened('/admin/harbour-west/home');
  await ask(there.page, 'can sam see directory', /Sam Tan .*Directory/i);
  await there.page.waitForURL(/harbour-west.*target=directory/);
  await there.page.getByText('Allowed.').waitFor();
  await there.byKeysAlone();
  await there.context.close();
});

test('WHY-1 F3 in the calendar painted for somebody, Enter on a refused slot explains it there', async () => {
  const { page, context, complaints, byKeysAlone } =
    await opened(`/admin/harbour-quay/calendar?date=2026-12-02&for=${sam.id}`);
  const cell = page.getByRole('gridcell', { name: /Atlas.*10:00.*can’t be booked.*members/ });
  await cell.waitFor();
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Explain access' });
  await dialog.getByText('Not allowed.').waitFor();
  expect(page.url()).toMatch(/calendar\?.*time=1000/);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(page.url()).not.toMatch(/action=/);
  await cell.focus();
  await page.keyboard.press('?');
  await dialog.getByText('Not allowed.').waitFor();
  await dialog.getByRole('button', { name: 'Book anyway…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Book Atlas' }).getByText('Sam Tan').waitFor();
  await byKeysAlone();
  expect(complaints).toEqual([]);
  await context.close();
});

test('WHY-1 a booking leads to why it may be had: it is not in its own way', async () => {
  const { page, context } = await opened(`/admin/harbour-quay/calendar?date=2026-12-02&open=${booked.id}`);
  await page.getByRole('dialog').getByRole('link', { name: 'Explain access' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/explain\?.*but=bok_/);
  await page.getByText('Allowed.', { exact: true }).waitFor();
  await context.close();
});

test('WHY-1 an invoice leads to whether its customer may pay it', async () => {
  const { page, context, complaints } = await opened(`/admin/harbour-quay/money/invoices/${invoice.id}`);
  await page.getByRole('link', { name: 'Explain access' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/explain\?action=pay&target=inv_/);
  await page.getByText('Allowed.', { exact: true }).waitFor();
  const word = page.getByRole('combobox', { name: 'Invoice' });
  await word.locator('option', { hasText: invoice.number }).waitFor({ state: 'attached' });
  expect(await word.inputValue()).toBe(invoice.id);
  expect(await axeFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('WHY-1 MEM-5 by keys through time: the next change and the one before, with causes', async () => {
  const { page, context, byKeysAlone } =
    await opened(`/admin/harbour-quay/customers/${mira.id}/explain?action=book&day=2026-12-10&time=1000`);
  await page.getByText(/Hot Desk 10 is frozen/).first().waitFor();
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageUp');
  await page.waitForURL(/day=2026-12-20/);
  await page.getByText('Allowed.', { exact: true }).waitFor();
  await page.getByRole('slider').focus();
  await page.keyboard.press('PageDown');
  await page.waitForURL(/day=2026-12-05/);
  await page.getByText('Not allowed.').waitFor();
  await page.getByText('changes in this time').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /freeze of Hot Desk 10 ends/ }).waitFor();
  await page.getByRole('button', { name: /freeze of Hot Desk 10 starts/ }).waitFor();
  await byKeysAlone();
  await context.close();
});
