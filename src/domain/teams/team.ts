/**
 * Teams (TEM-1): customers who belong together, since when, and as what.
 * Terms: a *manager* runs the team, a *member* is in it; the *paying customer* pays for it and is not by that
 * a manager, nor even in it.
 * Invariants: a customer is in a team once at a time; what it was there is kept; a team may have no manager,
 * because staff gives the role again.
 */

export type TeamRole = 'member' | 'manager';

/** Who asks about a team: a customer by its place in it, staff by its rights at the team's location. */
export interface TeamAsker {
  readonly role: TeamRole | null;
  readonly reads: boolean;
  readonly writes: boolean;
  /** Rights over contracts there, for staff: seats are theirs. */
  readonly givesSeats: boolean;
  readonly readsBookings: boolean;
  readonly readsInvoices: boolean;
}

export interface TeamMay {
  readonly edit: boolean;
  readonly administer: boolean;
  readonly add: boolean;
  readonly invite: boolean;
  readonly remove: boolean;
  readonly giveRoles: boolean;
  readonly giveSeats: boolean;
  readonly book: boolean;
  readonly seeInvoices: boolean;
  readonly leave: boolean;
}

/**
 * What somebody may do in a team (PER-1, PER-2); null: it may not even know of it. Two members on one plan
 * differ by their role.
 */
export function mayInTeam(asker: TeamAsker, team: { readonly membersMayInvite: boolean }): TeamMay | null {
  if (asker.role === null && !asker.reads && !asker.writes) return null;
  const runs = asker.role === 'manager';
  const either = runs || asker.writes;
  return {
    edit: either,
    administer: asker.writes,
    add: asker.writes,
    invite: either || (asker.role === 'member' && team.membersMayInvite),
    remove: either,
    giveRoles: either,
    giveSeats: runs || asker.givesSeats,
    book: runs || asker.readsBookings,
    seeInvoices: runs || asker.readsInvoices,
    leave: asker.role !== null,
  };
}

/** Managers and staff are told what concerns the whole team; plain members who is in it. */
export const seesAll = ({ role, reads, writes }: TeamAsker): boolean => role === 'manager' || reads || writes;

export interface TeamRoom {
  /** Null: any number. */
  readonly sizeMax: number | null;
  readonly members: number;
  /** Sent, waiting and still good. */
  readonly invitations: number;
  /** On contracts in force now. */
  readonly seats: { readonly total: number; readonly taken: number };
}

/**
 * Why nobody more can be invited; null: there is room. An invitation that waits takes room, so that whoever
 * accepts finds it. Customers invite up to the seats where a contract of the team has any (PER-2); staff up
 * to the size.
 */
export function invitationRefusal(room: TeamRoom, byStaff: boolean): 'teamFull' | 'noFreeSeat' | null {
  const { sizeMax, members, invitations, seats } = room;
  if (sizeMax !== null && members + invitations >= sizeMax) return 'teamFull';
  return !byStaff && seats.total > 0 && seats.taken + invitations >= seats.total ? 'noFreeSeat' : null;
}
