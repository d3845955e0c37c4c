import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { BuiltLocation } from '../../../test/support/builders/locations.ts';

let world: World;
let quay: BuiltLocation;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
}, 60_000);
afterAll(() => world.stop());

const list = async (query: string): Promise<string[]> => {
  const { status, body } = await world.api('GET', `/customers?${query}`);
  expect(status).toBe(200);
  return body.data.map(({ name }: { name: string }) => name);
};

test('CUS-1 a customer needs only kind, name, e-mail; else individual, at home at the network', async () => {
  const network = await world.network();
  const { status, body } = await world.api('POST', '/customers', {
    name: ' Ana Ruiz ',
    email: ' Ana@Example.Test ',
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: 'individual',
    name: 'Ana Ruiz',
    email: 'ana@example.test',
    homeLocationId: network.id,
    portalAccess: true,
    standing: 'contact',
    suspended: false,
    frozen: false,
    archived: false,
    contact: null,
    version: 1,
  });
  const changed = await world.api('PATCH', `/customers/${body.id}`, {
    kind: 'company',
    contact: { name: 'Leo' },
  });
  expect(changed.body).toMatchObject({
    kind: 'company',
    contact: { name: 'Leo', email: '', phone: '' },
    version: 2,
  });
});

test('CUS-2 one address, one customer, whatever its case; the error says to use two addresses', async () => {
  await world.customer({ email: 'twice@example.test' });
  const again = await world.api('POST', '/customers', {
    kind: 'company',
    name: 'B',
    email: ' TWICE@example.test',
  });
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'emailTaken', errors: [{ field: 'email', code: 'taken' }] },
  });
  expect(again.body.errors[0].detail).toContain('two addresses');
  const other = await world.customer();
  const moved = await world.api('PATCH', `/customers/${other.id}`, { email: 'Twice@example.test' });
  expect(moved).toMatchObject({ status: 409, body: { code: 'emailTaken' } });
});

test('CUS-2 of sixteen that come at once with one address, one is made', async () => {
  const ask = () => world.api('POST', '/customers', { name: 'Race', email: 'race@example.test' });
  const answers = await Promise.all(Array.from({ length: 16 }, ask));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(15).fill(409)]);
});

test('CUS-1 what is missing or wrong is said by field', async () => {
  const missing = await world.api('POST', '/customers', { kind: 'robot', email: 'no address' });
  expect(missing.status).toBe(422);
  expect(missing.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'email',
    'kind',
    'name',
  ]);
  const nowhere = await world.api('POST', '/customers', {
    name: 'X',
    email: 'x@example.test',
    homeLocationId: `loc_${'0'.repeat(26)}`,
  });
  expect(nowhere).toMatchObject({ status: 422, body: { errors: [{ field: 'homeLocationId' }] } });
});

test('CUS-5 tags, custom fields, billing and language are kept and changed part by part', async () => {
  const made = await world.customer({
    tags: ['Design', 'Design'],
    customFields: { dog: true },
    billing: { name: 'Nova GmbH', taxId: 'DE1' },
    language: 'de',
  });
  expect(made).toMatchObject({
    tags: ['Design'],
    customFields: { dog: true },
    billing: { name: 'Nova GmbH', address: '', taxId: 'DE1' },
  });
  const { body } = await world.api('PATCH', `/customers/${made.id}`, {
    billing: { address: 'Kai 1' },
    language: null,
  });
  expect(body).toMatchObject({
    tags: ['Design'],
    billing: { name: 'Nova GmbH', address: 'Kai 1', taxId: 'DE1' },
    language: null,
  });
});

test('API-1 an edit with the version seen is made once; a stale one is refused', async () => {
  const { id } = await world.customer();
  const seen = await world.api('GET', `/customers/${id}`);
  const ifMatch = { 'if-match': seen.headers.get('etag') ?? '' };
  expect((await world.api('PATCH', `/customers/${id}`, { phone: '1' }, ifMatch)).status).toBe(200);
  expect((await world.api('PATCH', `/customers/${id}`, { phone: '2' }, ifMatch)).status).toBe(412);
});

