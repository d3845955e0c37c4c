import type { Id } from '../../../domain/kernel/id.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { listInvoices } from '../kept/invoice-store.ts';
import { findTeamsPaidBy, findTeamsRunBy } from '../kept/team-payer-store.ts';
import type { Seen } from './seen.ts';

interface Wish {
  readonly customerId?: Id<'cus'> | undefined;
  readonly teamId?: Id<'tea'> | undefined;
}

/**
 * Managers see what bills the contracts of their team (PER-2), asked for by the team or by who pays for it.
 * Null: nothing about teams was asked, or it is staff who asks. Throws 404 for a team that the caller does
 * not run.
 */
export async function seenOfTeams(work: Work, { customerId, teamId }: Wish): Promise<Seen | null> {
  const { caller } = work;
  const ofCustomer = customerId === undefined ? {} : { customerIds: [customerId] };
  if (caller.may('billing.read', null)) {
    return teamId === undefined ? null : staffSees(caller, { ...ofCustomer, teamIds: [teamId] });
  }
  const led = ledBy(caller).filter((id) => teamId === undefined || id === teamId);
  if (teamId !== undefined && led.length === 0) throw new Problem('notFound');
  if (teamId !== undefined) return { ...ofCustomer, teamIds: led };
  if (customerId === undefined || customerId === caller.customerId || led.length === 0) return null;
  const teamIds = await findTeamsPaidBy(work.tx, led, customerId);
  return teamIds.length === 0 ? null : { ...ofCustomer, teamIds };
}

/** The same for another than the caller, about whom staff asks. */
export async function isOfTeamRunBy(work: Work, customerId: Id<'cus'>, id: Id<'inv'>): Promise<boolean> {
  const teamIds = await findTeamsRunBy(work.tx, customerId);
  return teamIds.length > 0 && (await listInvoices(work.tx, { ids: [id], teamIds })).length > 0;
}

/** Whether this is an invoice of a team that the caller runs. */
export async function isOfLedTeam(work: Work, id: Id<'inv'>): Promise<boolean> {
  const teamIds = ledBy(work.caller);
  return teamIds.length > 0 && (await listInvoices(work.tx, { ids: [id], teamIds })).length > 0;
}

const ledBy = ({ teams }: Caller): readonly Id<'tea'>[] =>
  teams.filter(({ role }) => role === 'manager').map(({ teamId }) => teamId);

function staffSees(caller: Caller, seen: Seen): Seen {
  const places = caller.locationsWith('billing.read');
  return places === 'all' ? seen : { ...seen, locationIds: [...places] };
}
