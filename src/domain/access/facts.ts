/**
 * What decisions look at, as flat records of instants that were worked out before: a decision walks over a
 * few numbers and never asks a calendar. "As if" (ACC-5) is the same call on other facts. The server's
 * loaders fill them: access for the customer and the place, bookings for the resource and its schedule,
 * check-ins for the passes, billing for debts.
 */
import type { Audience } from '../customers/audience.ts';
import type { Suspension } from '../customers/customer.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval, Span } from '../kernel/interval.ts';
import type { Relation } from '../locations/scope.ts';
import type { ClosedTime } from '../locations/closure.ts';
import type { Scope, SuspensionSwitches } from '../locations/setting.ts';
import type { Cover } from '../membership/cover.ts';
import type { MembersAre } from '../membership/standing.ts';
import type { PricingFacts } from '../resources/quote.ts';
import type { Resource } from '../resources/resource.ts';
import type { Schedule } from '../resources/schedule.ts';
import type { Calendar } from '../kernel/calendar.ts';
import type { Action, Via } from './decision.ts';
import type { LevelsInForce, PortalSection } from './section.ts';

/** A customer as far as any decision asks. */
export interface CustomerFacts {
  readonly id: Id<'cus'>;
  /** Past, present and known future, with each one's contract, plan and freezes. */
  readonly covers: readonly Cover[];
  readonly suspensions: readonly Suspension[];
  readonly archivings: readonly Interval[];
  /** When signing in is allowed. */
  readonly mayEnter: readonly Interval[];
}

/**
 * What holds at the location from `start` to `end`: its own settings and inherited ones, in order without
 * gaps.
 */
export interface PlaceStretch {
  readonly start: Instant;
  readonly end: Instant | null;
  readonly levels: LevelsInForce;
  readonly whileSuspended: SuspensionSwitches;
  readonly membersAre: MembersAre;
  readonly frozenMembersEnter: boolean;
  readonly resourcesScope: Scope;
  readonly overdue: OverdueFacts | null;
}

/** ACC-7: what is beyond the location's days, and which actions that blocks. Null where the limit is off. */
export interface OverdueFacts {
  readonly limitAmount: number;
  readonly limitDays: number;
  readonly currency: string;
  readonly blocksBooking: boolean;
  readonly blocksBuying: boolean;
  readonly blocksCheckIn: boolean;
  readonly debts: readonly Debt[];
}

/** An unpaid amount, from the instant it is beyond the location's days until it was settled. */
export interface Debt {
  readonly invoiceId: Id<'inv'>;
  /** Minor units. */
  readonly amount: number;
  readonly start: Instant;
  readonly end: Instant | null;
}

/** What every question has. */
export interface AskFacts {
  readonly action: Action;
  readonly via: Via;
  readonly locationId: Id<'loc'>;
  /** Null: somebody who has not signed in. */
  readonly customer: CustomerFacts | null;
  readonly places: readonly PlaceStretch[];
}

export interface SectionFacts extends AskFacts {
  readonly action: 'viewSection';
  readonly section: PortalSection;
}

/** Something published to an audience: a resource, later events, articles, perks, questions, products. */
export interface ItemFacts extends AskFacts {
  readonly action: 'viewItem';
  /** The section it stands in. */
  readonly section: PortalSection;
  readonly item: ItemRecord;
  readonly planNames: PlanNames;
}

/** The plans that give the thing, for the reader. */
export type PlanNames = ReadonlyMap<Id<'pla'>, string>;

export interface ItemRecord {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  readonly relation: Relation;
  /** When it is published; empty while a draft. */
  readonly published: readonly Interval[];
  readonly scopeOf: 'resourcesScope';
  readonly givenBy: PlanRight | null;
  readonly resourceId: Id<'res'> | null;
}

/**
 * Besides the audience's plans: those that list the resource or its type among what they give (BKA-1, layer
 * 5).
 */
export interface PlanRight {
  readonly resourceId: Id<'res'>;
  readonly typeId: Id<'rty'>;
}

/** Supplied by BOOKINGS' loader, around what the access loader gives for the customer and the place. */
export interface BookingFacts extends AskFacts {
  readonly action: 'book';
  readonly during: Span;
  readonly resource: Resource;
  readonly relation: Relation;
  /** Worked out for `during`, and for 400 days from `at` where `allowedFrom` is asked. */
  readonly schedule: Schedule;
  /** Midnights at the location, from the day of `at` on or earlier. */
  readonly calendar: Calendar;
  /** The customer's standing bookings, the one being changed left out: for limits of plans. */
  readonly booked: readonly Booked[];
  /** How many people it is for, where that is said. */
  readonly people: number | null;
  readonly planNames: PlanNames;
  /** What it would cost by; left out where no price is asked about. */
  readonly pricing?: PricingFacts;
}

export interface Booked {
  readonly bookingId: Id<'bok'>;
  readonly during: Span;
}

/** Supplied by the check-ins' loader. */
export interface CheckInFacts extends AskFacts {
  readonly action: 'checkIn';
  readonly openings: readonly Span[] | null;
  /** When whole days are closed, and by what: for the way to change it. */
  readonly closures?: readonly (Span & Pick<ClosedTime, 'id' | 'locationId'>)[];
  readonly openStay: {
    readonly checkInId: Id<'chk'>;
    readonly locationId: Id<'loc'>;
    readonly since: Instant;
    /** When it ends by itself: from then on they come in anew (CHK-3). */
    readonly until: Instant;
  } | null;
  /** In the order in which they would be used (PAS-6), PAYG last. */
  readonly passes: readonly PassFacts[];
  readonly calendar: Calendar;
}

/** One way to come in: something granted, or pay-as-you-go. Only what is valid at the location. */
export interface PassFacts {
  readonly grantId: Id<'bft'> | null;
  readonly passId: Id<'pas'>;
  readonly name: string;
  readonly kind: 'day' | 'time' | 'payg';
  /** From when it is in force until it expires or is used up. */
  readonly start: Instant;
  readonly end: Instant | null;
  /** The contract it comes from: paused while that is frozen (CON-7); null: bought or given. */
  readonly contractId: Id<'con'> | null;
  /** Uses or minutes; null: no limit. */
  readonly left: number | null;
  readonly audience: Audience;
  /** Hours in which it may be used; null: any. */
  readonly hours: readonly Span[] | null;
}

export interface PlanFacts extends AskFacts {
  readonly action: 'signUpToPlan';
  readonly plan: PlanOffered;
  readonly planNames?: PlanNames;
}

/** A plan as it is offered at the location: as it is now, and in its other versions where there are any. */
export interface PlanOffered extends PlanSides {
  readonly id: Id<'pla'>;
  readonly name: string;
  readonly archivedAt: Instant | null;
  readonly offeredHere: boolean;
  readonly currency: string;
  /** In order; before the first one it holds too. */
  readonly versions?: readonly (PlanSides & { readonly inForceFrom: Instant })[];
}

/** What a new version of a plan may change of its offer. */
export interface PlanSides {
  readonly audience: Audience;
  readonly shownInPortal: boolean;
  readonly hasPriceHere: boolean;
}

export interface PayFacts extends AskFacts {
  readonly action: 'pay';
  readonly invoice: {
    readonly id: Id<'inv'>;
    readonly customerId: Id<'cus'>;
    /** It bills the contracts of a team that the customer runs (PER-2). */
    readonly ofTeamTheyRun?: boolean;
    readonly payable: boolean;
    readonly number: string | null;
  } | null;
}
