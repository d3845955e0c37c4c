import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBuilders } from '../../../test/support/builders/imports.ts';
import { type Ask, startWorld, type World } from '../../../test/support/world.ts';

const header = 'Location,FullName,Email,Active,Plan';
let world: World;
let manager: Ask;
let colleague: Ask;

beforeAll(async () => {
  world = await startWorld();
  const quay = await world.location({ name: 'Harbour Quay' });
  const loft = await world.location({ name: 'Harbour Loft' });
  for (const place of [quay, loft]) await world.plan(place, { name: 'Hot Desk 10' });
  manager = await managerOf(loft.id);
  colleague = await managerOf(loft.id);
});
afterAll(() => world.stop());

async function managerOf(locationId: string): Promise<Ask> {
  const wished = { name: 'Manager', role: 'locationManager', locationId };
  const { body } = await world.api('POST', '/api-keys', wished);
  return (method, path, sent, headers) =>
    world.stranger(method, path, sent, { authorization: `Bearer ${body.secret}`, ...headers });
}

test('SAF-2 an import is neither read, run nor undone by whoever works at another location', async () => {
  const { body } = await world.upload([header, 'Harbour Quay,Ada,ada@example.test,YES,'].join('\n'));
  expect((await manager('GET', '/imports')).body.data).toEqual([]);
  expect((await manager('GET', `/imports/${body.id}`)).status).toBe(404);
  expect((await manager('POST', `/imports/${body.id}/run`, {})).status).toBe(404);
  expect((await world.api('POST', `/imports/${body.id}/run`, {})).status).toBe(200);
  expect((await manager('POST', `/imports/${body.id}/undo`)).status).toBe(404);
});

test('SAF-2 whoever made an import at their own location reads and undoes it', async () => {
  const { body } = await importBuilders(manager)
    .upload([header, 'Harbour Loft,Bo,bo@example.test,YES,'].join('\n'));
  expect((await colleague('GET', `/imports/${body.id}`)).status).toBe(404);
  expect((await manager('POST', `/imports/${body.id}/run`, {})).body.totals).toMatchObject({ contact: 1 });
  expect((await manager('GET', '/imports')).body.data).toHaveLength(1);
  expect((await manager('POST', `/imports/${body.id}/undo`)).body.removed).toMatchObject({ customers: 1 });
});

test('SAF-2 a file suspends nobody whose home is another location', async () => {
  const ada = await world.upload([header, 'Harbour Quay,Cy,cy@example.test,YES,'].join('\n'));
  await world.api('POST', `/imports/${ada.body.id}/run`, {});
  const { body } = await importBuilders(manager)
    .upload([header, 'Harbour Loft,Cy,cy@example.test,NO,Hot Desk 10'].join('\n'));
  expect(body.rows).toMatchObject([{ outcome: 'error', column: 'Active', code: 'invalid' }]);
});
