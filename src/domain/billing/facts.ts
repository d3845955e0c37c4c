import type { Contract, ContractTerms, Freeze } from '../contracts/contract.ts';
import type { Plan } from '../contracts/plan.ts';
import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Currency } from '../kernel/money.ts';
import type { Zone } from '../kernel/zone.ts';

/** All that a proposal of invoices looks at. What it does not name, it does not depend on. */
export interface BillingFacts {
  readonly payers: readonly PayerFacts[];
  readonly planOf: (planId: Id<'pla'>) => Plan;
  readonly placeOf: (locationId: Id<'loc'>) => BillingPlace;
  /** The locations whose contracts and charges are billed now. */
  readonly covers: (locationId: Id<'loc'>) => boolean;
  readonly now: Instant;
  /** Included (RUN-1). */
  readonly throughDay: Day;
}

/** A location as billing sees it. */
export interface BillingPlace {
  readonly zone: Zone;
  readonly legalEntityId: Id<'ent'>;
  readonly dueDays: number;
  readonly taxOn: (day: Day) => TaxTerms;
}

export interface TaxTerms {
  /** Hundredths of a per cent: 1900 is 19 %. */
  readonly rate: number;
  readonly includesTax: boolean;
}

/** A paying customer with everything it may owe. */
export interface PayerFacts {
  readonly customerId: Id<'cus'>;
  readonly dueDays: number | null;
  readonly suspensions: readonly BilledSuspension[];
  readonly archivings: readonly Interval[];
  readonly contracts: readonly BilledContract[];
  readonly charges: readonly WaitingCharge[];
}

export interface BilledSuspension {
  readonly during: Interval;
  /** What its lifting asked for; null while it is open (SUS-5). */
  readonly missedCycles: MissedCycles | null;
}

export type MissedCycles = 'skip' | 'prorate' | 'charge';

/** A contract with what billing needs beyond its own word: when it was changed, and what of it is billed. */
export interface BilledContract extends Contract {
  readonly terms: readonly BilledTerms[];
  readonly freezes: readonly BilledFreeze[];
  readonly proratesLastCycle: boolean | null;
  readonly cancelledAt: Instant | null;
  /** IMP-1: cycles that start before it were billed elsewhere. */
  readonly nextInvoiceDay: Day | null;
  readonly imported: boolean;
  readonly billed: readonly BilledCycle[];
}

export interface BilledTerms extends ContractTerms {
  readonly madeAt: Instant;
}

export interface BilledFreeze extends Freeze {
  readonly changedAt: Instant;
}

/** One line of an issued invoice for a cycle. Number 0 is the base line. */
export interface BilledCycle {
  readonly cycleStartDay: Day;
  readonly item: 'cycle' | 'signUpFee';
  readonly number: number;
  readonly amount: number;
  readonly coveredUntilDay: Day;
  readonly billedAt: Instant;
  readonly tax: TaxTerms;
}

/** A charge that is on no invoice and is not waived (CHG-1). */
export interface WaitingCharge {
  readonly id: Id<'chg'>;
  readonly locationId: Id<'loc'>;
  readonly legalEntityId: Id<'ent'>;
  readonly currency: Currency;
  readonly text: string;
  readonly source: { readonly kind: string; readonly id: string };
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly tax: TaxTerms;
  /** `now`: as soon as it is ripe; `cycleEnd`: with the next billing day (CHG-2). */
  readonly invoicing: 'now' | 'cycleEnd';
  readonly ripeDay: Day;
  readonly arisenAt: Instant;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
}