test('SAF-2 a customer reads and changes its own profile, nothing else and nobody else', async () => {
  const mira = await world.customer({ tags: ['Late payer'], dueDays: 30 });
  const leo = await world.customer();
  const asMira = world.as(mira.id);
  expect((await asMira('GET', `/customers/${mira.id}`)).body).toMatchObject({
    name: mira.name,
    tags: [],
    dueDays: null,
  });
  expect(
    (await asMira('PATCH', `/customers/${mira.id}`, { phone: '+49 1', billing: { name: 'M' } })).status,
  ).toBe(200);
  for (const field of [
    { dueDays: 90 },
    { tags: [] },
    { email: 'new@example.test' },
    { portalAccess: false },
    { kind: 'company' },
  ]) {
    expect((await asMira('PATCH', `/customers/${mira.id}`, field)).status).toBe(403);
  }
  expect((await asMira('GET', `/customers/${leo.id}`)).status).toBe(404);
  expect((await asMira('PATCH', `/customers/${leo.id}`, { name: 'X' })).status).toBe(404);
  for (const path of ['', '/archive', '/suspensions', '/notes']) {
    expect(
      (await asMira('POST', `/customers/${leo.id}${path}`.replace(/\/$/, ''), {})).status,
    ).toBeGreaterThanOrEqual(403);
  }
  expect((await asMira('GET', '/customers')).status).toBe(403);
  expect((await world.stranger('GET', `/customers/${mira.id}`)).status).toBe(401);
});

test('CUS-6 standing, frozen, suspended, archived and portal access are five independent facts', async () => {
  const at = { homeLocationId: quay.id };
  const plan = await world.plan(quay);
  const names = ['member', 'frozen', 'suspended', 'archived', 'closed'];
  const made = await Promise.all(names.map((name) => world.customer({ ...at, name: `Facts ${name}` })));
  const [member, frozen, suspended, archived, closed] = made as [
    BuiltLocation,
    BuiltLocation,
    BuiltLocation,
    BuiltLocation,
    BuiltLocation,
  ];
  const contracts = await Promise.all(
    made.map((one) => world.contract(one, { ...plan, locationId: quay.id })),
  );
  await world.freeze(contracts[1]!, { fromDay: '2026-12-01' });
  await world.suspension(suspended);
  await world.api('POST', `/customers/${archived.id}/archive`);
  await world.api('PATCH', `/customers/${closed.id}`, { portalAccess: false });
  const contact = await world.customer({ ...at, name: 'Facts contact' });

  const facts = async ({ id }: { id: string }) => {
    const { body } = await world.api('GET', `/customers/${id}`);
    return [body.standing, body.frozen, body.suspended, body.archived, body.portalAccess];
  };
  expect(await facts(member)).toEqual(['member', false, false, false, true]);
  expect(await facts(frozen)).toEqual(['member', true, false, false, true]);
  expect(await facts(suspended)).toEqual(['member', false, true, false, true]);
  expect(await facts(archived)).toEqual(['member', false, false, true, true]);
  expect(await facts(closed)).toEqual(['member', false, false, false, false]);
  expect(await facts(contact)).toEqual(['contact', false, false, false, true]);

  expect(await list('q=facts&standing=contact')).toEqual(['Facts contact']);
  expect(await list('q=facts&frozen=true')).toEqual(['Facts frozen']);
  expect(await list('q=facts&suspended=true')).toEqual(['Facts suspended']);
  expect(await list('q=facts&archived=true')).toEqual(['Facts archived']);
  expect(await list('q=facts&portalAccess=false')).toEqual(['Facts closed']);
  expect(await list('q=facts&standing=member&archived=false&frozen=false')).toEqual([
    'Facts closed',
    'Facts member',
    'Facts suspended',
  ]);
  expect((await world.api('GET', `/customers/${member.id}`)).body.planNames).toEqual([plan.name]);
});

test("MEM-1 the list says member from the contract's first instant at its location", async () => {
  const plan = await world.plan(quay);
  const one = await world.customer({ name: 'Midnight' });
  await world.contract(one, { ...plan, locationId: quay.id }, { startDay: '2026-12-02' });
  expect(await list('q=midnight&standing=member')).toEqual([]);
  await world.clockTo('2026-12-01T23:59:59+01:00');
  expect(await list('q=midnight&standing=member')).toEqual([]);
  await world.clockTo('2026-12-02T00:00:00+01:00');
  expect(await list('q=midnight&standing=member')).toEqual(['Midnight']);
});

