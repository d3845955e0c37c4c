import type { Day } from '../../domain/kernel/day.ts';
import type { Answer, Booking, Done, InvoiceLineUp, Visit } from './readers.ts';

/** What the readers answer about the teams of a visitor, and what they change in them. */
export interface TeamVerbs {
  /** The visitor's own, by name. */
  teams(): Promise<readonly TeamLineUp[]>;
  /** What covers the visitor now by a place on a contract of somebody else's. */
  seats(): Promise<readonly OwnSeat[]>;
  /** Null for a team that is not the visitor's. */
  team(teamId: string): Promise<TeamView | null>;
  /** Of everybody in it, to come, the soonest first; for its managers. */
  teamBookings(teamId: string): Promise<readonly TeamBooking[]>;
  /** Those of whoever pays for it; for its managers. */
  teamInvoices(teamId: string): Promise<readonly InvoiceLineUp[]>;
  /** Whom the visitor may book for besides itself. */
  bookableFor(): Promise<readonly PersonLineUp[]>;
  /** Booking for one of them, by their rules; null for anybody else. */
  forPerson(personId: string): Promise<PersonVisit | null>;
  /** What ending something would do; writes nothing. */
  teamEffects(end: TeamEnd): Promise<Answer<TeamEffects>>;
  changeTeam(change: TeamChange): Promise<Answer<Done>>;
}

export interface OwnSeat {
  readonly contractId: string;
  readonly planName: string;
}

export interface PersonLineUp {
  readonly id: string;
  readonly name: string;
}

/** What there is to book for somebody else, and what it costs then. */
export type PersonVisit = Pick<Visit, 'rooms' | 'quote' | 'book' | 'placesBeside'>;

export type TeamRole = 'manager' | 'member';

export interface TeamLineUp {
  readonly id: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly people: number;
}

export interface TeamView extends TeamLineUp {
  readonly profile: TeamProfile;
  readonly membersMayInvite: boolean;
  readonly seats: Seats;
  readonly persons: readonly TeamPerson[];
  /** Empty for those who do not manage it. */
  readonly contracts: readonly TeamContract[];
  readonly invitations: readonly TeamInvitation[];
  readonly payerName: string | null;
  readonly may: TeamRights;
}

/** What it says of itself; empty where it says nothing. */
export interface TeamProfile {
  readonly about: string;
  readonly website: string;
  readonly email: string;
  readonly phone: string;
}

/** What the visitor may do in it. */
export interface TeamRights {
  readonly edit: boolean;
  readonly invite: boolean;
  readonly remove: boolean;
  readonly giveRoles: boolean;
  readonly giveSeats: boolean;
  readonly book: boolean;
  readonly seeInvoices: boolean;
  readonly leave: boolean;
}

export interface Seats {
  readonly used: number;
  readonly all: number;
}

export interface TeamPerson extends PersonLineUp {
  readonly isYou: boolean;
  /** Managers see it. */
  readonly email: string | null;
  readonly role: TeamRole;
  readonly standing: 'member' | 'contact' | null;
  readonly sinceDay: Day;
  readonly seats: readonly PersonSeat[];
}

export interface PersonSeat {
  readonly id: string;
  readonly contractId: string;
  readonly planName: string;
}

export interface TeamContract {
  readonly id: string;
  readonly planName: string;
  readonly status: 'scheduled' | 'active' | 'frozen' | 'ended' | 'void';
  readonly locationName: string;
  readonly holderId: string;
  readonly lastDay: Day | null;
  readonly seats: Seats;
}

export interface TeamInvitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly untilDay: Day;
  readonly isOver: boolean;
}

export interface TeamBooking extends Booking {
  readonly customerName: string;
}

/** What ends: somebody's place in the team, or a seat. */
export type TeamEnd = { readonly teamId: string; readonly personId: string } & (
  { readonly verb: 'remove' } | { readonly verb: 'endSeat'; readonly seatId: string }
);

export type TeamChange =
  | TeamEnd
  | ({ readonly teamId: string } & (
      | { readonly verb: 'setRole'; readonly personId: string; readonly role: TeamRole }
      | { readonly verb: 'giveSeat'; readonly personId: string; readonly contractId: string }
      | { readonly verb: 'invite'; readonly email: string }
      | { readonly verb: 'withdraw' | 'sendAgain'; readonly invitationId: string }
      | ({ readonly verb: 'profile'; readonly name: string; readonly membersMayInvite: boolean } &
          TeamProfile)
    ));

export interface TeamEffects {
  readonly stops: readonly string[];
  readonly goesOn: readonly string[];
}
