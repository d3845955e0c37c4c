import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareHarbour } from '../../src/server/demo/starter.ts';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** Another system's export becomes customers, in a browser, and is taken back. */
let panel: AdminPanel;
const place = '/admin/harbour-quay';
const file = fileURLToPath(new URL('../data/harbour-customers.csv', import.meta.url));

beforeAll(async () => {
  panel = await startAdminPanel();
  await prepareHarbour(panel.world.shell, { demo: false, setUp: 'harbour' }, () => undefined);
}, 120_000);
afterAll(() => panel.stop());

const customers = async () =>
  (await panel.world.api('GET', '/customers?limit=200&q=grzegorz')).body.data.length;

test('IMP-1 S3 an export is looked at, imported without its bad rows, found, and undone', async () => {
  const { page, context, complaints } = await panel.open(`${place}/imports`, { viewport: desktop });
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Show preview' }).click();
  await page.getByRole('heading', { level: 1, name: 'harbour-customers.csv' }).waitFor();
  await page.getByText('Nothing has been written yet.').waitFor();
  const third = page.getByRole('row', { name: /^3 Error/ });
  await third.getByText('ContractStartDate').waitFor();
  await third.getByText('cannot be read').waitFor();
  await page.getByText('62 of 62 rows').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await customers()).toBe(0);

  await page.getByRole('button', { name: 'Import 538 rows' }).click();
  const asked = page.getByRole('dialog', { name: 'Import 538 rows' });
  await asked.getByText('295 members and 243 contacts are made. 62 rows with errors are left out.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Import 538 rows' }).click();
  await page.getByText('This import can be undone until').waitFor();
  expect(await customers()).toBeGreaterThan(0);

  await page.goto(`${panel.world.address}${place}/customers?q=member2.1`);
  await page.getByRole('link', { name: 'Grzegorz Eriksen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Grzegorz Eriksen' }).waitFor();
  await page.getByRole('table', { name: 'Contracts' }).getByText('Dedicated Desk').waitFor();

  await page.goto(`${panel.world.address}${place}/imports`);
  await page.getByRole('link', { name: 'harbour-customers.csv' }).click();
  await page.getByRole('button', { name: 'Undo import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo import' });
  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('Undone', { exact: true }).waitFor();
  expect(await customers()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 180_000);
