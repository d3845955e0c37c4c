import type { Cycle } from '../kernel/cycle.ts';
import type { DayHours } from '../locations/setting.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Audience } from '../customers/audience.ts';

/** What is sold as a membership. Its terms are dated; a contract follows those in force. */
export interface Plan {
  readonly id: Id<'pla'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly versions: readonly PlanVersion[];
}

export interface PlanVersion {
  readonly version: number;
  readonly inForceFrom: Instant;
  readonly terms: PlanTerms;
}

export interface PlanTerms {
  readonly description: string;
  /** Minor units per cycle by currency; a plan cannot be taken in a currency it has no price in (CON-8). */
  readonly prices: Readonly<Record<string, number>>;
  readonly cycle: Cycle;
  readonly billing: { readonly when: 'advance' | 'arrears'; readonly proration: 'byDays' | 'full' | 'free' };
  readonly billingDay: number | null;
  /** Minor units by currency, on the first invoice. */
  readonly signUpFees: Readonly<Record<string, number>>;
  readonly usageInvoicing: 'cycleEnd' | 'immediately';
  readonly dueDays: number | null;
  readonly validAt: PlanValidity;
  readonly benefits: readonly PlanBenefit[];
  readonly entitlements: PlanEntitlements;
  readonly freeze: FreezePolicy;
  readonly cancel: CancelPolicy;
  readonly suspendOnJoin: boolean;
  readonly audience: Audience;
  readonly shownInPortal: boolean;
}

/** Where a plan's benefits and prices apply (MEM-7). `location` is the contract's. */
export type PlanValidity =
  | { readonly where: 'location' | 'below' | 'network' }
  | { readonly where: 'chosen'; readonly locationIds: readonly Id<'loc'>[] };

/** Passes granted at each cycle (PAS-4): that many of them, or that many minutes of a time pass. */
export interface PlanBenefit {
  readonly passId: Id<'pas'>;
  readonly quantity: number;
  /** Of a time pass, instead of the quantity: minutes as they are. */
  readonly minutes?: number | null;
  readonly expires: 'endOfCycle' | 'never' | { readonly days: number };
}

export interface PlanEntitlements {
  /** Resources and types only this plan's customers may book, or book at all: see BKA-1, layer 5. */
  readonly resourceTypeIds: readonly Id<'rty'>[];
  readonly resourceIds: readonly Id<'res'>[];
  readonly bookingMinutesPer: Readonly<Partial<Record<'day' | 'week' | 'cycle', number>>>;
  /** Hours in which the plan may be used, by ISO weekday; null: always when the location is open. */
  readonly hours: Readonly<Record<number, readonly DayHours[]>> | null;
  /** CHK-4: comes in without a pass. */
  readonly accessWithoutPass: boolean;
  /** Per cent off rates, 0 to 100. */
  readonly bookingDiscountPercent: number;
  readonly horizonDays: number | null;
}

/** CON-6: what customers may do by themselves; admins may always. */
export interface FreezePolicy {
  readonly byCustomers: boolean;
  /** Freezes that may begin in one calendar year at the location; null: as many as wished. */
  readonly timesPerYear: number | null;
  /** Cycles one freeze may last at most; null: as long as wished, and without a known end. */
  readonly cyclesMax: number | null;
}

/** CON-4: lengths in cycles and days. */
export interface CancelPolicy {
  readonly byCustomers: boolean;
  readonly minimumTermCycles: number;
  readonly noticeDays: number;
  readonly prorateLastCycle: boolean;
  /** Where the notice runs out inside a cycle: the end of that cycle, or that very day. */
  readonly endsOn: 'endOfCycle' | 'noticeDay';
}

/** What a plan has where nobody said otherwise; name, place, price and cycle must be said. */
export const planTermsAtFirst: Omit<PlanTerms, 'prices' | 'cycle'> = {
  description: '',
  billing: { when: 'advance', proration: 'byDays' },
  billingDay: null,
  signUpFees: {},
  usageInvoicing: 'cycleEnd',
  dueDays: null,
  validAt: { where: 'below' },
  benefits: [],
  entitlements: {
    resourceTypeIds: [], resourceIds: [], bookingMinutesPer: {}, hours: null, accessWithoutPass: false,
    bookingDiscountPercent: 0, horizonDays: null,
  },
  freeze: { byCustomers: false, timesPerYear: null, cyclesMax: null },
  cancel: {
    byCustomers: true, minimumTermCycles: 0, noticeDays: 0, prorateLastCycle: false, endsOn: 'endOfCycle',
  },
  suspendOnJoin: false,
  audience: { level: 'public' },
  shownInPortal: true,
};

/** The version in force at an instant; before the first one, the first. */
export function termsAt(plan: Plan, at: Instant): PlanTerms {
  const [first] = plan.versions;
  if (first === undefined) throw new RangeError(`plan ${plan.id} has no version`);
  let best = first;
  for (const version of plan.versions) {
    if (version.inForceFrom <= at && version.version >= best.version) best = version;
  }
  return best.terms;
}
