import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { type FoyerProcess, startFoyer } from './foyer-process.ts';

/**
 * Each process keeps places, plans, resources and rates in its memory. What is changed through one of them is
 * in force in the other with its very next request.
 */
const database = await cloneDatabase();
const env = {
  DATABASE_URL: database.url,
  FOYER_OWNER_EMAIL: 'owner@two.test',
  FOYER_OWNER_PASSWORD: 'two-of-them-at-once',
};
const one = await startFoyer(env);
const other = await startFoyer(env);
const { stdout } = await promisify(execFile)(process.execPath,
  [join(import.meta.dirname, '../../bin/api-key.ts'), 'create', '--name', 'Two', '--role', 'owner'],
  { env: { PATH: process.env.PATH ?? '', ...env } });

afterAll(async () => {
  await one.stop();
  await other.stop();
  await database.drop();
});

const quay = await ask(one, 'POST', '/locations',
  { name: 'Quay', slug: 'quay', timeZone: 'Europe/Berlin', currency: 'EUR' });
const type = await ask(one, 'POST', '/resource-types', { name: 'Rooms' });
const room = await ask(one, 'POST', '/resources', { name: 'Pier', typeId: type.id, locationId: quay.id });
const rate = await ask(one, 'POST', '/rates', { typeId: type.id, price: { amount: 3000, currency: 'EUR' } });
const mira = await ask(one, 'POST', '/customers',
  { kind: 'individual', name: 'Mira', email: 'mira@two.test', homeLocationId: quay.id });
let hour = 8;

test('PER-5 a rate changed in one process prices the next booking in the other', async () => {
  expect((await quote(other)).price).toEqual({ amount: 3000, currency: 'EUR' });
  for (const amount of [2000, 2500, 1000]) {
    await ask(one, 'PATCH', `/rates/${rate.id}`, { price: { amount, currency: 'EUR' } });
    expect((await quote(other)).price.amount).toBe(amount);
    expect((await booked(other)).price.amount).toBe(amount);
  }
});

test('PER-5 a setting, a closed room and a portal level hold in the other process at once', async () => {
  const settings = (taxRate: number) =>
    ask(other, 'PATCH', `/locations/${quay.id}`, { settings: { taxRate } });
  await settings(1900);
  expect((await quote(one)).quote.taxRate).toBe(1900);
  await settings(700);
  expect((await quote(one)).quote.taxRate).toBe(700);
  await ask(other, 'POST', `/resources/${room.id}/pause`, {});
  expect((await quote(one)).decision.allowed).toBe(false);
  await ask(other, 'POST', `/resources/${room.id}/resume`, {});
  expect((await quote(one)).decision.allowed).toBe(true);
  for (const level of ['members', 'contacts', 'members', 'public']) {
    await ask(one, 'PUT', `/locations/${quay.id}/portal-access`, { sections: { perks: level } });
    const { allowed } = await ask(other, 'POST', '/access/decisions',
      { customerId: mira.id, action: 'viewSection', target: 'perks', locationId: quay.id });
    expect([level, allowed]).toEqual([level, level !== 'members']);
  }
});

test('PER-5 while rates change in both, nobody sees an older one than was answered before', async () => {
  const answered = { amount: 1000 };
  const changes = (async () => {
    for (let amount = 1001; amount <= 1020; amount += 1) {
      await ask(amount % 2 === 0 ? one : other, 'PATCH', `/rates/${rate.id}`,
        { price: { amount, currency: 'EUR' } });
      answered.amount = amount;
    }
  })();
  const looks = [one, other].map(async (process) => {
    while (answered.amount < 1020) {
      const known = answered.amount;
      expect((await quote(process)).price.amount).toBeGreaterThanOrEqual(known);
    }
  });
  await Promise.all([changes, ...looks]);
});

test('PER-5 what a role may, changed in one process, holds in the other with the next request', async () => {
  const role = await ask(one, 'POST', '/roles', { name: 'Night desk', permissions: ['bookings.read'] });
  const key = await ask(other, 'POST', '/api-keys', { name: 'Till', role: role.id, locationId: quay.id });
  const seen = () => Promise.all([one, other].flatMap((process) =>
    ['/bookings', '/customers'].map((path) => statusOf(process, path, key.secret))));
  expect(await seen()).toEqual([200, 403, 200, 403]);
  for (const [process, permissions, statuses] of [
    [one, ['customers.read'], [403, 200, 403, 200]],
    [other, ['bookings.read', 'customers.read'], [200, 200, 200, 200]],
    [one, ['crm.read'], [403, 403, 403, 403]],
  ] as const) {
    await ask(process, 'PATCH', `/roles/${role.id}`, { permissions });
    expect(await seen()).toEqual(statuses);
  }
});

test('PER-5 a key exchanged or revoked in one process is refused by the other at once', async () => {
  const key = await ask(one, 'POST', '/api-keys', { name: 'Door', role: 'readOnly' });
  const both = (secret: string) =>
    Promise.all([one, other].map((process) => statusOf(process, '/customers', secret)));
  expect(await both(key.secret)).toEqual([200, 200]);
  const { secret } = await ask(one, 'POST', `/api-keys/${key.id}/rotate`, {});
  expect([await both(key.secret), await both(secret)]).toEqual([[401, 401], [200, 200]]);
  await ask(other, 'DELETE', `/api-keys/${key.id}`);
  expect(await both(secret)).toEqual([401, 401]);
});

test('PER-5 while a role changes in both, nobody is let in who was told to be out', async () => {
  const role = await ask(one, 'POST', '/roles', { name: 'Turns', permissions: ['crm.read'] });
  const { secret } = await ask(one, 'POST', '/api-keys', { name: 'Turns', role: role.id });
  for (let turn = 0; turn < 12; turn += 1) {
    const isIn = turn % 2 === 0;
    const [changing, asking] = turn % 3 === 0 ? [one, other] : [other, one];
    const permissions = [isIn ? 'customers.read' : 'crm.read'];
    await ask(changing, 'PATCH', `/roles/${role.id}`, { permissions });
    expect(await statusOf(asking, '/customers', secret)).toBe(isIn ? 200 : 403);
  }
});

const during = () => {
  const start = Date.parse('2027-03-01T00:00:00Z') + hour * 3_600_000;
  return { startAt: new Date(start).toISOString(), endAt: new Date(start + 3_600_000).toISOString() };
};

const quote = (of: FoyerProcess) => ask(of, 'POST', '/bookings/quote',
  { resourceId: room.id, customerId: mira.id, ...during(), via: 'api' });

async function booked(of: FoyerProcess) {
  const wish = { resourceId: room.id, customerId: mira.id, ...during() };
  const booking = await ask(of, 'POST', '/bookings', wish);
  hour += 1;
  return booking;
}

async function statusOf(of: FoyerProcess, path: string, secret: string): Promise<number> {
  const response = await fetch(`${of.address}/api/v1${path}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return response.status;
}

async function ask(of: FoyerProcess, method: string, path: string, body?: unknown): Promise<any> {
  const response = await fetch(`${of.address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${stdout.trim()}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}
