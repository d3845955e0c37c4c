import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import { prepareHarbour } from './starter.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({
    now: '2026-12-01T09:41:00+01:00',
    env: { FOYER_OWNER_EMAIL: 'jo@example.test', FOYER_OWNER_PASSWORD: 'calm-harbour-9' },
  });
});
afterAll(() => world.stop());

test('OPS-3 the demo has life in it beside a first owner, tells its sign-ins, and is made once', async () => {
  await world.network();
  const wishes = { demo: true, setUp: null };
  const lines = await prepareHarbour(world.shell, wishes, () => undefined);
  expect(lines.join('\n')).toContain('owner@harbour.example');
  expect(await prepareHarbour(world.shell, wishes, () => undefined)).toEqual(lines);

  const staff = (await world.api('GET', '/staff?limit=200')).body.data;
  expect(staff.map(({ email }: { email: string }) => email)).toContain('jo@example.test');

  const find = async (q: string) =>
    (await world.api('GET', `/customers?q=${encodeURIComponent(q)}`)).body.data[0];
  const mira = await find('Mira Kovač');
  const { body } = await world.api('GET', `/contracts?customerId=${mira.id}`);
  const contracts = body.data
    .map(({ planName, status }: Record<string, string>) => [planName, status])
    .sort();
  expect(contracts).toEqual([
    ['Hot Desk 10', 'frozen'],
    ['Office Lite', 'active'],
  ]);
  const [team] = (await world.api('GET', `/teams?customerId=${mira.id}`)).body.data;
  expect(team).toMatchObject({
    name: 'Nova', memberCount: 6, managerCount: 1, invitationCount: 1, seats: { total: 6, taken: 4, free: 2 },
  });
  const members = (await world.api('GET', `/teams/${team.id}/members`)).body.data;
  expect(members.map(({ standing }: Record<string, string>) => standing).sort()).toEqual([
    'contact', 'member', 'member', 'member', 'member', 'member',
  ]);
  const owed = (await world.api('GET', `/invoices?customerId=${mira.id}&state=overdue`)).body.data;
  expect(owed.map(({ total }: { total: unknown }) => total)).toContainEqual({
    amount: 12_000,
    currency: 'EUR',
  });
  const letters = (await world.api('GET', '/mails?limit=50')).body.data;
  expect(letters.length).toBeGreaterThan(7);
  expect(letters.some(({ attachments }: { attachments: unknown[] }) => attachments.length > 0)).toBe(true);
  const [entity] = (await world.api('GET', '/legal-entities')).body.data;
  expect(entity).toMatchObject({ name: 'Harbour Spaces GmbH', invoicePrefix: 'BER' });
  expect(entity.bankDetails).toContain('IBAN');
  expect((await world.api('GET', '/check-ins?open=true')).body.data.length).toBeGreaterThan(3);
  const today = await world.api(
    'GET',
    '/bookings?from=2026-12-01T00:00:00%2B01:00&to=2026-12-02T00:00:00%2B01:00&limit=200',
  );
  expect(today.body.data.length).toBeGreaterThan(7);
  expect((await world.api('GET', '/billing-runs')).body.data.length).toBeGreaterThan(11);

  for (const { id, name } of (await world.api('GET', '/locations')).body.data) {
    const path = `/locations/${id}/portal-access/preview`;
    const { body: preview } = await world.api('POST', path, { sections: {} });
    expect([name, preview.checks]).toEqual([name, []]);
  }

  const refusals = (await world.api('GET', '/access/refusals?limit=200')).body.data;
  const told = (name: string) => new Set(refusals.map((of: Record<string, unknown>) => of[name]));
  expect(refusals.length).toBeGreaterThan(20);
  expect([told('reason').size > 6, told('customerName').size > 8]).toEqual([true, true]);
  expect([...told('action')].sort()).toEqual(['book', 'checkIn', 'viewSection']);
  const times = refusals.map(({ at }: { at: string }) => Date.parse(at));
  expect(Math.max(...times)).toBeLessThan(Date.parse('2026-12-01T09:41:00+01:00'));
  for (const { id } of refusals.slice(0, 40)) {
    const { body: again } = await world.api('POST', `/access/refusals/${id}/replay`);
    expect([again.stored.locationId, again.same]).toEqual([again.stored.locationId, true]);
  }
  const { data: waiting } = (await world.api('GET', '/access/reminders?waiting=true')).body;
  expect(waiting.map(({ customerName }: Record<string, string>) => customerName).sort())
    .toEqual(['Eva Lang', 'Mira Kovač']);
}, 120_000);
