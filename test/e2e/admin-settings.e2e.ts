import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** What an operator sets: at the network for all, at a place for itself; rates; who invoices. */
let panel: AdminPanel;
let network: { id: string };
let quay: { id: string };
const wide = { viewport: desktop };

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  network = (await world.api('GET', '/locations')).body.data.find(
    ({ parentId }: { parentId: string | null }) => parentId === null,
  );
  await world.resourceType({ name: 'Meeting room', locationId: quay.id });
});
afterAll(() => panel.stop());

const tab = (of: { id: string }, name: string, at = 'harbour-quay') =>
  `/admin/${at}/settings/locations/${of.id}/${name}`;

test('LOC-2 what is set for the network holds below it until a place sets its own', async () => {
  const { page, context, complaints } = await panel.open(tab(network, 'money', 'all'), wide);
  const row = page.locator('[data-setting="dueDays"]');
  await row.getByRole('spinbutton').fill('21');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.goto(panel.world.address + tab(quay, 'money'));
  await row.getByText(/^From /).waitFor();
  expect(await row.getByRole('spinbutton').inputValue()).toBe('21');
  await row.getByRole('spinbutton').fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Set here').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  const { body } = await panel.world.api('GET', `/locations/${quay.id}`);
  expect(body.settings.dueDays).toMatchObject({ value: 7, own: true });
  expect(complaints).toEqual([]);
  await context.close();
});

test('BRD-1 a colour that could not be read is adjusted, and said so before it is saved', async () => {
  const { page, context } = await panel.open(tab(quay, 'portal'), wide);
  await page.getByRole('switch', { name: 'A colour of our own' }).click();
  await page.getByLabel('Brand colour', { exact: true }).fill('#ffd400');
  await page.getByText(/^Adjusted for readability/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const { body } = await panel.world.api('GET', `/locations/${quay.id}`);
  expect(body.settings.brandColour.value).toBe('#ffd400');
  await context.close();
});

test('INV-1 who invoices gets a name, a bank and a series of its own', async () => {
  const { page, context } = await panel.open(tab(quay, 'money'), wide);
  await page.getByRole('button', { name: 'Add legal entity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add legal entity' });
  await dialog.getByLabel('Name').fill('Harbour Spaces GmbH');
  await dialog.getByLabel(/^Bank details/).fill('IBAN DE89 3704 0044 0532 0130 00');
  await dialog.getByLabel('Invoice series').fill('ber');
  await dialog.getByText('BER-2026-0001').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const entities = (await panel.world.api('GET', '/legal-entities')).body.data;
  expect(entities).toContainEqual(
    expect.objectContaining({ name: 'Harbour Spaces GmbH', invoicePrefix: 'BER' }),
  );
  await context.close();
});

test('RAT-1 a rate for some hours of some days is added, and a wrong amount says how to fix it', async () => {
  const { page, context } = await panel.open('/admin/harbour-quay/spaces/types', wide);
  await page.getByRole('button', { name: 'Add rate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add rate' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Needs an amount, such as 30 or 12.50.').first().waitFor();
  await dialog.getByLabel('Price of an hour').fill('12,50');
  await dialog.getByRole('checkbox', { name: 'Sat' }).check();
  await dialog.getByLabel(/^Between/).fill('09:00');
  await dialog.getByLabel(/^and \(optional\)$/).fill('13:00');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Rate saved').waitFor();
  const rates = (await panel.world.api('GET', '/rates')).body.data;
  expect(rates).toMatchObject([{
    price: { amount: 1250, currency: 'EUR' }, weekdays: [6], locationId: quay.id,
    hours: { fromMinute: 540, untilMinute: 780 },
  }]);
  await context.close();
});
