import { permissions } from '../../../src/domain/staff/permission.ts';
import { made } from '../../support/builders/builders.ts';
import type { World } from '../../support/world.ts';
import { browserOf, colleagueAt, type Things, thingsAt } from './places.ts';
import { holders, letters } from './table.ts';

/** Somebody who asks, with what the table says of them. */
export interface Who {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Held at the quay; of customers, ended and unknown callers none. */
  readonly permissions: ReadonlySet<string>;
  readonly kind: 'nobody' | 'customer' | 'staff';
  /**
   * The one permission that a key holds: it asks that one's endpoints about other places; or the one that it
   * lacks of all: it asks that one's endpoints at its own place.
   */
  readonly single?: string;
}

/** Whose a thing is. Another's of the same team will be one more of these once there are teams. */
export type Target = 'own' | 'same' | 'other' | 'above';

export interface Everything {
  readonly who: readonly Who[];
  readonly things: Readonly<Record<Target, Things>>;
}

/** A network with two places beside each other, one of everything at each, and everybody who may ask. */
export async function everythingOf(world: World): Promise<Everything> {
  const network = await world.network();
  const [quay, loft] = [await world.location({ name: 'Quay' }), await world.location({ name: 'Loft' })];
  const things = {
    own: await thingsAt(world, { id: quay.id, mark: 'zzown' }),
    same: await thingsAt(world, { id: quay.id, mark: 'zzsame' }),
    other: await thingsAt(world, { id: loft.id, mark: 'zzother' }),
    above: await thingsAt(world, { id: network.id, mark: 'zzabove' }),
  };
  const who = [
    { name: 'nobody', headers: {}, permissions: none, kind: 'nobody' as const },
    ...await staffAt(world, quay.id), ...await keysAt(world, quay.id),
    ...await customersOf(world, quay.id, things.own),
  ];
  return { who, things };
}

const none: ReadonlySet<string> = new Set();

const heldBy = (role: string): ReadonlySet<string> => {
  const letter = letters[role] ?? '-';
  return new Set(Object.entries(holders).filter(([, who]) => who.includes(letter)).map(([name]) => name));
};

async function staffAt(world: World, locationId: string): Promise<Who[]> {
  const staff: Who[] = [];
  for (const role of Object.keys(letters)) {
    const { cookie } = await colleagueAt(world, { role, locationId }, `Zoe ${role}`);
    staff.push({ name: role, headers: { cookie }, permissions: heldBy(role), kind: 'staff' });
  }
  const gone = await colleagueAt(world, { role: 'owner', locationId }, 'Gone');
  await made(world.api('POST', `/staff/${gone.adminId}/end`));
  return [...staff, {
    name: 'ended admin', headers: { cookie: gone.cookie }, permissions: none, kind: 'nobody',
  }];
}

async function keysAt(world: World, locationId: string): Promise<Who[]> {
  const key = (fields: object) =>
    made(world.api('POST', '/api-keys', { name: 'Key', locationId, ...fields }));
  const keys: Who[] = [];
  const scoped = async (name: string, single: string, held: readonly string[]) => {
    const { secret } = await key({ permissions: held });
    keys.push({
      name, headers: { authorization: `Bearer ${secret}` }, permissions: new Set(held), kind: 'staff',
      single,
    });
  };
  await Promise.all(permissions.flatMap((single) => [
    scoped(`key with ${single}`, single, [single]),
    scoped(`key without ${single}`, single, permissions.filter((one) => one !== single)),
  ]));
  const ended = await key({ role: 'owner' });
  await made(world.api('DELETE', `/api-keys/${ended.id}`));
  return [...keys, {
    name: 'ended key', headers: { authorization: `Bearer ${ended.secret}` }, permissions: none,
    kind: 'nobody',
  }];
}

async function customersOf(world: World, homeLocationId: string, own: Things): Promise<Who[]> {
  const { body: mira } = await world.api('GET', `/customers/${own.ids.customerId}`);
  const stranger = await world.customer({ homeLocationId, name: 'zznobody' });
  const suspended = await world.customer({ homeLocationId, name: 'zznobody' });
  const closed = await world.customer({ homeLocationId, name: 'zznobody' });
  const cookies = new Map<string, string>();
  for (const one of [mira, stranger, suspended, closed]) {
    cookies.set(one.id, await browserOf(world, one as { id: string; email: string }));
  }
  await world.suspension(suspended);
  await made(world.api('PATCH', `/customers/${closed.id}`, { portalAccess: false }));
  const as = (name: string, { id }: { id?: string }, kind: Who['kind'] = 'customer'): Who => ({
    name, headers: { cookie: cookies.get(id ?? '') ?? '' }, permissions: none, kind,
  });
  return [
    as('customer', mira), as('another customer', stranger), as('suspended customer', suspended),
    as('customer without portal access', closed, 'nobody'),
  ];
}
