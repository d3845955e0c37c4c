import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';

/** What the operator does to one member, in a browser: suspend, lift, freeze, resume, bill. */
let panel: AdminPanel;
let customerId: string;
const place = '/admin/harbour-quay';

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  const quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  const member = await world.customer({ name: 'Mira Kovač', homeLocationId: quay.id });
  customerId = member.id;
  await world.contract(member, await world.plan(quay, { name: 'Hot Desk 10' }), { startDay: '2026-12-01' });
});
afterAll(() => panel.stop());

const state = async () => (await panel.world.api('GET', `/customers/${customerId}/state`)).body;
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('SUS-1 SUS-5 a customer is suspended and lifted, each after its effects were shown', async () => {
  const { page, context, complaints } = await panel.open(`${place}/customers/${customerId}`);
  await press(page, 'Suspend');
  await confirm(page, 'Suspend');
  await page.getByRole('button', { name: 'Lift suspension' }).first().waitFor();
  expect(await state()).toMatchObject({ suspended: true, standing: 'member' });
  await press(page, 'Lift suspension');
  await confirm(page, 'Lift suspension');
  await page.getByRole('button', { name: 'Suspend', exact: true }).first().waitFor();
  expect(await state()).toMatchObject({ suspended: false });
  expect(complaints).toEqual([]);
  await context.close();
});

test('CON-6 a contract is frozen and resumed', async () => {
  const { page, context } = await panel.open(`${place}/customers/${customerId}`);
  await press(page, 'Freeze');
  await confirm(page, 'Freeze');
  await page.getByRole('button', { name: 'Resume', exact: true }).first().waitFor();
  expect(await state()).toMatchObject({ frozen: true, standing: 'member' });
  await press(page, 'Resume');
  await confirm(page, 'Resume');
  await expect.poll(async () => (await state()).frozen).toBe(false);
  await context.close();
});

test('RUN-1 a billing run is started, looked at and issued', async () => {
  const { page, context } = await panel.open(`${place}/money/runs`);
  await press(page, 'Start a run');
  await confirm(page, 'Make the drafts');
  await page.waitForURL(/\/money\/runs\/run_/);
  await press(page, 'OK');
  await press(page, 'Issue 1 invoice…');
  await confirm(page, 'Issue 1 invoice');
  await expect.poll(async () =>
    (await panel.world.api('GET', `/invoices?customerId=${customerId}`)).body.data.length).toBe(1);
  await context.close();
});
