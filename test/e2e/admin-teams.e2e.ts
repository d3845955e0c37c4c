import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type AdminPanel, startAdminPanel } from '../support/admin-panel.ts';
import { axeFaults, desktop, layoutFaults, phone } from '../support/portal/chromium.ts';

/** A team in the Admin Panel: made, filled, given seats, and what ends is said before it does. */
let panel: AdminPanel;
let quay: { readonly id: string };
let plan: { readonly id: string; readonly locationId?: string };
const people: Record<string, string> = {};

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });
const wide = { viewport: desktop };

beforeAll(async () => {
  panel = await startAdminPanel();
  const { world } = panel;
  quay = await world.location({ name: 'Harbour Quay', slug: 'harbour-quay' });
  plan = await world.plan(quay, { name: 'Office Lite', price: { amount: 12_000, currency: 'EUR' } });
  for (const name of ['Nova GmbH', 'Mira Kovač', 'Sam Tan', 'Ana Ruiz']) {
    const email = `${name.toLowerCase().replace(/\W/g, '')}@nova.example`;
    people[name] = (await world.customer({ name, email, homeLocationId: quay.id })).id;
  }
}, 120_000);
afterAll(() => panel.stop());

const home = (path: string) => `/admin/harbour-quay/${path}`;
const of = (name: string) => ({ id: people[name] ?? '' });
const standingOf = async (name: string) =>
  (await panel.world.api('GET', `/customers/${people[name]}`)).body.standing;
const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([]);
  expect(await layoutFaults(page)).toEqual([]);
};
const rowOf = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(name) });

async function pick(dialog: Locator, label: string | RegExp, name: string): Promise<void> {
  await dialog.getByLabel(label).fill(name);
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

async function choose(page: Page, name: string, verb: string): Promise<void> {
  await rowOf(page, name).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: verb }).click();
}

/** A team with a contract of two seats, as staff makes it over the API. */
async function madeTeam(name: string): Promise<{ readonly id: string; readonly contractId: string }> {
  const { world } = panel;
  const team = await world.team({ name, locationId: quay.id, managers: [of('Mira Kovač')] });
  const at = { ...plan, locationId: quay.id };
  const contract = await world.teamContract(of('Nova GmbH'), at, team, { seats: 2 });
  return { id: team.id, contractId: contract.id };
}

test('TEM-1 a team is made with who runs it and who pays; its people come with seats', async () => {
  const { page, context, complaints } = await panel.open(home('teams'), wide);
  await page.getByText('A team shares contracts and seats.').waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'New team' }).first().click();
  const made = page.getByRole('dialog', { name: 'New team' });
  await made.getByLabel('Name', { exact: true }).fill('Nova');
  await pick(made, 'Team manager to begin with', 'Mira Kovač');
  await pick(made, 'Who pays for the team', 'Nova GmbH');
  await sound(page);
  await made.getByRole('button', { name: 'Make the team' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nova' }).waitFor();
  const { data } = (await panel.world.api('GET', '/teams?q=nova')).body;
  expect(data).toMatchObject([{ memberCount: 1, payingCustomerName: 'Nova GmbH', sizeMax: null }]);

  await page.getByRole('link', { name: 'Add contract' }).click();
  await page.getByRole('heading', { level: 1, name: 'New contract' }).waitFor();
  await page.getByLabel('Plan').selectOption({ label: 'Office Lite, €120.00' });
  await page.getByLabel('Seats for the team').fill('2');
  await page.getByRole('button', { name: 'Add contract' }).click();
  await page.getByText('0 of 2 seats used').first().waitFor();
  await page.getByRole('button', { name: 'Add customer' }).click();
  const adding = page.getByRole('dialog', { name: 'Add a customer to Nova' });
  await pick(adding, 'Customer', 'Sam Tan');
  await adding.getByRole('button', { name: 'Add to the team' }).click();
  await rowOf(page, 'Sam Tan').getByText('Office Lite').waitFor();
  await page.getByText('1 of 2 seats used').first().waitFor();
  expect(await standingOf('Sam Tan')).toBe('member');
  await sound(page);

  await page.goto(panel.world.address + home(`customers/${people['Sam Tan']}`));
  await page.getByText('because of a seat on Office Lite of Nova').waitFor();
  await page.getByRole('link', { name: 'Seat on Office Lite of Nova' }).waitFor();
  await sound(page);
  expect(complaints).toEqual([]);
  await context.close();
});

