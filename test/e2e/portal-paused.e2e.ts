import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { customerWithAccount, password } from '../support/portal/account.ts';
import { startWorld, type World } from '../support/world.ts';

/** What a suspended customer, and one who owes, finds in the portal: sections to look at, and why no more. */
let world: World;
let quay: { readonly id: string };
let room: { readonly id: string };

vi.setConfig({ testTimeout: 120_000 });

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:46:00+01:00', web: true });
  quay = await world.location({
    name: 'Harbour Quay', slug: 'harbour-quay', timeZone: 'Europe/Berlin', currency: 'EUR',
    settings: { contactEmail: 'quay@harbour.example' },
  });
  await world.plan(quay, { name: 'Hot Desk 10' });
  room = await world.resource({ locationId: quay.id, name: 'Focus 1' });
}, 120_000);
afterAll(() => world?.stop());

let count = 0;

/** A customer, and what their pages say. */
async function visitor() {
  count += 1;
  const email = `paused${count}@mail.example`;
  const { id } = await customerWithAccount(world, { name: 'Sam Tan', email, homeLocationId: quay.id });
  return { id, page: await pagesOf(email) };
}

async function pagesOf(email: string) {
  const entered = await fetch(`${world.address}/api/v1/auth/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'origin': world.address },
    body: JSON.stringify({ email, password }),
  });
  const cookie = entered.headers.getSetCookie().map((of) => of.split(';')[0]).join('; ');
  return async (path: string, language = 'en') =>
    (await fetch(`${world.address}/${language}${path}`, { headers: { cookie } })).text();
}

const readOnly = 'data-read-only';

test('SUS-3 a section in which all is off says that it is to be looked at, in every language', async () => {
  const { id, page } = await visitor();
  expect(await page('/plans')).not.toContain(readOnly);
  const { id: suspensionId } = await world.suspension({ id });
  const plans = await page('/plans');
  expect(plans).toContain(readOnly);
  expect(plans).toContain('You can look at the plans here. Signing up is paused on your account');
  expect(plans).toContain('Hot Desk 10');
  expect(await page('/wallet')).toContain('Using passes and credits is paused on your account');
  const said = new Set<string>();
  for (const language of ['en', 'de', 'ar', 'es', 'fr']) {
    const text = /data-read-only[^]*?<p>([^<]+)</.exec(await page('/plans', language))?.[1] ?? '';
    expect(text.length).toBeGreaterThan(30);
    said.add(text);
  }
  expect(said.size).toBe(5);
  // Bookings are changed and invoices paid, so there those sections are more than to be looked at.
  for (const path of ['/bookings', '/invoices', '/me']) expect(await page(path)).not.toContain(readOnly);
  expect(await page('/bookings')).toContain('Booking is paused on your account');
  await world.api('POST', `/customers/${id}/suspensions/${suspensionId}/lift`, { missedCycles: 'skip' });
  expect(await page('/plans')).not.toContain(readOnly);
});

test('SUS-3 a booking that may not be changed while suspended offers no button, and says why', async () => {
  const { id, page } = await visitor();
  const { id: bookingId } = await world.booking({
    resourceId: room.id, customerId: id,
    startAt: '2026-12-02T10:00:00+01:00', endAt: '2026-12-02T11:00:00+01:00',
  });
  await world.suspension({ id });
  const path = `/bookings/${bookingId}`;
  expect(await page(path)).toContain(`${path}/cancel`);
  const { body } = await world.api('GET', `/locations/${quay.id}`);
  const whileSuspended = { ...body.settings.whileSuspended.value, changeBookings: false };
  await world.api('PATCH', `/locations/${quay.id}`, { settings: { whileSuspended } });
  const shut = await page(path);
  expect(shut).not.toContain(`${path}/cancel`);
  expect(shut).toContain('data-refusal');
  expect(await page('/bookings')).toContain(readOnly);
  await world.api('PATCH', `/locations/${quay.id}`, {
    settings: { whileSuspended: { ...whileSuspended, changeBookings: true } },
  });
});

test('ACC-7 who owes too much sees the plans, and reads why none can be taken', async () => {
  const { id, page } = await visitor();
  await world.api('PATCH', `/locations/${quay.id}`, { settings: { overdueLimit: {
    days: 0, amount: 0, blocksBooking: false, blocksBuying: true, blocksCheckIn: false,
  } } });
  expect(await page('/plans')).not.toContain('data-refusal');
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  await world.charge({ id }, quay);
  await world.issuedRun(quay, '2026-12-01');
  await world.clockTo('2026-12-20T09:00:00+01:00');
  const { body } = await world.api('GET', `/customers/${id}`);
  const plans = await (await pagesOf(body.email))('/plans');
  expect(plans).toContain('data-refusal');
  expect(plans).toMatch(/overdue on your account/);
  expect(plans).toContain('Hot Desk 10');
});
