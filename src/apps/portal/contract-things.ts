import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Money } from '../../domain/kernel/money.ts';

/** What the readers answer about a contract, and about a change before it is made. */

export interface ContractView {
  readonly id: string;
  readonly planName: string;
  readonly locationId: string;
  readonly locationName: string;
  readonly status: 'scheduled' | 'active' | 'frozen' | 'ended' | 'void';
  readonly startDay: Day;
  readonly lastDay: Day | null;
  /** The minimum term's last day, while it lasts. */
  readonly minimumTermLastDay: Day | null;
  readonly price: Money;
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly nextBillDay: Day | null;
  readonly frozen: {
    readonly untilDay: Day | null;
    readonly pauses: string;
    readonly mayResume: boolean;
  } | null;
  /** The next freeze, while none is in force. */
  readonly freezeAhead: { readonly fromDay: Day; readonly untilDay: Day | null } | null;
  readonly nextPlanName: string | null;
  /** Null once it is over. */
  readonly acts: ContractActs | null;
}

/** What a customer may do with a contract by itself; where not, a sentence says why. */
export interface ContractActs {
  readonly freeze: Closed | FreezeOffer;
  readonly cancel: Closed | CancelOffer;
  /** Whether the cancellation is the customer's own, and can be taken back. */
  readonly keep: boolean;
}
export interface Closed {
  readonly why: string;
}
export interface FreezeOffer {
  readonly why: null;
  /** The days to begin with. */
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  /** What the plan lets, in sentences. */
  readonly limits: readonly string[];
}
export interface CancelOffer {
  readonly why: null;
  /** The earliest one. */
  readonly lastDay: Day;
  readonly because: 'wished' | 'minimumTerm' | 'notice';
}

/** A change that a customer may wish. */
export type ContractChange = { readonly contractId: string } & (
  | { readonly verb: 'freeze'; readonly fromDay: Day; readonly untilDay: Day | null }
  | { readonly verb: 'cancel'; readonly lastDay: Day | null }
  | { readonly verb: 'resume' | 'keep' }
);

/** What a change would do, to the day and the cent; nothing is written. */
export interface ContractEffects {
  /** Null: cancelled before it began. */
  readonly lastDay: Day | null;
  readonly voids: boolean;
  readonly stops: readonly string[];
  readonly goesOn: readonly string[];
  readonly bookings: readonly { readonly id: string; readonly name: string; readonly start: Instant }[];
  readonly money: {
    readonly lines: readonly {
      readonly text: string;
      readonly fromDay: Day | null;
      readonly lastDay: Day | null;
      readonly amount: Money;
    }[];
    readonly difference: Money;
  } | null;
}