test('TEM-4 removing somebody says before that the seat ends and they become a contact', async () => {
  const { world } = panel;
  const team = await madeTeam('Orbit');
  await world.api('POST', `/teams/${team.id}/members`, { customerId: people['Ana Ruiz'], seat: true });
  expect(await standingOf('Ana Ruiz')).toBe('member');
  const { page, context } = await panel.open(home(`teams/${team.id}`), wide);
  await choose(page, 'Ana Ruiz', 'Remove from the team');
  const dialog = page.getByRole('dialog', { name: 'Remove Ana Ruiz from Orbit' });
  await dialog.getByText('Membership: Ana Ruiz becomes a contact').waitFor();
  await dialog.getByText('The seat on Office Lite, with its passes, prices and rooms').waitFor();
  await sound(page);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await rowOf(page, 'Ana Ruiz').waitFor({ state: 'detached' });
  expect(await standingOf('Ana Ruiz')).toBe('contact');
  await context.close();
});

test('TEM-2 a seat is given, passed on and ended, and the roles of people change, by keyboard', async () => {
  const { world } = panel;
  const team = await madeTeam('Pulsar');
  for (const name of ['Ana Ruiz', 'Sam Tan'])
    await world.api('POST', `/teams/${team.id}/members`, { customerId: people[name] });
  const { page, context } = await panel.open(home(`teams/${team.id}`), wide);
  await page.getByRole('button', { name: 'Seats', exact: true }).press('Enter');
  const seats = page.getByRole('dialog', { name: 'Seats on Office Lite' });
  await seats.getByRole('combobox', { name: 'Give a free seat to' }).selectOption({ label: 'Ana Ruiz' });
  await seats.getByRole('button', { name: 'Give seat' }).press('Enter');
  await seats.getByText('1 of 2 seats used').waitFor();
  await sound(page);
  await seats.getByRole('button', { name: 'Pass on' }).press('Enter');
  const goesTo = seats.getByRole('combobox', { name: 'The seat of Ana Ruiz goes to' });
  await seats.getByText('Membership: Ana Ruiz becomes a contact').waitFor();
  await goesTo.selectOption({ label: 'Sam Tan' });
  await seats.getByRole('button', { name: 'Pass on' }).last().press('Enter');
  await seats.getByRole('link', { name: 'Sam Tan' }).waitFor();
  expect(await standingOf('Ana Ruiz')).toBe('contact');
  await page.keyboard.press('Escape');
  await seats.waitFor({ state: 'detached' });
  await choose(page, 'Sam Tan', 'End the seat on Office Lite');
  await page.getByRole('dialog').getByRole('button', { name: 'End seat' }).press('Enter');
  await page.getByText('0 of 2 seats used').first().waitFor();
  await choose(page, 'Ana Ruiz', 'Make team manager');
  await rowOf(page, 'Ana Ruiz').getByText('Team manager', { exact: true }).waitFor();
  await context.close();
});

test('TEM-3 staff invites, sends again and withdraws; who may only read finds no verbs', async () => {
  const team = await madeTeam('Quasar');
  const { page, context } = await panel.open(home(`teams/${team.id}`), wide);
  await page.getByRole('button', { name: 'Invite by e-mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite to Quasar' });
  await dialog.getByLabel(/^E-mail/).fill('noor@nova.example');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('Invitation sent to noor@nova.example').waitFor();
  const card = page.getByRole('region', { name: /^Invitations/ });
  await card.getByText('noor@nova.example').waitFor();
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await card.getByText('Nobody is invited right now.').waitFor();
  await context.close();

  const reader = await panel.colleague('readOnly', quay.id);
  const read = await panel.open(home(`teams/${team.id}`), { ...wide, as: reader });
  await rowOf(read.page, 'Mira Kovač').waitFor();
  for (const name of ['Invite by e-mail', 'Add customer', 'Edit team', 'More actions'])
    expect(await read.page.getByRole('button', { name }).count(), name).toBe(0);
  await read.page.goto(`${panel.world.address}${home('teams')}?new=1`);
  await rowOf(read.page, 'Quasar').waitFor();
  expect(await read.page.getByRole('dialog').count()).toBe(0);
  await read.context.close();
});

test.each([
  ['dark', desktop],
  ['dark', phone],
  ['light', phone],
] as const)('the pages of teams are sound, %s at %o', async (colorScheme, viewport) => {
  const team = await madeTeam('Vega');
  const { page, context } = await panel.open(home('teams'), { colorScheme, viewport });
  await page.getByRole('link', { name: 'Vega' }).first().waitFor();
  await sound(page);
  await page.goto(panel.world.address + home(`teams/${team.id}`));
  await page.getByText('0 of 2 seats used').first().waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'Edit team' }).click();
  await page.getByRole('dialog', { name: 'Edit team' }).waitFor();
  await sound(page);
  await context.close();
});
