import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let mira: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location();
  mira = await world.customer({ email: 'Mira@Nova.example' });
  await world.gift(mira, await world.pass({ locationId: quay.id }));
});
afterAll(() => world.stop());

const show = (credential: unknown, ask = world.api) =>
  ask('POST', '/check-ins', { credential, locationId: quay.id });

test('CHK-1 a credential names a customer: an address in any writing, or a code with the id', async () => {
  const byAddress = await show(' mira@NOVA.example ');
  expect(byAddress).toMatchObject({ status: 201, body: { checkIn: { customerId: mira.id } } });
  const byCode = await show(mira.id);
  expect(byCode).toMatchObject({ status: 201, body: { checkIn: { id: byAddress.body.checkIn.id } } });
});

test('CHK-1 a credential that names nobody is refused with the decision', async () => {
  for (const nobody of ['nobody@nova.example', 'cus_01jf2m3n4p5q6r7s8t9v0w1x2y', '04:A2:19:B1']) {
    const { status, body } = await show(nobody);
    expect([status, body.code]).toEqual([403, 'notAllowed']);
    expect(body.decision).toMatchObject({ allowed: false, subject: null, action: 'checkIn' });
    expect(body.decision.layers).toHaveLength(9);
  }
});

test('SAF-2 a customer comes in on a credential of its own only, and learns of no other', async () => {
  const ana = world.as((await world.customer()).id);
  expect((await show(mira.email, ana)).status).toBe(404);
  expect((await show('nobody@nova.example', ana)).status).toBe(404);
  expect((await show(mira.email, world.as(mira.id))).status).toBe(201);
});

test('API-1 a check-in names a customer or a credential, and not both', async () => {
  for (const who of [{}, { customerId: mira.id, credential: mira.email }]) {
    const { status, body } = await world.api('POST', '/check-ins', { ...who, locationId: quay.id });
    expect([status, body.errors[0].field]).toEqual([422, 'customerId']);
  }
  expect((await show(7)).body.errors).toMatchObject([{ field: 'credential', code: 'notValid' }]);
});
