import { permissions } from '../../../src/domain/staff/permission.ts';
import { made } from '../../support/builders/builders.ts';
import type { World } from '../../support/world.ts';
import { browserOf, colleagueAt, type Things, thingsAt } from './places.ts';
import { holders, letters, ownSets } from './table.ts';

/** Somebody who asks, with what the table says of them. */
export interface Who {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Held at the quay; of customers, ended and unknown callers none. */
  readonly permissions: ReadonlySet<string>;
  readonly kind: 'nobody' | 'customer' | 'staff';
  /** Their part in the team of the customer whose things are `own`. */
  readonly inTeam?: 'member' | 'manager';
  /** Held at the place beside it, by keys for both; elsewhere nobody here holds anything. */
  readonly beside?: ReadonlySet<string>;
  /**
   * The one permission that a key holds: it asks that one's endpoints about other places; or the one that it
   * lacks of all: it asks that one's endpoints at its own place.
   */
  readonly single?: string;
}

/** Whose a thing is; `team`: somebody's of the same team. */
export type Target = 'own' | 'team' | 'same' | 'other' | 'above';

export interface Everything {
  readonly who: readonly Who[];
  readonly things: Readonly<Record<Target, Things>>;
}

/** A network with two places beside each other, one of everything at each, and everybody who may ask. */
export async function everythingOf(world: World): Promise<Everything> {
  const network = await world.network();
  const [quay, loft] = [await world.location({ name: 'Quay' }), await world.location({ name: 'Loft' })];
  const mates = {
    manager: await world.customer({ homeLocationId: quay.id, name: 'Boss' }),
    member: await world.customer({ homeLocationId: quay.id, name: 'Mate' }),
  };
  const own = await thingsAt(world, { id: quay.id, mark: 'zzown', mates });
  const things = {
    own, team: own,
    same: await thingsAt(world, { id: quay.id, mark: 'zzsame' }),
    other: await thingsAt(world, { id: loft.id, mark: 'zzother' }),
    above: await thingsAt(world, { id: network.id, mark: 'zzabove' }),
  };
  const who = [
    { name: 'nobody', headers: {}, permissions: none, kind: 'nobody' as const },
    ...await staffAt(world, quay.id), ...await ownRolesAt(world, quay.id), ...await keysAt(world, quay.id),
    ...await keysOfBoth(world, quay.id, loft.id),
    ...await customersOf(world, quay.id, things.own), ...await matesOf(world, mates),
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

/** Roles of the operator's own: one as it was made, one that has been narrowed, one of everything. */
async function ownRolesAt(world: World, locationId: string): Promise<Who[]> {
  const everything = [...permissions];
  const narrowed = await made(world.api('POST', '/roles', { name: 'Narrowed', permissions: everything }));
  const roles = [
    [
      await made(world.api('POST', '/roles', { name: 'Nights', permissions: ownSets.nights })),
      ownSets.nights,
    ],
    [narrowed, ownSets.watch],
    [await made(world.api('POST', '/roles', { name: 'Everything', permissions: everything })), everything],
  ] as const;
  const people: Who[] = [];
  for (const [role, held] of roles) {
    const { cookie } = await colleagueAt(world, { role: role.id, locationId }, `Own ${role.name}`);
    people.push({
      name: `own role ${role.name}`, headers: { cookie }, permissions: new Set<string>(held), kind: 'staff',
    });
  }
  await made(world.api('PATCH', `/roles/${narrowed.id}`, { permissions: ownSets.watch }));
  return people;
}

/** Keys with one thing here and another beside it, by permissions and by roles. */
async function keysOfBoth(world: World, quayId: string, loftId: string): Promise<Who[]> {
  const watch = await made(world.api('POST', '/roles', { name: 'Watch', permissions: ownSets.watch }));
  const kinds = [
    ['permissions', { permissions: ownSets.nights }, new Set<string>(ownSets.nights),
      { role: watch.id }, new Set<string>(ownSets.watch)],
    ['roles', { role: 'frontDesk' }, heldBy('frontDesk'), { role: 'community' }, heldBy('community')],
  ] as const;
  const keys: Who[] = [];
  for (const [name, here, held, there, beside] of kinds) {
    const { secret } = await made(world.api('POST', '/api-keys', {
      name: 'Both', grants: [{ ...here, locationId: quayId }, { ...there, locationId: loftId }],
    }));
    keys.push({
      name: `key for both places by ${name}`, headers: { authorization: `Bearer ${secret}` },
      permissions: held, beside, kind: 'staff',
    });
  }
  return keys;
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
  const exchanged = await key({ role: 'owner' });
  await made(world.api('POST', `/api-keys/${exchanged.id}/rotate`, {}));
  const over = (name: string, { secret }: Record<string, any>): Who =>
    ({ name, headers: { authorization: `Bearer ${secret}` }, permissions: none, kind: 'nobody' });
  return [...keys, over('ended key', ended), over('exchanged secret', exchanged)];
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

/** In one team with the customer whose things are asked about: one runs it, one is in it. */
async function matesOf(
  world: World, mates: Readonly<Record<'manager' | 'member', { id: string; email?: string }>>,
): Promise<Who[]> {
  const found: Who[] = [];
  for (const inTeam of ['manager', 'member'] as const) {
    const cookie = await browserOf(world, mates[inTeam] as { id: string; email: string });
    found.push({ name: `team ${inTeam}`, headers: { cookie }, permissions: none, kind: 'customer', inTeam });
  }
  return found;
}
