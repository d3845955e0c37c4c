import type { Currency } from '../kernel/money.ts';
import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { holds, type Interval } from '../kernel/interval.ts';

/** One customer's agreement to one plan at a time, billed cycle by cycle (CON-1). */
export interface Contract {
  readonly id: Id<'con'>;
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly currency: Currency;
  readonly startDay: Day;
  /** The first day not covered; null: no end set. Equal to the start day: void. */
  readonly endDay: Day | null;
  readonly billingDay: number | null;
  readonly minimumTermDay: Day | null;
  /** The days above at the location, as instants (CON-2). */
  readonly during: Interval;
  /** By day, ascending; the first is in force from the start. A later one is the next plan (CON-5). */
  readonly terms: readonly ContractTerms[];
  readonly freezes: readonly Freeze[];
}

export interface ContractTerms {
  readonly fromDay: Day;
  /** The instant at which that day starts at the location. */
  readonly fromAt: Instant;
  readonly planId: Id<'pla'>;
  /** Minor units, instead of the plan's price. */
  readonly price: number | null;
  readonly quantity: number;
}

/** A period in which one contract's benefits are paused while the contract goes on (CON-6). */
export interface Freeze {
  readonly id: Id<'frz'>;
  readonly fromDay: Day;
  /** The first day not frozen; null: until resumed. */
  readonly untilDay: Day | null;
  readonly during: Interval;
  readonly billing: 'none' | 'full' | { readonly fee: number };
  readonly extendsMinimumTerm: boolean;
}

export type ContractStatus = 'scheduled' | 'active' | 'frozen' | 'ended' | 'void';

/** The status is derived for any instant and stored nowhere (CON-3). */
export function contractStatusAt(contract: Contract, at: Instant): ContractStatus {
  if (contract.endDay !== null && contract.endDay <= contract.startDay) return 'void';
  if (at < contract.during.start) return 'scheduled';
  if (contract.during.end !== null && contract.during.end <= at) return 'ended';
  return freezeAt(contract, at) === null ? 'active' : 'frozen';
}

export const freezeAt = (contract: Contract, at: Instant): Freeze | null =>
  contract.freezes.find(({ during }) => holds(during, at)) ?? null;

/** The terms in force at an instant; before the start, the first. */
export function contractTermsAt(contract: Contract, at: Instant): ContractTerms {
  const [first] = contract.terms;
  if (first === undefined) throw new RangeError(`contract ${contract.id} has no terms`);
  return contract.terms.findLast(({ fromAt }) => fromAt <= at) ?? first;
}
