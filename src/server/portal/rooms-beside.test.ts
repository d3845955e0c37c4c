import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Built;
let mill: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00', web: true });
  quay = await world.location({ name: 'Quay', slug: 'quay' });
  mill = await world.location({ name: 'Mill', slug: 'mill', timeZone: 'Europe/Lisbon' });
  for (const { id } of [quay, mill])
    await world.api('PUT', `/locations/${id}/portal-access`, { sections: { bookings: 'public' } });
});
afterAll(() => world.stop());

const page = async (): Promise<string> =>
  (await fetch(`${world.address}/en/quay/book?date=2026-12-02`)).text();

test('VIS-1 the booking page has the rooms of other places in scope, each booked where it is', async () => {
  await world.resource({ locationId: quay.id, name: 'Atlas' });
  const loom = await world.resource({ locationId: mill.id, name: 'Loom' });
  expect(await page()).not.toContain('Loom');
  await world.api('PUT', `/locations/${quay.id}/visibility`, { resources: 'network' });
  const both = await page();
  expect(both).toContain('Atlas');
  expect(both).toMatch(/Times in .?Lisbon/);
  expect(both).toContain(`/en/mill/book/${loom.id}`);
  await world.api('PUT', `/locations/${mill.id}/portal-access`, { sections: { bookings: 'members' } });
  expect(await page()).not.toContain('Loom');
});

test('VIS-1 a location above others has a page of its own once it has rooms', async () => {
  const house = await world.location({ name: 'House', slug: 'house' });
  await world.location({ name: 'Floor', slug: 'floor', parentId: house.id });
  const status = async () => (await fetch(`${world.address}/en/house`, { redirect: 'manual' })).status;
  expect(await status()).toBe(404);
  await world.resource({ locationId: house.id, name: 'Roof' });
  expect(await status()).toBe(200);
});
