import type { Endpoint } from '../../../src/api/endpoint.ts';
import type { World } from '../../support/world.ts';
import { bodyFor } from './bodies.ts';
import type { Everything, Target, Who } from './people.ts';
import type { Things } from './places.ts';
import {
  forEverybodySignedIn, ofNoPlace, ofTeamManagers, ofTheMaker, ofTheNetwork, withinTeam,
} from './table.ts';

/** Who asks which endpoint about what belongs to whom, and whether the table lets them in. */
export interface Cell {
  readonly who: Who;
  readonly endpoint: Endpoint;
  readonly target: Target;
  readonly isIn: boolean;
}

export interface Heard {
  readonly status: number;
  readonly text: string;
}

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
export const nameOfCell = ({ who, endpoint, target }: Cell): string =>
  `${who.name}: ${nameOf(endpoint)} (${target})`;

/** Own account and sessions belong to no place: asked by whoever is not signed in, and by nobody else. */
export function cellsOf(endpoints: readonly Endpoint[], { who }: Everything): Cell[] {
  return who.flatMap((one) => endpoints.flatMap((endpoint) => targetsOf(one, endpoint).map((target) =>
    ({ who: one, endpoint, target, isIn: letsIn(one, endpoint, target) }))));
}

function targetsOf(who: Who, endpoint: Endpoint): Target[] {
  if (endpoint.permission === 'public') return [];
  if (endpoint.permission === 'signedIn') return who.kind === 'nobody' ? ['same'] : [];
  const isRead = endpoint.method === 'GET';
  if (who.inTeam !== undefined) return ['team', 'same', 'other'];
  if (who.kind === 'customer') return who.name === 'customer' ? ['own', 'same', 'other'] : ['same', 'other'];
  if (who.kind === 'nobody') return ['same'];
  if (who.single !== undefined && who.single !== endpoint.permission) return [];
  if (who.single !== undefined && !who.permissions.has(who.single)) return ['same'];
  const elsewhere: Target[] = isRead ? ['other'] : ['other', 'above'];
  return who.single === undefined ? ['same', ...elsewhere] : elsewhere;
}

function letsIn(who: Who, endpoint: Endpoint, target: Target): boolean {
  if (who.kind === 'nobody') return false;
  if (who.kind === 'customer') {
    const name = nameOf(endpoint);
    if (forEverybodySignedIn.has(name)) return true;
    if (target === 'team') return withinTeam[who.inTeam ?? 'member'].has(name);
    return endpoint.ownCustomer === true && target === 'own' && !ofTeamManagers.has(name);
  }
  const name = nameOf(endpoint);
  if (ofTheNetwork.has(name) || ofTheMaker.has(name)) return false;
  if (ofNoPlace.has(name))
    return [who.permissions, who.beside].some((held) => held?.has(endpoint.permission));
  const held = target === 'same' ? who.permissions : target === 'other' ? who.beside : undefined;
  return held?.has(endpoint.permission) ?? false;
}

/** Asks over HTTP, with the target's ids in path, query and body. */
export async function ask(world: World, { who, endpoint, target }: Cell, all: Everything): Promise<Heard> {
  return send(world, endpoint, { who, things: all.things[target] });
}

export async function send(
  world: World, endpoint: Endpoint, { who, things }: { who: Who; things: Things },
): Promise<Heard> {
  const body = bodyFor(endpoint, things);
  const isForm = body instanceof FormData;
  const response = await fetch(`${world.address}/api/v1${pathOf(endpoint, things, who)}`, {
    method: endpoint.method,
    headers: {
      ...who.headers, origin: world.address,
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

function pathOf({ path, query }: Endpoint, { ids, mark }: Things, { kind, inTeam }: Who): string {
  const filled = path.replace('/drafts/:invoiceId', `/drafts/${ids.draftId}`)
    .replace('/contracts/:contractId/seats', `/contracts/${ids.teamContractId}/seats`)
    .replace('/teams/:teamId/invitations/:invitationId', `/teams/${ids.teamId}/invitations/${ids.joiningId}`)
    .replace(/:(\w+)/g,
    (_, name: string) => (name === 'number' ? '0' : ids[name] ?? elsewhere[name] ?? `nothing-for-${name}`));
  // Lists by team are for those who run it, and for staff.
  const asksByTeam = kind !== 'customer' || inTeam === 'manager';
  const fields = Object.keys((query as unknown as { shape?: object } | undefined)?.shape ?? {})
    .filter((name) => asksByTeam || name !== 'teamId');
  const known = fields.flatMap((name) => {
    const value = ids[name] ?? asked[name]?.(mark);
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
  return known.length === 0 ? filled : `${filled}?${new URLSearchParams(known)}`;
}

/** Of the network or of whoever asks, so of no place. */
const elsewhere: Readonly<Record<string, string>> = {
  mailId: `mai_${'0'.repeat(26)}`, sessionId: `ses_${'0'.repeat(26)}`, legalEntityId: `ent_${'0'.repeat(26)}`,
  reminderId: `rmd_${'0'.repeat(26)}`, previewId: `pvw_${'0'.repeat(26)}`,
};

const asked: Readonly<Record<string, (mark: string) => string>> = {
  q: (mark) => mark, from: () => '2027-01-04T00:00:00Z', to: () => '2027-01-05T00:00:00Z',
  throughDay: () => '2027-01-31', limit: () => '200',
};
