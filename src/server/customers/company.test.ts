import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.location({});
});
afterAll(() => world.stop());

let count = 0;
const wished = (more: Record<string, unknown> = {}) => {
  count += 1;
  return { name: `Customer ${count}`, email: `company${count}@firm.example`, ...more };
};
const make = (more: Record<string, unknown>) => world.api('POST', '/customers', wished(more));
const person = { name: 'Ada Byron', email: 'ada@firm.example', phone: '+44 20 1' };

test('CUS-3 a company has a primary contact person, whose address is not its own', async () => {
  const { status, body } = await make({ kind: 'company', contact: person });
  expect([status, body.kind, body.contact]).toEqual([201, 'company', person]);
  const { body: changed } = await world.api('PATCH', `/customers/${body.id}`, { contact: { phone: '' } });
  expect(changed.contact).toEqual({ ...person, phone: '' });
  // The address of the person identifies nobody: it may be a customer of its own (CUS-2).
  expect((await make({ email: person.email })).status).toBe(201);
});

test('CUS-3 a company without a person named yet has an empty one; an individual has none', async () => {
  expect((await make({ kind: 'company' })).body.contact).toEqual({ name: '', email: '', phone: '' });
  expect((await make({ contact: person })).body.contact).toBeNull();
  const bad = await make({ kind: 'company', contact: { email: 'not an address' } });
  expect([bad.status, bad.body.errors[0].field]).toEqual([422, 'contact.email']);
});

test('CUS-1 CUS-3 of another kind for a while, a company still knows its person', async () => {
  const { body: firm } = await make({ kind: 'company', contact: person });
  const change = async (kind: string) =>
    (await world.api('PATCH', `/customers/${firm.id}`, { kind })).body.contact;
  expect(await change('individual')).toBeNull();
  expect(await change('company')).toEqual(person);
});

test('CUS-3 a company has no members of its own: its contract makes a member of it alone', async () => {
  const quay = await world.location({});
  const plan = await world.plan(quay);
  const { body: firm } = await make({ kind: 'company', contact: person, homeLocationId: quay.id });
  const { body: ada } = await make({ homeLocationId: quay.id });
  await world.contract(firm as { id: string }, plan, { startDay: '2026-12-01' });
  const standing = async ({ id }: any) => (await world.api('GET', `/customers/${id}/state`)).body.standing;
  expect([await standing(firm), await standing(ada)]).toEqual(['member', 'contact']);
});

test.each([1e308, -1e308, 2 ** 53])('CUS-5 a number not counted exactly is refused: %d', async (number) => {
  const { status, body } = await make({ customFields: { seat: 4.5, number } });
  expect([status, body.errors?.[0].field]).toEqual([422, 'customFields.number']);
});

test('API-1 a cursor of one order is refused by a list in another', async () => {
  await make({});
  await make({});
  const { body } = await world.api('GET', '/customers?limit=1&sort=name');
  const other = await world.api('GET', `/customers?limit=1&sort=createdAt&cursor=${body.nextCursor}`);
  expect([other.status, other.body.errors[0].field]).toEqual([422, 'cursor']);
});

test('API-1 a repeat is answered as the first time was, version and all, whatever its order', async () => {
  const body = wished();
  const key = { 'idempotency-key': 'once' };
  const first = await world.api('POST', '/customers', body, key);
  const again = await world.api('POST', '/customers', { email: body.email, name: body.name }, key);
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
});

test('API-1 If-Match may name several versions', async () => {
  const { body } = await make({});
  const edit = (tags: string) =>
    world.api('PATCH', `/customers/${body.id}`, { phone: '1' }, { 'if-match': tags });
  expect((await edit('"7", "8"')).status).toBe(412);
  expect((await edit('"7", "1"')).status).toBe(200);
});
