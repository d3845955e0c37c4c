import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/api/endpoint.ts';
import { permissionsOf, roleNames } from '../../src/domain/staff/role.ts';
import { routes } from '../../src/server/words.ts';
import { newBrowser } from '../support/browser.ts';
import { startWorld, type World } from '../support/world.ts';

/** Every endpoint asked as everybody: a stranger, a customer, and a key of each role, here and elsewhere. */
let world: World;
const secrets = new Map<string, string>();
let customer: string;

beforeAll(async () => {
  world = await startWorld();
  const here = await world.location({ name: 'Here' });
  customer = (await world.customer({ homeLocationId: here.id })).id;
  for (const role of roleNames) {
    const { body } = await world.api('POST', '/api-keys', { name: role, role });
    secrets.set(role, body.secret);
  }
  const { body } = await world.api('POST', '/api-keys', {
    name: 'elsewhere',
    role: 'owner',
    locationId: here.id,
  });
  secrets.set('elsewhere', body.secret);
});
afterAll(() => world.stop());

const endpoints = routes.map(({ endpoint }) => endpoint).filter(({ permission }) => permission !== 'public');
const named = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`;

/**
 * Ids of the right form that belong to nothing: what is refused must be refused before anything is looked up.
 */
const pathOf = ({ path }: Endpoint): string =>
  path.replace(/:\w+/g, (name) =>
    name === ':number' ? '0' : `${prefixes[name.slice(1)] ?? 'cus'}_${'0'.repeat(26)}`,
  );
const prefixes: Readonly<Record<string, string>> = {
  adminId: 'adm',
  roleId: 'rol',
  invitationId: 'itn',
  keyId: 'key',
  mailId: 'mai',
  sessionId: 'ses',
  locationId: 'loc',
  planId: 'pla',
  contractId: 'con',
  freezeId: 'frz',
  suspensionId: 'sus',
  resourceId: 'res',
  typeId: 'rty',
  rateId: 'rat',
  bookingId: 'bok',
  passId: 'pas',
  benefitId: 'bft',
  checkInId: 'chk',
  chargeId: 'chg',
  runId: 'run',
  invoiceId: 'inv',
  paymentId: 'pay',
  importId: 'imp',
  noteId: 'not',
  closureId: 'clo',
};

const ask = async (endpoint: Endpoint, secret: string | null) => {
  const body = endpoint.method === 'GET' || endpoint.accepts === 'multipart' ? undefined : {};
  const headers: Record<string, string> = secret === null ? {} : { authorization: `Bearer ${secret}` };
  return (await newBrowser(world).ask(endpoint.method, pathOf(endpoint), body, headers)).status;
};

describe('PER-3 every endpoint names the permission that it asks for', () => {
  test('PER-3 nobody gets in without signing in', async () => {
    for (const endpoint of endpoints) {
      expect(`${named(endpoint)} ${await ask(endpoint, null)}`).toBe(`${named(endpoint)} 401`);
    }
  });

  test('PER-3 a customer gets in only where customers may ask about themselves', async () => {
    const asCustomer = world.as(customer);
    for (const endpoint of endpoints) {
      if (endpoint.permission === 'signedIn' || endpoint.ownCustomer === true) continue;
      const { status } = await asCustomer(
        endpoint.method,
        pathOf(endpoint),
        endpoint.method === 'GET' ? undefined : {},
      );
      expect(`${named(endpoint)} ${status}`).toBe(`${named(endpoint)} 403`);
    }
  });

  test.each(roleNames)(
    'PER-3 the role %s gets in where it holds the permission, and nowhere else',
    async (role) => {
      const held = permissionsOf(role);
      for (const endpoint of endpoints) {
        const { permission } = endpoint;
        if (permission === 'signedIn' || permission === 'public') continue;
        const status = await ask(endpoint, secrets.get(role) ?? '');
        if (held.has(permission)) expect(`${role} ${named(endpoint)} ${status}`).not.toMatch(/ (401|5\d\d)$/);
        else expect(`${role} ${named(endpoint)} ${status}`).toBe(`${role} ${named(endpoint)} 403`);
      }
    },
  );

  test('SAF-2 no endpoint falls over, whatever it is sent by whoever', async () => {
    for (const endpoint of endpoints) {
      const status = await ask(endpoint, secrets.get('elsewhere') ?? '');
      expect(`${named(endpoint)} ${status}`).not.toMatch(/ (401|5\d\d)$/);
    }
  });
});
