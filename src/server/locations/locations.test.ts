import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); });
afterAll(() => world.stop());

test('LOC-1 name, slug, time zone and currency are enough; a location stands below the network', async () => {
  const network = await world.network();
  const { status, body } = await world.api('POST', '/locations', {
    name: 'Harbour Quay',
    slug: 'quay',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    parentId: network.id,
    timeZone: 'Europe/Berlin',
    dailyCutOff: '00:00',
    languages: ['en'],
    settings: { dueDays: { value: 7 } },
  });
});

test('API-1 a location is edited as it was seen: a stale version is refused', async () => {
  const { id } = await world.location({});
  const seen = await world.api('GET', `/locations/${id}`);
  const ifMatch = { 'if-match': seen.headers.get('etag') ?? '' };
  expect((await world.api('PATCH', `/locations/${id}`, { name: 'First' }, ifMatch)).status).toBe(200);
  expect((await world.api('PATCH', `/locations/${id}`, { name: 'Second' }, ifMatch)).status).toBe(412);
  expect((await world.api('GET', `/locations/${id}`)).body).toMatchObject({ name: 'First', version: 2 });
});

test('LOC-1 a slug taken, an unknown zone and an unknown parent are said by field', async () => {
  await world.location({ slug: 'twice' });
  const again = await world.api('POST', '/locations', {
    name: 'B',
    slug: 'twice',
    timeZone: 'UTC',
    currency: 'EUR',
  });
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'slugTaken', errors: [{ field: 'slug', code: 'taken' }] },
  });
  const zone = await world.api('POST', '/locations', {
    name: 'B',
    slug: 'b',
    timeZone: 'Mars/Base',
    currency: 'EUR',
  });
  expect(zone).toMatchObject({ status: 422, body: { errors: [{ field: 'timeZone' }] } });
  const missing = await world.api('POST', '/locations', { slug: 'b', timeZone: 'UTC', currency: 'XXQ' });
  expect(missing.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'currency',
    'name',
  ]);
});

test('LOC-2 a setting comes from the nearest location above that sets it, and says from where', async () => {
  const quay = await world.location({ name: 'Quay', settings: { taxRate: 1900 } });
  const loft = await world.location({ name: 'Loft', parentId: quay.id });
  expect(loft.settings.taxRate).toEqual({ value: 1900, setAt: { id: quay.id, name: 'Quay' }, own: false });
  await world.api('PATCH', `/locations/${loft.id}`, { settings: { taxRate: 700 } });
  await world.clockTo('2026-12-02T09:00:00+01:00');
  const back = await world.api('PATCH', `/locations/${loft.id}`, { settings: { inherit: ['taxRate'] } });
  expect(back.body.settings.taxRate).toMatchObject({ value: 1900, own: false });
  const before = await world.api('GET', `/locations/${loft.id}?at=2026-12-01T12:00:00Z`);
  expect(before.body.settings.taxRate).toMatchObject({ value: 700, own: true });
});

test('LOC-1 a location cannot stand below itself', async () => {
  const quay = await world.location();
  const loft = await world.location({ parentId: quay.id });
  const answer = await world.api('PATCH', `/locations/${quay.id}`, { parentId: loft.id });
  expect(answer).toMatchObject({ status: 422, body: { code: 'parentBelowItself' } });
});

test('API-1 one idempotency key has one effect and one answer; another body is refused', async () => {
  const body = { name: 'Once', slug: 'once', timeZone: 'UTC', currency: 'EUR' };
  const key = { 'idempotency-key': 'k1' };
  const first = await world.api('POST', '/locations', body, key);
  const second = await world.api('POST', '/locations', body, key);
  expect(second).toMatchObject({ status: 201, body: first.body });
  const other = await world.api('POST', '/locations', { ...body, name: 'Other' }, key);
  expect(other).toMatchObject({ status: 422, body: { code: 'keyReused' } });
  const deep = await fetch(`${world.address}/api/v1/locations`, {
    method: 'POST', body: `{"name":${'['.repeat(2e5)}${']'.repeat(2e5)}}`,
    headers: { 'content-type': 'application/json', authorization: 'Bearer key_the_owner', ...key },
  });
  expect(deep.status).toBe(422);
  const racing = { 'idempotency-key': 'k2' };
  const all = await Promise.all(
    Array.from({ length: 8 }, () => world.api('POST', '/locations', { ...body, slug: 'raced' }, racing)),
  );
  expect(new Set(all.map(({ body: { id } }) => id)).size).toBe(1);
});

