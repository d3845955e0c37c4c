import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, type Credentials, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** Roles of the operator's own and keys for several places, as somebody makes and changes them. */
let panel: AdminPanel;
let desk: Credentials;
const wide = { viewport: desktop };
const roles = '/admin/all/settings/team/roles';

beforeAll(async () => {
  panel = await startAdminPanel();
  const quay = await panel.world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  await panel.world.location({ name: 'Harbour Loft', slug: 'harbour-loft' });
  desk = await panel.colleague('frontDesk', quay.id);
});
afterAll(() => panel.stop());

const ownRole = async (name: string) =>
  (await panel.world.api('GET', '/roles')).body.data.find((one: { name: string }) => one.name === name);

test('PER-3 a role is made from another one, by keyboard alone', async () => {
  const { page, context, complaints } = await panel.open(`${roles}/frontDesk`, wide);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Make one from it' }).focus();
  await page.keyboard.press('Enter');
  const taking = page.getByRole('checkbox', { name: /^Taking payments/ });
  await taking.waitFor();
  expect(await taking.isChecked()).toBe(true);
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Night desk');
  await taking.focus();
  await page.keyboard.press('Space');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the role' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Night desk', level: 1 }).waitFor();
  const role = await ownRole('Night desk');
  expect([role.permissions.includes('payments.write'), role.permissions.includes('checkIns.write')])
    .toEqual([false, true]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('PER-3 before a role is changed, who gains and loses what is shown', async () => {
  const role = await ownRole('Night desk');
  const { body: places } = await panel.world.api('GET', '/locations');
  const quay = places.data.find((one: { slug: string }) => one.slug === 'harbour-quay');
  await panel.world.api('POST', '/api-keys', { name: 'Door', role: role.id, locationId: quay.id });
  const { page, context } = await panel.open(`${roles}/${role.id}`, wide);
  await page.getByRole('link', { name: 'Door' }).waitFor();
  await page.getByRole('checkbox', { name: /^Seeing reports/ }).check();
  await page.getByRole('checkbox', { name: /^Reading notes/ }).uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Night desk for everybody who has it?' });
  await dialog.getByText('It may from then on: Seeing reports').waitFor();
  await dialog.getByText('It no longer may: Reading notes').waitFor();
  await dialog.getByText('1 feels it').click();
  await dialog.getByText('gains Seeing reports').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const now = async () => (await ownRole('Night desk')).permissions;
  await expect.poll(now).toContain('reports.read');
  await context.close();
});

test('PER-3 what roles may stands side by side, and one at a time on a phone', async () => {
  const { page, context } = await panel.open(roles, wide);
  await page.getByRole('columnheader', { name: 'Night desk' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await context.close();
  const narrow = await panel.open(roles, { viewport: { width: 360, height: 780 } });
  await narrow.page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Night desk' });
  await narrow.page.getByRole('definition').filter({ hasText: 'Seeing reports' }).waitFor();
  expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFaults(narrow.page)).toEqual([]);
  await narrow.context.close();
});

test('API-2 a key for two places is made, and its secret exchanged', async () => {
  const { page, context } = await panel.open('/admin/all/settings/api?open=new', wide);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Website');
  await dialog.getByRole('combobox', { name: 'Location' }).selectOption({ label: 'Harbour Quay' });
  await dialog.getByRole('combobox', { name: 'May' }).selectOption({ label: 'Read only' });
  await dialog.getByRole('button', { name: 'Add another place' }).click();
  await dialog.getByRole('combobox', { name: 'Location' }).last().selectOption({ label: 'Harbour Loft' });
  await dialog.getByRole('combobox', { name: 'May' }).last().selectOption({ label: 'Chosen permissions…' });
  await dialog.getByRole('checkbox', { name: /^Seeing leads/ }).check();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Copy the secret now.').waitFor();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Website' });
  await row.getByText('Read only at Harbour Quay').waitFor();
  await row.getByText('1 permission at Harbour Loft').waitFor();
  await row.getByRole('button', { name: 'Exchange' }).click();
  const exchange = page.getByRole('dialog', { name: 'Exchange the secret of Website' });
  await exchange.getByRole('combobox').selectOption({ label: 'For one more hour' });
  await exchange.getByRole('button', { name: 'Exchange' }).click();
  await exchange.getByText('Copy the secret now.').waitFor();
  await exchange.getByRole('button', { name: 'I have copied it' }).click();
  await row.getByText('Old secret until').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await context.close();
});

test('PER-3 a page that one may not open says what is missing, and which roles can give it', async () => {
  const { page, context } = await panel.open('/admin/harbour-quay/settings/api', { ...wide, as: desk });
  await page.getByText('It needs “Seeing API keys”, which your role does not include here. '
    + 'These roles can give it to you: Owner.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await context.close();
});
