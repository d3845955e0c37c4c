import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import type { Built } from '../support/builders/resources.ts';
import { axeFaults, desktop, phone } from '../support/portal/chromium.ts';

/** What a change of access does is seen before it is made, by keyboard alone; then made, or taken back. */
let panel: AdminPanel;
let quay: Built;
let kofi: Built;
let rooms: readonly Built[];

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  rooms = [
    await world.resource({ name: 'Atlas', locationId: quay.id }),
    await world.resource({ name: 'Focus 1', locationId: quay.id }),
  ];
  kofi = await world.customer({ name: 'Kofi Mensah', homeLocationId: quay.id, portalAccess: true });
  const sam = await world.customer({ name: 'Sam Tan', homeLocationId: quay.id, portalAccess: true });
  await world.contract(kofi, await world.plan(quay, { name: 'Hot Desk 10' }));
  const tomorrow = (hour: number) => `2026-12-02T${hour}:00:00+01:00`;
  const book = (resourceId: string, customerId: string, hour: number) =>
    world.booking({ resourceId, customerId, startAt: tomorrow(hour), endAt: tomorrow(hour + 1) });
  await book(rooms[0]!.id, sam.id, 12);
  await book(rooms[0]!.id, kofi.id, 14);
  await book(rooms[1]!.id, kofi.id, 16);
}, 120_000);
afterAll(() => panel.stop());

const levels = async () => (await panel.world.api('GET', `/locations/${quay.id}/portal-access`)).body;

type Role = Parameters<Page['getByRole']>[0];

/** Presses Tab until something of that role and name has the focus. */
async function tabTo(within: Page | Locator, role: Role, name: string | RegExp): Promise<void> {
  const wanted = within.getByRole(role, { name }).first();
  await wanted.waitFor();
  const page = wanted.page();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} ${String(name)} is not reached by Tab`);
}

async function press(within: Page | Locator, role: Role, name: string | RegExp): Promise<void> {
  await tabTo(within, role, name);
  await within.getByRole(role, { name }).first().page().keyboard.press('Enter');
}

/** A page on which every press of a pointer is remembered, over a reload too. */
async function openedAt(path: string) {
  const found = await panel.open(path, { viewport: desktop });
  const remember = () =>
    addEventListener('pointerdown', () => sessionStorage.setItem('pressed', 'yes'), true);
  await found.context.addInitScript(remember);
  await found.page.evaluate(remember);
  const byKeysAlone = async () => {
    expect(await found.page.evaluate(() => sessionStorage.getItem('pressed'))).toBeNull();
    expect(found.complaints).toEqual([]);
    await found.context.close();
  };
  return { ...found, byKeysAlone };
}

test('SEC-4 O3 levels are drafted, counted, published for later, then now, and brought back', async () => {
  const { page, byKeysAlone } = await openedAt('/admin/harbour-quay/portal/access');
  await tabTo(page, 'radio', 'Booking pages: Inherited');
  await page.keyboard.press('ArrowLeft');
  await page.getByText('1 contact', { exact: true }).waitFor();
  await page.getByText('1 of them has a booking to come, which stands.').waitFor();
  await tabTo(page, 'radio', 'Directory: Inherited');
  await tabTo(page, 'radio', 'Now');
  await page.keyboard.press('ArrowDown');
  await page.getByText(/as they will be then/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Shift+Tab');
  await page.reload();
  await page.getByRole('radio', { name: 'Booking pages: Members only', checked: true }).waitFor();
  await press(page, 'button', 'Publish 1 change…');
  await press(page, 'button', 'Publish 1 change for then');
  await page.getByText('1 change is published for later.').waitFor();
  expect(await levels()).toMatchObject({
    draft: null, sections: { bookings: null },
    scheduled: [{ inForceFrom: '2026-12-08T05:00:00Z', changes: [{ section: 'bookings', to: 'members' }] }],
  });

  await press(page, 'button', 'Change or withdraw…');
  await tabTo(page, 'radio', 'At a time');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('dialog').getByText('1 contact', { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'button', 'Publish now');
  await page.getByText('In force now.', { exact: true }).waitFor();
  expect((await levels()).sections.bookings).toBe('members');

  await press(page, 'button', /Inherits from/);
  await page.keyboard.press('v');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Versions of Harbour Quay' }).waitFor();
  await page.getByText(/Published by Robin/).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'button', 'Bring back the beginning…');
  await page.getByRole('dialog').getByText('1 contact', { exact: true }).waitFor();
  await press(page, 'button', 'Bring it back now');
  await page.getByText('Everything is inherited again.').waitFor();
  expect(await levels()).toMatchObject({
    sections: { bookings: null },
    versions: [{ version: 3, state: 'inForce' }, { version: 2, state: 'past' }, { state: 'withdrawn' }],
  });
  await byKeysAlone();
});

test('WHY-1 from a section by its row’s key, from a phone by its card: who may open it', async () => {
  const { page, byKeysAlone } = await openedAt('/admin/harbour-quay/portal/access');
  await tabTo(page, 'radio', 'Directory: Inherited');
  await page.keyboard.press('?');
  await page.waitForURL(/explain\?action=viewSection&target=directory/);
  await byKeysAlone();
  const dark = { viewport: phone, colorScheme: 'dark' } as const;
  const small = await panel.open('/admin/harbour-quay/portal/access', dark);
  await small.page.getByLabel('Plan selection', { exact: true }).selectOption('contacts');
  await small.page.getByText(/Members couldn’t change plan/).waitFor();
  await small.page.getByRole('button', { name: 'Plan selection: something to check' }).click();
  await small.page.getByRole('menuitem', { name: /Use Public/ }).waitFor();
  expect(await axeFaults(small.page)).toEqual([]);
  expect(await small.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await small.page.keyboard.press('Enter');
  await small.page.getByRole('button', { name: 'Discard' }).click();
  await small.page.getByRole('complementary').getByText(/Nothing is changed/).waitFor();
  await small.page.getByRole('link', { name: 'Explain access: Plan selection' }).click();
  await small.page.waitForURL(/target=plans/);
  await small.context.close();
});

test('BKA-5 a suspension keeps one booking and cancels another, chosen one by one', async () => {
  const { page, byKeysAlone } = await openedAt(`/admin/harbour-quay/customers/${kofi.id}`);
  await press(page, 'button', 'Suspend');
  const dialog = page.getByRole('dialog', { name: 'Suspend Kofi Mensah' });
  await dialog.getByText('2 bookings already made are touched').waitFor();
  await tabTo(dialog, 'radio', 'Keep them; what costs more is priced anew when billed');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('checkbox', { name: /Focus 1/ }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await page.getByRole('checkbox', { name: /Focus 1/ }).isChecked()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await tabTo(dialog, 'textbox', /Reason/);
  await page.keyboard.type('Left owing');
  await press(dialog, 'button', 'Suspend');
  await page.getByText('Kofi Mensah is suspended', { exact: false }).first().waitFor();
  const { body } = await panel.world.api('GET', `/bookings?customerId=${kofi.id}`);
  const states = Object.fromEntries(body.data.map((of: Built) => [of.resourceName, of.state]));
  expect(states).toEqual({ Atlas: 'confirmed', 'Focus 1': 'cancelled' });
  await byKeysAlone();
});