test('SAF-2 a stranger sees the tree without its settings, and changes nothing', async () => {
  const quay = await world.location();
  const seen = await world.stranger('GET', `/locations/${quay.id}`);
  expect(seen.body.settings).toBeNull();
  expect((await world.stranger('PATCH', `/locations/${quay.id}`, { name: 'Mine' })).status).toBe(401);
  expect((await world.as('cus_x')('PATCH', `/locations/${quay.id}`, { name: 'Mine' })).status).toBe(403);
});

test('SAF-3 each change is in the audit log, which nothing can change', async () => {
  const quay = await world.location({ name: 'Before' });
  await world.api('PATCH', `/locations/${quay.id}`, { name: 'After' });
  const { pool } = world.shell.connection;
  const { rows } = await pool.query('select action from audit_entries where about_id = $1 order by id', [
    quay.id,
  ]);
  expect(rows.map(({ action }) => action)).toEqual(['location.created', 'location.changed']);
  await expect(pool.query('delete from audit_entries')).rejects.toThrow('never changed');
});

test('LOC-1 a legal entity invoices for the locations that choose it; its prefix is its own', async () => {
  const entity = await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HAR' });
  expect(entity).toMatchObject({ status: 201, body: { name: 'Harbour GmbH', taxNumber: null } });
  const again = await world.api('POST', '/legal-entities', { name: 'Other', invoicePrefix: 'HAR' });
  expect(again).toMatchObject({ status: 409, body: { code: 'invoicePrefixTaken' } });
  const quay = await world.location({ settings: { legalEntityId: entity.body.id } });
  expect(quay.settings.legalEntityId).toMatchObject({ value: entity.body.id, own: true });
  const renamed = await world.api('PATCH', `/legal-entities/${entity.body.id}`, { name: 'Harbour AG' });
  expect(renamed.body).toMatchObject({ name: 'Harbour AG', invoicePrefix: 'HAR' });
});

test('API-1 a text no database keeps, an address nobody can read: problems, not faults', async () => {
  for (const name of ['half \ud800', 'zero \0']) {
    const { status, body } = await world.api('POST', '/customers', {
      kind: 'individual',
      name,
      email: 'half@example.test',
    });
    expect([status, body.code]).toEqual([422, 'notValid']);
  }
  const { status, body } = await world.api('GET', '/customers/%E0%A4%A');
  expect([status, body.code]).toEqual([404, 'notFound']);
});

test('LOC-1 closures may come with a location: a day, unless the first day open again is named', async () => {
  const quay = await world.location({
    closures: [{ startDay: '2026-12-24', endDay: '2026-12-27' }, { startDay: '2027-01-01' }],
  });
  expect(quay.closures.map(({ startDay, lastDay }: Record<string, string>) => [startDay, lastDay]))
    .toEqual([['2026-12-24', '2026-12-26'], ['2027-01-01', '2027-01-01']]);
});

test('LOC-1 a time zone has a name; an offset is none, and a language is a tag', async () => {
  const place = { name: 'Pier', slug: 'pier', timeZone: 'Europe/Berlin', currency: 'EUR' };
  for (const wrong of [{ timeZone: '+02:00' }, { languages: ['x'] }, { languages: ['de', 'zz!'] }]) {
    const { status, body } = await world.api('POST', '/locations', { ...place, ...wrong });
    expect([status, body.errors[0].field.split('.')[0]]).toEqual([422, Object.keys(wrong)[0]]);
  }
  const { status, body } = await world.api('POST', '/locations', { ...place, parentId: null });
  expect([status, body.parentId]).toEqual([201, (await world.api('GET', '/locations')).body.data[0].id]);
});

test('LOC-2 null gives a setting back to the parent, unless null is a value of it', async () => {
  const above = await world.location({ settings: { dueDays: 21, capacity: 40 } });
  const below = await world.location({ parentId: above.id, settings: { dueDays: 3 } });
  const { body } = await world.api('PATCH', `/locations/${below.id}`, {
    settings: { dueDays: null, capacity: null },
  });
  expect(body.settings.dueDays).toMatchObject({ value: 21, own: false });
  expect(body.settings.capacity).toMatchObject({ value: null, own: true });
});
