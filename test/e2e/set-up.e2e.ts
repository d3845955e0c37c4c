import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { prepareFirstOwner } from '../../src/server/staff/set-up.ts';
import { buildWeb, staleParts } from '../../tools/web/build.ts';
import { axeFaults, desktop, launchChromium, openPage } from '../support/portal/chromium.ts';
import { startWorld, type World } from '../support/world.ts';

/** The first morning: from the code that the start prints to the first booking, all of it by hand. */
let world: World;
let browser: Browser;
let code: string;

beforeAll(async () => {
  await buildWeb(staleParts('admin'));
  world = await startWorld({ now: '2026-12-01T09:41:00+01:00', web: true });
  code = /code (\S+)/.exec((await prepareFirstOwner(world.shell)).join('\n'))?.[1] ?? '';
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

test('S1 the wizard refuses what it cannot use, makes the network, and a room is booked', async () => {
  const { page, complaints } = await openPage(browser, {
    viewport: desktop, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce',
  });
  await page.goto(`${world.address}/admin/setup`);
  const begin = page.getByRole('button', { name: 'Set up and go in' });
  await begin.waitFor();
  await begin.click();
  await page.getByRole('alert').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  const inputs: [string, string][] = [
    ['code', code], ['name', 'Robin Vale'], ['email', 'robin@harbour.example'],
    ['password', 'calm-harbour-morning'], ['network', 'Harbour'], ['location', 'Harbour Quay'],
  ];
  for (const [name, value] of inputs) await page.locator(`[name="${name}"]`).fill(value);
  await begin.click();
  await page.waitForURL('**/admin/harbour-quay/home');
  await page.getByRole('heading', { level: 1, name: 'Tuesday 1 December' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.goto(`${world.address}/admin/harbour-quay/spaces/types`);
  await page.getByRole('button', { name: 'New type' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('Meeting room');
  await page.getByRole('dialog').getByRole('button', { name: 'Add type' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${world.address}/admin/harbour-quay/spaces/resources/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Atlas');
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Meeting room' });
  await page.getByRole('button', { name: 'Add resource' }).click();
  await page.waitForURL(/spaces\/resources\/res_/);

  const places = (await world.api('GET', '/locations?slug=harbour-quay')).body.data;
  await world.customer({ name: 'Mira Kovač', homeLocationId: places[0].id });
  await page.goto(`${world.address}/admin/harbour-quay/calendar`);
  await page.getByRole('button', { name: 'Booking', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Book Atlas' });
  await dialog.getByLabel('Customer').fill('kovac');
  await dialog.getByRole('button', { name: /Mira Kovač/ }).click();
  await dialog.getByRole('button', { name: /^Book/ }).last().click();
  await page.getByText(/^Booked: Atlas/).waitFor();
  expect((await world.api('GET', '/bookings')).body.data).toHaveLength(1);
  expect(complaints).toEqual([]);
}, 90_000);
