import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import { prepareHarbour } from './starter.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
});
afterAll(() => world.stop());

test('the network is set up once, with its places, plans, rooms and rates', async () => {
  const said: string[] = [];
  const setUp = () =>
    prepareHarbour(world.shell, { demo: false, setUp: 'harbour' }, (line) => said.push(line));
  await setUp();
  await setUp();
  expect(said).toHaveLength(1);
  const { body } = await world.api('GET', '/locations');
  expect(body.data.map(({ name, currency }: Record<string, string>) => [name, currency])).toEqual([
    ['Harbour', 'EUR'],
    ['Harbour Quay', 'EUR'],
    ['Harbour Loft', 'EUR'],
    ['Harbour Mill', 'GBP'],
  ]);
  const plans = (await world.api('GET', '/plans?limit=200')).body.data;
  expect(plans).toHaveLength(15);
  expect(plans.filter(({ price }: { price: { currency: string } }) => price.currency === 'GBP')).toHaveLength(
    5,
  );
});

test('IMP-1 the export is imported into it, every row as it is written beside it', async () => {
  const file = readFileSync(new URL('../../../test/data/harbour-customers.csv', import.meta.url));
  const { body } = await world.upload(file);
  expect(body.totals).toEqual({ rows: 600, contract: 295, contact: 243, unchanged: 0, error: 62 });
});
