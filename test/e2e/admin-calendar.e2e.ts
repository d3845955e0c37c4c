import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop } from '../support/portal/chromium.ts';

/** The calendar without a pointer: booking, moving, lengthening and cancelling by keys alone, and by drag. */
let panel: AdminPanel;
let atlas: { id: string };
let mira: { id: string };
const place = '/admin/harbour-quay/calendar';

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  const quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  atlas = await world.resource({ name: 'Atlas', locationId: quay.id });
  await world.resource({ name: 'Focus 1', locationId: quay.id });
  mira = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id });
});
afterAll(() => panel.stop());

/** By resource and hour: what a cell says to those who cannot see it. */
const cell = (page: Page, resource: string, at: string): Locator =>
  page.locator(`.cal__cell[aria-label^="${resource}, "][aria-label*=", ${at},"]`);

const bookings = async (): Promise<{ id: string; startAt: string; endAt: string; state: string }[]> =>
  (await panel.world.api('GET', `/bookings?customerId=${mira.id}`)).body.data;
const times = async () =>
  (await bookings()).map(({ startAt, endAt }) => [startAt.slice(11, 16), endAt.slice(11, 16)]);

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('CAL-1 F4 a room is booked by keyboard, moved, lengthened and cancelled', async () => {
  const { page, context, complaints } = await panel.open(place, { viewport: desktop });
  await cell(page, 'Atlas', '14:00').focus();
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Book Atlas' });
  await dialog.getByLabel('Customer').pressSequentially('kovac');
  await dialog.getByRole('button', { name: /Mira Kovač/ }).focus();
  await press(page, 'Enter');
  await dialog.getByRole('button', { name: 'Book', exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Book', exact: true }).focus();
  await press(page, 'Enter');
  await page.getByText(/^Booked: Atlas/).waitFor();
  expect(await times()).toEqual([['13:00', '14:00']]);

  await page.locator('.cal__cell[aria-label*="14:00, booked by Mira"]').focus();
  await press(page, 'm', 'ArrowRight');
  await page.getByText(/^Atlas, 14:30–15:30/).waitFor();
  await press(page, 'Enter');
  await page.locator('.cal__cell[aria-label*="15:00, booked by Mira"]').waitFor();
  await page.getByText(/^Arrows move/).waitFor();
  expect(await times()).toEqual([['13:30', '14:30']]);
  await page.locator('.cal__cell[aria-label*="14:30, booked by Mira"]').focus();
  await press(page, 'e', 'ArrowRight');
  await page.getByText(/^Atlas, 14:30–16:00/).waitFor();
  await press(page, 'Enter');
  await page.locator('.cal__cell[aria-label*="15:30, booked by Mira"]').waitFor();
  await page.getByText(/^Arrows move/).waitFor();
  expect(await times()).toEqual([['13:30', '15:00']]);

  await page.locator('.cal__cell[aria-label*="14:30, booked by Mira"]').focus();
  await press(page, 'Delete');
  const panelDialog = page.getByRole('dialog', { name: 'Atlas' });
  await panelDialog.getByRole('button', { name: 'Keep booking' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await panelDialog.getByRole('button', { name: 'Cancel booking' }).focus();
  await press(page, 'Enter');
  await page.getByText('Booking cancelled').first().waitFor();
  expect((await bookings())[0]?.state).toBe('cancelled');
  expect(complaints).toEqual([]);
  await context.close();
});

test('CAL-1 BKG-1 a drop onto another booking is refused, with the times that are free', async () => {
  const book = (hour: number) => panel.world.booking({
    resourceId: atlas.id, customerId: mira.id, via: 'desk',
    startAt: `2026-12-01T${hour}:00:00+01:00`, endAt: `2026-12-01T${hour + 1}:00:00+01:00`,
  });
  await book(10);
  await book(12);
  const { page, context } = await panel.open(place, { viewport: desktop });
  const before = await times();
  const from = (await cell(page, 'Atlas', '12:30').boundingBox())!;
  const to = (await cell(page, 'Atlas', '10:30').boundingBox())!;
  const middle = (box: { x: number; y: number; width: number; height: number }) =>
    [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(...middle(from));
  await page.mouse.down();
  await page.mouse.move(...middle(to), { steps: 6 });
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Mira Kovač: not moved' });
  await dialog.getByText(/Atlas.*booked/).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await times()).toEqual(before);
  await dialog.getByRole('button', { name: /^Take / }).first().click();
  await dialog.getByRole('button', { name: 'Move booking' }).click();
  await page.getByText(/^Moved to /).waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(times).toEqual(before);
  await context.close();
});

test('CAL-1 the week leads into its days', async () => {
  const { page, context } = await panel.open(`${place}?view=week`, { viewport: desktop });
  await page.getByRole('heading', { level: 1, name: /30 Nov – 6 Dec/ }).waitFor();
  await page.getByRole('button', { name: 'Thu 3 Dec', exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Thu 3 Dec', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Thursday 3 December' }).waitFor();
  await context.close();
});
