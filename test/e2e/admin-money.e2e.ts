import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** What the billing desk does in a browser: contracts with their previews, a charge, its payment, a plan. */
let panel: AdminPanel;
let mira: { id: string };
let contractId: string;
const place = '/admin/harbour-quay';

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  const quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id });
  const lite = await world.plan(quay, { name: 'Office Lite', cancel: { byCustomers: true, noticeDays: 30 } });
  await world.plan(quay, { name: 'Dedicated Desk', price: { amount: 32_000, currency: 'EUR' } });
  contractId = (await world.contract(mira, lite, { startDay: '2026-12-01' })).id;
}, 120_000);
afterAll(() => panel.stop());

const contract = async () => (await panel.world.api('GET', `/contracts/${contractId}`)).body;
const openContracts = () => panel.open(`${place}/customers/${mira.id}/contracts`, { viewport: desktop });

/** Opens the verbs of the contract by key, and one of them by its first letters. */
async function chooseVerb(page: Page, letters: string, title: string): Promise<Locator> {
  await page.getByRole('table').getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  for (const letter of letters) await page.keyboard.press(letter);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

test('CON-6 B5 a contract is frozen to a date by the keyboard, its effects before it', async () => {
  const { page, context, complaints } = await openContracts();
  const dialog = await chooseVerb(page, 'f', 'Freeze Office Lite');
  await dialog.getByLabel('Until').fill('2027-01-01');
  await dialog.getByRole('heading', { name: 'What stops' }).waitFor();
  await dialog.getByText('Difference, tax included').waitFor();
  await dialog.getByText('−€120.00').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await contract()).toMatchObject({ status: 'active', freezes: [] });
  await dialog.getByLabel('Until').press('Enter');
  await page.getByText('Frozen until 1 Jan').first().waitFor();
  expect(await contract()).toMatchObject({ status: 'frozen' });
  await page.getByRole('table').getByRole('button', { name: 'Resume' }).click();
  const resume = page.getByRole('dialog', { name: 'Resume Office Lite' });
  await resume.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('table').getByText('Active').waitFor();
  expect(await contract()).toMatchObject({ status: 'active' });
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('CON-5 a contract is moved to another plan, the difference before it', async () => {
  const { page, context, complaints } = await openContracts();
  const dialog = await chooseVerb(page, 'c', 'Change Office Lite');
  await dialog.getByLabel('New plan').selectOption({ label: 'Dedicated Desk, €320.00' });
  await dialog.getByText('Difference, tax included').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await contract()).toMatchObject({ nextPlan: null });
  await dialog.getByRole('button', { name: 'Change plan' }).click();
  await page.getByRole('table').getByText('Dedicated Desk').waitFor();
  expect(await contract()).toMatchObject({
    planName: 'Office Lite',
    nextPlan: { planName: 'Dedicated Desk', fromDay: '2027-01-01' },
  });
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('CON-4 a contract is cancelled after its notice, the last day before it, and kept again', async () => {
  const { page, context, complaints } = await openContracts();
  const dialog = await chooseVerb(page, 'cc', 'Cancel Office Lite');
  await dialog.getByText('The last day is Thursday 31 December 2026.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('radio', { name: 'On another day' }).check();
  await dialog.getByLabel('Last day').fill('2027-02-14');
  await dialog.getByText('The last day is Sunday 14 February 2027.').waitFor();
  expect(await contract()).toMatchObject({ lastDay: null });
  await dialog.getByRole('button', { name: 'Cancel contract' }).click();
  await page.getByRole('table').getByText('Last day 14 Feb 2027').waitFor();
  expect(await contract()).toMatchObject({ status: 'active', lastDay: '2027-02-14' });
  const keep = await chooseVerb(page, 'k', 'Keep Office Lite');
  await keep.getByRole('button', { name: 'Keep contract' }).click();
  await expect.poll(async () => (await contract()).lastDay).toBe(null);
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('CHG-1 CHG-2 PAY-2 B3 a charge by hand is invoiced, and its bank transfer recorded', async () => {
  const { page, context, complaints } = await panel.open(`${place}/money/charges`, { viewport: desktop });
  await page.getByRole('button', { name: 'Add a charge' }).click();
  const charge = page.getByRole('dialog', { name: 'Add a charge' });
  await charge.getByRole('button', { name: 'Add the charge' }).click();
  await charge.getByText('Choose the customer.').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await charge.getByLabel('Customer').fill('kovac');
  await charge.getByRole('button', { name: 'Mira Kovač' }).click();
  await charge.getByLabel('What').fill('Locker key replaced');
  await charge.getByLabel('Price').fill('25,50');
  await charge.getByLabel('Price').press('Enter');
  const row = page.getByRole('row', { name: /Locker key replaced/ });
  await row.getByText('Next invoice').waitFor();
  await row.getByRole('button', { name: 'Invoice now' }).click();
  await page.getByText('Nothing waiting to be billed.').waitFor();

  await page.goto(`${panel.world.address}${place}/money/invoices`);
  await page.getByRole('row', { name: /Mira Kovač/ }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /^Invoice / }).waitFor();
  await page.getByRole('button', { name: 'Record payment' }).click();
  const payment = page.getByRole('dialog', { name: /^Payment for / });
  expect(await payment.getByLabel('Amount').inputValue()).toBe('25.50');
  await payment.getByLabel('Reference').fill('SEPA 4711');
  expect(await axeFaults(page)).toEqual([]);
  await payment.getByRole('button', { name: 'Save payment' }).click();
  await page.getByText('SEPA 4711').waitFor();
  await page.getByText('Paid', { exact: true }).first().waitFor();
  const { body } = await panel.world.api('GET', `/invoices?customerId=${mira.id}`);
  expect(body.data).toMatchObject([{ state: 'paid', outstanding: { amount: 0 } }]);
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('CON-1 B6 whom a changed plan reaches is said before it is saved', async () => {
  const { body } = await panel.world.api('GET', '/plans?limit=50');
  const lite = body.data.find(({ name }: { name: string }) => name === 'Office Lite');
  const { page, context, complaints } = await panel.open(`${place}/catalogue/plans/${lite.id}`, {
    viewport: desktop,
  });
  const form = page.getByRole('form', { name: 'Office Lite' });
  await form.getByLabel('Description').fill('A desk, and rooms');
  await form.getByLabel('Price', { exact: true }).fill('150.00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save changes to Office Lite' });
  await dialog.getByText(/(follows|is on) this plan/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('€150 a month.').waitFor();
  await expect.poll(async () =>
    (await panel.world.api('GET', `/plans/${lite.id}`)).body.price.amount).toBe(15_000);
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);
