import type { Id } from '../../domain/kernel/id.ts';
import { mayInTeam, seesAll, type TeamAsker, type TeamMay } from '../../domain/teams/team.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findTeam, lockTeam, type TeamRow } from './team-store.ts';

/** A team as whoever asks knows it. */
export interface KnownTeam {
  readonly team: TeamRow;
  readonly may: TeamMay;
  readonly asker: TeamAsker;
  /** Managers and staff; else a plain member, who is told less. */
  readonly seesAll: boolean;
}

/** Throws 404 for whoever is neither staff there nor in the team. */
export async function loadTeam(work: Work, id: Id<'tea'>): Promise<KnownTeam> {
  const team = await findTeam(work.tx, id, askingOf(work));
  const known = team === null ? null : knownTo(work.caller, team);
  if (known === null) throw new Problem('notFound');
  return known;
}

/** The same, kept from other changes of the team until this transaction ends. */
export async function lockedTeam(work: Work, id: Id<'tea'>): Promise<KnownTeam> {
  await lockTeam(work.tx, id);
  return loadTeam(work, id);
}

/** For words that change something of a team and ask for rights of their own. */
export const lockTeamOf = (work: Work, id: Id<'tea'>): Promise<boolean> => lockTeam(work.tx, id);

/** The team, for whoever may do this in it. Throws 404, and 403 for whoever knows the team but may not. */
export async function teamFor(work: Work, id: Id<'tea'>, verb: keyof TeamMay): Promise<KnownTeam> {
  const known = await lockedTeam(work, id);
  if (!known.may[verb]) throw new Problem('notPermitted', { with: { permission: 'teams.write' } });
  return known;
}

/** Whether the caller may know of a team: to name it where something of it is made. */
export async function knowsTeam(work: Work, id: Id<'tea'>): Promise<boolean> {
  const team = await findTeam(work.tx, id, askingOf(work));
  return team !== null && knownTo(work.caller, team) !== null;
}

export const askingOf = ({ caller, now }: Work) => ({ now, you: caller.customerId });

export function knownTo(caller: Caller, team: TeamRow): KnownTeam | null {
  const { locationId } = team;
  const asker: TeamAsker = {
    role: team.yourRole,
    reads: caller.may('teams.read', locationId),
    writes: caller.may('teams.write', locationId),
    givesSeats: caller.may('contracts.write', locationId),
    readsBookings: caller.may('bookings.read', locationId),
    readsInvoices: caller.may('billing.read', locationId),
  };
  const may = mayInTeam(asker, team);
  return may === null ? null : { team, may, asker, seesAll: seesAll(asker) };
}
