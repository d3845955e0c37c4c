import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BookProps } from '../islands/book/book.tsx';
import type { EnterProps } from './account/enter.tsx';
import type { ReviewProps } from '../islands/review/review.tsx';
import type { TeamFacts } from './teams/facts.ts';
import type { WhyProps } from '../parts/why.tsx';
import type {
  Booking,
  BookingChange,
  CancelEffect,
  ChangeEffect,
  ContractEffects,
  ContractView,
  Grant,
  InvoiceDocument,
  InvoiceLineUp,
  LedgerEntry,
  OpenToday,
  PlanOffer,
  Presence,
  Profile,
  OwnSeat,
  TeamLineUp,
} from '../readers.ts';

/** What each page shows, by its name: read by a route, given to a component. */
export interface Facts extends TeamFacts {
  publicHome: PublicHomeFacts;
  home: HomeFacts;
  plans: {
    readonly offers: readonly PlanOffer[];
    readonly mine: readonly ContractView[];
    /** Why the visitor can look and not sign up; null where nothing is in the way, or the frame says so. */
    readonly refusal: string | null;
    /** The way to be told when that ends. */
    readonly remind: { readonly label: string; readonly href: string } | null;
  };
  book: BookProps;
  review: ReviewProps;
  bookings: { readonly upcoming: readonly Booking[]; readonly past: readonly Booking[] };
  /** `refusal`: why it cannot be changed, where that is not because it is over. */
  booking: { readonly booking: Booking; readonly fresh: boolean; readonly refusal: string | null };
  changeBooking: ChangeBookingFacts;
  cancelBooking: {
    readonly booking: Booking;
    readonly effect: CancelEffect | null;
    readonly problem: string | null;
  };
  wallet: WalletFacts;
  invoices: { readonly due: readonly InvoiceLineUp[]; readonly settled: readonly InvoiceLineUp[] };
  invoice: { readonly invoice: InvoiceDocument };
  contract: { readonly contract: ContractView; readonly problem: string | null };
  freezeContract: ContractChangeFacts;
  cancelContract: ContractChangeFacts;
  resumeContract: ContractChangeFacts;
  me: MeFacts;
  profile: { readonly profile: Profile; readonly form: FormState };
  changeEmail: { readonly email: string; readonly form: FormState };
  signIn: { readonly next: string; readonly form: FormState; readonly accountsOpen: boolean };
  signInLink: { readonly form: FormState };
  enter: { readonly heading: string; readonly text: string; readonly island: EnterProps };
  forgotPassword: { readonly form: FormState };
  resetPassword: { readonly token: string; readonly form: FormState };
  openAccount: { readonly open: boolean; readonly form: FormState };
  invitation: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly needsPassword: boolean;
    readonly team: string | null;
    readonly form: FormState;
  };
  /** A sentence and where to go on: a letter sent, a link that no longer works. */
  message: MessageFacts;
  closed: ClosedFacts;
  remind: RemindFacts;
  notFound: Record<string, never>;
  staffOnly: Record<string, never>;
}

/** What somebody typed, and what is wrong with it: nothing typed is lost. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong as a whole. */
  readonly problem: string | null;
}

export interface PublicHomeFacts {
  readonly offers: readonly PlanOffer[];
  readonly mayBook: boolean;
  readonly mayOpenAccount: boolean;
  readonly open: OpenToday;
}
export interface HomeFacts {
  readonly presence: Presence;
  /** Why checking in was refused just now. */
  readonly refused: WhyProps | null;
  readonly partOfDay: 'morning' | 'afternoon' | 'evening';
  readonly now: number;
  readonly open: OpenToday;
  readonly next: Booking | null;
  readonly grants: readonly Grant[];
  readonly frozen: readonly ContractView[];
  readonly due: readonly InvoiceLineUp[];
  /** The last room booked, where it can be had again on the next working day. */
  readonly again: {
    readonly resourceId: string;
    readonly name: string;
    readonly start: Instant;
    readonly minutes: number;
  } | null;
  readonly mayBook: boolean;
  readonly seesBookings: boolean;
  readonly seesInvoices: boolean;
  readonly seesPlans: boolean;
}
export interface WalletFacts {
  readonly grants: readonly Grant[];
  readonly ledger: readonly LedgerEntry[];
  readonly contracts: readonly ContractView[];
}
/** Another time for a booking, chosen and then confirmed. */
export interface ChangeBookingFacts {
  readonly booking: Booking;
  readonly day: Day;
  readonly lengths: readonly { readonly value: number; readonly label: string; readonly current: boolean }[];
  readonly starts: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly why: WhyProps | null;
  readonly problem: string | null;
  /** The time chosen and what it would cost; null before one is. */
  readonly wish:
    | (BookingChange &
        ChangeEffect & {
        readonly fields: readonly { readonly name: string; readonly value: string }[];
      })
    | null;
}
/** A change of a contract before it is made. */
export interface ContractChangeFacts {
  readonly contract: ContractView;
  /** Why it cannot be made here; null: it can. */
  readonly closed: string | null;
  /** Null where the wish is refused: the form says why. */
  readonly effects: ContractEffects | null;
  readonly form: FormState;
  readonly days: { readonly fromDay: Day | null; readonly untilDay: Day | null };
}
export interface MeFacts {
  readonly teams: readonly TeamLineUp[];
  readonly seats: readonly OwnSeat[];
  readonly contracts: readonly ContractView[];
  readonly due: readonly InvoiceLineUp[];
  readonly seesInvoices: boolean;
  readonly seesBookings: boolean;
}
export interface MessageFacts {
  readonly icon: 'mail' | 'check' | 'alert';
  readonly heading: string;
  readonly text: string;
  readonly act: { readonly label: string; readonly href: string } | null;
}
export interface ClosedFacts {
  readonly heading: string;
  readonly text: string;
  readonly why: WhyProps['layers'];
  readonly offer: PlanOffer | null;
  readonly act: { readonly label: string; readonly href: string } | null;
  /** Where to ask to be told when it opens; null: no date is known. */
  readonly remind: { readonly label: string; readonly href: string } | null;
  readonly grants: readonly Grant[];
}
export interface RemindFacts {
  readonly heading: string;
  /** What is in the way. */
  readonly lead: string | null;
  readonly text: string;
  readonly here: string;
  readonly back: string;
  /** Asked for already: it can be taken back. */
  readonly reminderId: string | null;
}
