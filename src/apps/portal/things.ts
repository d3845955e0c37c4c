import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Money } from '../../domain/kernel/money.ts';

/** What the readers answer: who looks, where, and what there is to see. */

export interface Visitor {
  readonly id: string;
  readonly name: string;
  /** As one is greeted. */
  readonly shortName: string;
  readonly email: string;
  readonly language: string;
  readonly homeLocationId: string | null;
  readonly standing: 'member' | 'contact';
  readonly suspended: boolean;
}

export interface PortalPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isNetwork: boolean;
  readonly zone: string;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly brandColour: string | null;
  readonly taxName: string;
  /** Hundredths of a per cent. */
  readonly taxRate: number;
  readonly pricesIncludeTax: boolean;
  readonly accountsOpen: boolean;
  /** Whether a suspended customer may still book here (SUS-3). */
  readonly suspendedMayBook: boolean;
  /** Today's hours; null while closed all day, `always` without hours. */
  readonly openToday: OpenToday;
}
export type OpenToday = 'always' | null | { readonly from: Instant; readonly until: Instant };

export type SectionKey =
  | 'entirePortal'
  | 'home'
  | 'about'
  | 'helpDesk'
  | 'events'
  | 'bookings'
  | 'directory'
  | 'discussions'
  | 'articles'
  | 'contact'
  | 'payments'
  | 'plans'
  | 'benefits'
  | 'store'
  | 'perks'
  | 'faq';
export type Sections = Readonly<Record<SectionKey, Decision>>;

/** The decision of the API (chapter 10), as far as a person may see it. */
export interface Decision {
  readonly allowed: boolean;
  readonly at: string;
  readonly layers: readonly DecisionLayer[];
  /** The denial that the verdict is about. */
  readonly firstDenial: { readonly layer: string; readonly code: string } | null;
  readonly nextChange: string | null;
  readonly allowedFrom?: string | null;
  /** The sentence that comes first, in the customer's words. */
  readonly verdict: string;
  /** What else is in the way, a sentence each. */
  readonly others: readonly { readonly code: string; readonly text: string }[];
  /** A section that is open, in which everything but looking is off (SUS-3). */
  readonly isReadOnly: boolean;
}
export interface DecisionLayer {
  readonly layer: string;
  readonly outcome: 'pass' | 'deny' | 'notApplicable';
  readonly code: string;
  /** Customer's words, ready to show. */
  readonly text: string;
}

export interface PlanOffer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Per cycle, with tax. */
  readonly price: Money;
  readonly signUpFee: Money | null;
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** Sentences of what is included, in the visitor's language. */
  readonly includes: readonly string[];
  readonly mine: boolean;
  /** Why this visitor cannot sign up to it now; null where nothing is in the way. */
  readonly refusal: string | null;
}

export interface RoomsAsked {
  readonly place: PortalPlace;
  readonly day: Day;
  readonly minutes: number;
  readonly people: number | null;
  /** Only this one; null: all of them. */
  readonly resourceId: string | null;
}
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly capacity: number | null;
  readonly starts: readonly Instant[];
  /** Per hour, with tax: what this visitor pays, and what everybody pays. Null: not for money. */
  readonly rate: { readonly yours: Money; readonly standard: Money } | null;
  /** Null where this visitor may book. */
  readonly refusal: RoomRefusal | null;
  /** The next days with a free start, at most three, where this day has none. */
  readonly nextFree: readonly Instant[];
}
export interface RoomRefusal {
  readonly decision: Decision;
  readonly text: string;
  readonly status: 'frozen' | 'suspended' | 'locked' | 'deny';
  readonly resume: { readonly contractId: string } | null;
  /** What would help, where a customer can do it. */
  readonly fix: 'signIn' | 'plans' | null;
  readonly allowedFrom: Instant | null;
}
export interface BookingAsked {
  readonly resourceId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly useCredits?: boolean;
}
export interface Quote {
  readonly resourceId: string;
  readonly resourceName: string;
  readonly locationId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly steps: readonly QuoteStep[];
  readonly toPay: Money;
  readonly payAt: 'nothing' | 'nextInvoice' | 'desk';
  readonly freeCancelUntil: Instant | null;
  readonly minutesChoices: readonly number[];
  readonly needsApproval: boolean;
}
export interface QuoteStep {
  readonly label: string;
  readonly basis: string;
  readonly amount: Money;
}

export type BookingState =
  'requested' | 'tentative' | 'confirmed' | 'checkedIn' | 'completed' | 'noShow' | 'cancelled' | 'rejected';
export interface Booking {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceName: string;
  readonly capacity: number | null;
  readonly locationId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly state: BookingState;
  /** What was promised, tax included; null where nothing was. */
  readonly price: Money | null;
  /** Whether it can still be moved or cancelled. */
  readonly mayChange: boolean;
  readonly invoiceId: string | null;
  readonly freeCancelUntil: Instant | null;
}
/** What stays due; null or nothing where cancelling is free. */
export interface CancelEffect {
  readonly fee: Money | null;
}

/** Another time for a booking that is made. */
export interface BookingChange {
  readonly bookingId: string;
  readonly start: Instant;
  readonly end: Instant;
}
/** What it would cost then, tax included; null where it has no price. */
export interface ChangeEffect {
  readonly price: Money | null;
  readonly needsApproval: boolean;
}

export interface Presence {
  readonly inside: { readonly id: string; readonly since: Instant; readonly locationId: string } | null;
  readonly mayCheckIn: boolean;
}

export interface Wallet {
  readonly grants: readonly Grant[];
  readonly ledger: readonly LedgerEntry[];
}
export interface Grant {
  readonly id: string;
  readonly name: string;
  readonly kind: 'day' | 'time' | 'payg' | 'credit';
  /** Passes, or minutes where `kind` is `time`. */
  readonly granted: number;
  readonly left: number;
  readonly source: string;
  /** Whether the source is a plan. */
  readonly fromPlan: boolean;
  /** The last day it can be used. */
  readonly useByDay: Day | null;
  readonly pausedUntilDay: Day | null;
  readonly paused: boolean;
}
export interface LedgerEntry {
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
  readonly kind: 'passes' | 'minutes';
  readonly change: number;
  readonly balance: number;
}

export interface InvoiceLineUp {
  readonly id: string;
  readonly number: string;
  readonly locationId: string;
  readonly issueDay: Day;
  readonly dueDay: Day;
  readonly total: Money;
  readonly due: Money;
  readonly state: 'issued' | 'paid' | 'overdue' | 'void' | 'credit';
}
export interface InvoiceDocument extends InvoiceLineUp {
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
  readonly lines: readonly {
    readonly text: string;
    readonly quantity: string;
    readonly unit: Money;
    readonly taxText: string;
    readonly net: Money;
  }[];
  readonly net: Money;
  readonly taxes: readonly { readonly text: string; readonly amount: Money }[];
  readonly paid: Money;
  readonly payments: readonly { readonly day: Day; readonly method: string; readonly amount: Money }[];
}

export interface Profile extends ProfileInput {
  readonly email: string;
}
export interface ProfileInput {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly billingName: string;
  readonly billingAddress: string;
  readonly billingTaxId: string;
}
