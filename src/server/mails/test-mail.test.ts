import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestLetter } from '../../../test/support/browser.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.location({ name: 'Quay' });
}, 60_000);
afterAll(() => world.stop());

test('OPS-1 a test letter goes to the address named, and into the outbox', async () => {
  const { status, body } = await world.api('POST', '/mails/test', { to: 'robin@harbour.example' });
  expect([status, body]).toEqual([202, { to: 'robin@harbour.example' }]);
  const letter = await newestLetter(world, 'robin@harbour.example');
  expect(letter?.plainText).toContain('to see whether mail from');
  expect(letter?.opensAccount).toBe(false);
});

test('OPS-1 a key has no address of its own, and customers send none', async () => {
  expect((await world.api('POST', '/mails/test', {})).status).toBe(422);
  const customer = await world.customer();
  expect((await world.as(customer.id)('POST', '/mails/test', { to: 'a@b.example' })).status).toBe(403);
});