test('CUS-5 people are found without accents, by part of name or address, never by wildcard', async () => {
  await world.customer({ name: 'Mira Kovač', email: 'mk@nova.example' });
  await world.customer({ name: 'Łukasz Weiß', email: 'lw@nova.example' });
  expect(await list('q=kovac')).toEqual(['Mira Kovač']);
  expect(await list('q=KOVAČ mira')).toEqual(['Mira Kovač']);
  expect(await list('q=lukasz weiss')).toEqual(['Łukasz Weiß']);
  expect(await list('q=nova.example')).toEqual(['Łukasz Weiß', 'Mira Kovač']);
  expect(await list('q=%25')).toEqual([]);
  expect(await list('q=_')).toEqual([]);
});

test('P17 a list is read page by page, each customer once, in both orders', async () => {
  const loft = await world.location({ name: 'Loft' });
  const below = await world.location({ name: 'Loft, floor 2', parentId: loft.id });
  const names = ['Éva', 'eva', 'Adam', 'Zoë', 'adam'];
  for (const [index, name] of names.entries()) {
    await world.customer({ name, homeLocationId: index % 2 === 0 ? loft.id : below.id });
  }
  for (const sort of ['name', '-name', 'createdAt', '-createdAt']) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: Record<string, any> } = await world.api(
        'GET',
        `/customers?locationId=${loft.id}&limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.data.map(({ name }: { name: string }) => name));
      cursor = body.nextCursor;
    }
    expect(seen.length).toBe(5);
    expect(new Set(seen)).toEqual(new Set(names));
    if (sort === 'createdAt') expect(seen).toEqual(names);
    if (sort === '-name') expect(seen[0]).toBe('Zoë');
  }
});

test('CUS-7 archiving and restoring, twice each, keep all history', async () => {
  const one = await world.customer({ homeLocationId: quay.id });
  for (const verb of ['archive', 'archive', 'restore', 'restore', 'archive']) {
    const { status, body } = await world.api('POST', `/customers/${one.id}/${verb}`);
    expect([status, body.archived]).toEqual([200, verb === 'archive']);
  }
  const { body } = await world.api('GET', `/customers/${one.id}/activity`);
  expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
    'customer.archived',
    'customer.restored',
    'customer.archived',
    'customer.created',
  ]);
});

test('CUS-5 notes are for staff: pinned first, then the newest', async () => {
  const one = await world.customer();
  const path = `/customers/${one.id}/notes`;
  const first = await world.api('POST', path, { text: 'Knows the owner', pinned: false });
  expect(first.status).toBe(201);
  await world.api('POST', path, { text: 'Has a dog' });
  await world.api('PATCH', `${path}/${first.body.id}`, { pinned: true });
  const { body } = await world.api('GET', path);
  expect(body.data.map(({ text }: { text: string }) => text)).toEqual(['Knows the owner', 'Has a dog']);
  expect((await world.as(one.id)('GET', path)).status).toBe(403);
  expect((await world.api('POST', path, { text: ' ' })).status).toBe(422);
});

test('SUS-1 several suspensions may be open; the customer is suspended while one is', async () => {
  const one = await world.customer();
  const first = await world.suspension(one, { note: 'Broke a chair' });
  expect(first).toMatchObject({ cause: 'manual', note: 'Broke a chair', endedAt: null });
  await world.suspension(one, { cause: 'overdue' });
  const { body } = await world.api('GET', `/customers/${one.id}/suspensions`);
  expect(body.data.map(({ cause }: { cause: string }) => cause).sort()).toEqual(['manual', 'overdue']);
  expect((await world.api('POST', `/customers/${one.id}/suspensions`, { cause: 'mood' })).status).toBe(422);
});

test('SUS-2 suspension does not change membership', async () => {
  const plan = await world.plan(quay);
  const one = await world.customer();
  await world.contract(one, { ...plan, locationId: quay.id });
  await world.suspension(one);
  expect((await world.api('GET', `/customers/${one.id}`)).body).toMatchObject({
    standing: 'member',
    suspended: true,
  });
});
