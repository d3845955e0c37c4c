import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/teams.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { knowsOf } from '../customers/known-by.ts';
import { loadLocations, networkOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { lockedTeam } from './load-team.ts';
import { joinTeam } from './members.ts';
import { findComer, insertTeam, type TeamFields, updateTeam } from './team-store.ts';

/** Makes a team (TEM-1): at the network, of any size, each pays for itself, unless said otherwise. */
export async function createTeam(work: Work, wished: BodyOf<typeof api.createTeam>): Promise<Id<'tea'>> {
  const { managerId, ...sent } = wished;
  const locationId = await placeOf(work, wished.locationId);
  work.caller.mustMay('teams.write', locationId);
  await mustKnowPayer(work, wished.payingCustomerId ?? null);
  const id = work.newId('tea');
  const fields = { ...empty, ...fieldsFrom(sent), name: wished.name, locationId };
  mustHavePayer(fields);
  await insertTeam(work.tx, { id, ...fields, createdAt: work.now, createdBy: work.caller.actorId });
  work.audit({ action: 'team.created', aboutId: id, locationId, after: wished });
  work.tell({ kind: 'team.created', aboutId: id, facts: { name: wished.name, locationId } });
  if (managerId !== undefined) {
    await joinTeam(work, {
      teamId: id, customerId: managerId, role: 'manager', locationId, field: 'managerId',
    });
  }
  return id;
}

/** Managers change the name, the profile and who may invite; all else is the operator's (PER-2). */
export async function changeTeam(
  work: Work, id: Id<'tea'>, wished: BodyOf<typeof api.changeTeam>,
): Promise<void> {
  const { team, may } = await lockedTeam(work, id);
  work.mustMatch(team.version);
  const names = Object.keys(wished);
  const mayAll = may.administer || (may.edit && names.every((name) => ofManagers.has(name)));
  if (!mayAll) throw new Problem('notPermitted', { with: { permission: 'teams.write' } });
  const fields = fieldsFrom(wished);
  if (wished.locationId !== undefined) {
    const locationId = await placeOf(work, wished.locationId);
    work.caller.mustMay('teams.write', locationId);
  }
  if (wished.payingCustomerId !== undefined && wished.payingCustomerId !== team.payingCustomerId) {
    await mustKnowPayer(work, wished.payingCustomerId);
  }
  if (fields.sizeMax !== undefined && fields.sizeMax !== null && fields.sizeMax < team.memberCount) {
    throw new Problem('teamFull');
  }
  mustHavePayer({ ...team, ...fields });
  const before = Object.fromEntries(
    Object.keys(fields).map((name) => [name, team[name as keyof TeamFields]]),
  );
  await updateTeam(work.tx, id, fields);
  work.audit({ action: 'team.changed', aboutId: id, locationId: team.locationId, before, after: fields });
  work.tell({ kind: 'team.changed', aboutId: id, facts: { changed: Object.keys(fields) } });
}

/** Whether members may invite concerns the team alone; its size and what it costs do not. */
const ofManagers: ReadonlySet<string> = new Set(['name', 'profile', 'membersMayInvite']);

type Sent = BodyOf<typeof api.changeTeam>;

function fieldsFrom({ profile, sharing, ...sent }: Sent): Partial<TeamFields> {
  return said({
    ...sent,
    ...profile,
    sharesPasses: sharing?.passes,
    sharesTimeCredits: sharing?.timeCredits,
    sharesMoneyCredits: sharing?.moneyCredits,
  });
}

/** Only what was said; null says something. */
const said = (fields: { [K in keyof TeamFields]?: TeamFields[K] | undefined }): Partial<TeamFields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

async function placeOf(work: Work, wished: Id<'loc'> | undefined): Promise<Id<'loc'>> {
  const locations = await loadLocations(work);
  const id = wished ?? networkOf(locations)?.id;
  if (id !== undefined && locations.tree.has(id)) return id;
  throw fieldProblem('locationId', 'unknown', 'There is no such location.');
}

async function mustKnowPayer(work: Work, id: Id<'cus'> | null): Promise<void> {
  if (id === null) return;
  const payer = await findComer(work.tx, id, work.now);
  if (payer === null || !await knowsOf(work, id, 'teams.write')) {
    throw fieldProblem('payingCustomerId', 'unknown', 'There is no such customer.');
  }
}

/** One bill needs somebody who gets it. */
function mustHavePayer(
  { billing, payingCustomerId }: Pick<TeamFields, 'billing' | 'payingCustomerId'>,
): void {
  if (billing === 'individual' || payingCustomerId !== null) return;
  throw fieldProblem('payingCustomerId', 'missing', 'Merged billing needs a paying customer.');
}

const empty = {
  about: '', website: '', email: '', phone: '', sizeMax: null, membersMayInvite: false,
  payingCustomerId: null, billing: 'individual' as const, sharesPasses: false, sharesTimeCredits: false,
  sharesMoneyCredits: false,
};
