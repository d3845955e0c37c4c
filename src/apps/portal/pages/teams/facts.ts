import type {
  InvoiceLineUp,
  PersonSeat,
  TeamBooking,
  TeamEffects,
  TeamLineUp,
  TeamPerson,
  TeamView,
} from '../../readers.ts';
import type { FormState } from '../facts.ts';

/** What the pages of a team show. */
export interface TeamFacts {
  teams: { readonly teams: readonly TeamLineUp[] };
  team: OneTeamFacts;
  teamPerson: { readonly team: TeamView; readonly person: TeamPerson; readonly problem: string | null };
  removeFromTeam: TeamEndFacts;
  endSeat: TeamEndFacts;
  inviteToTeam: { readonly team: TeamView; readonly form: FormState };
  teamProfile: { readonly team: TeamView; readonly form: FormState };
  teamBookings: { readonly team: TeamView; readonly bookings: readonly TeamBooking[] };
  teamInvoices: {
    readonly team: TeamView;
    readonly due: readonly InvoiceLineUp[];
    readonly settled: readonly InvoiceLineUp[];
  };
}

export interface OneTeamFacts {
  readonly team: TeamView;
  readonly problem: string | null;
  readonly seesBookings: boolean;
  readonly seesInvoices: boolean;
}

/** Something that ends, before it does. */
export interface TeamEndFacts {
  readonly team: TeamView;
  readonly person: TeamPerson;
  /** Null: the place in the team itself. */
  readonly seat: PersonSeat | null;
  /** Null where it is refused: the problem says why. */
  readonly effects: TeamEffects | null;
  readonly problem: string | null;
}
