import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, type Credentials, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** The counter, by somebody of the front desk: in on the pass they choose, a day sold, and out again. */
let panel: AdminPanel;
let quay: { id: string };
let mira: { id: string };
let sam: { id: string };
const place = '/admin/harbour-quay/desk';
let fay: Credentials;

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  const day = await world.pass({
    name: 'Day pass', locationId: quay.id, value: { amount: 2000, currency: 'EUR' },
  });
  const hours = await world.pass({
    name: 'Ten hours', kind: 'time', minutes: 600, locationId: quay.id,
  });
  mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id });
  sam = await world.customer({ name: 'Sam Tan', homeLocationId: quay.id });
  fay = await panel.colleague('frontDesk', quay.id);
  await world.gift(mira, day);
  await world.gift(mira, hours);
});
afterAll(() => panel.stop());

const inside = async (customer: { id: string }) =>
  (await panel.world.api('GET', `/check-ins?open=true&customerId=${customer.id}`)).body.data;

async function find(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Who is here?' }).fill(typed);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

test('PAS-6 the first pass is proposed, another one chosen, and Enter lets them in', async () => {
  const { page, context, complaints } = await panel.open(place, { viewport: desktop, as: fay });
  await find(page, 'kovac', 'Mira Kovač');
  await page.getByText('Will use Day pass').waitFor();
  await page.getByRole('button', { name: 'Choose another pass' }).click();
  await page.getByRole('menuitemradio', { name: /Ten hours/ }).click();
  await page.getByText('Will use Ten hours').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Check in/ }).click();
  await page.getByText('Mira Kovač is in.').waitFor();
  expect(await inside(mira)).toMatchObject([{ passName: 'Ten hours' }]);
  await page.getByRole('button', { name: 'Check out' }).first().click();
  await page.getByText('Mira Kovač is out.').waitFor();
  expect(await inside(mira)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('PAS-2 F6 a day is sold and its buyer let in by one press, at what the pass is worth', async () => {
  const { page, context } = await panel.open(place, { viewport: desktop, as: fay });
  await find(page, 'sam', 'Sam Tan');
  await page.getByRole('button', { name: 'Sell pass & check in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sell a pass to Sam Tan' });
  await dialog.getByLabel('Pass').selectOption({ label: 'Day pass' });
  expect(await dialog.getByLabel('Price').inputValue()).toBe('20.00');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Charge and check in' }).click();
  await page.getByText('Sam Tan is in. Day pass sold.').waitFor();
  expect(await inside(sam)).toMatchObject([{ passName: 'Day pass' }]);
  const charges = await panel.world.api('GET', `/charges?customerId=${sam.id}`);
  expect(charges.body.data).toMatchObject([{ amount: { amount: 2000, currency: 'EUR' }, state: 'invoiced' }]);
  await context.close();
});
