import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Currency } from '../kernel/money.ts';
import type { Taxed } from './tax.ts';

/** An invoice as it would be issued now. */
export interface ProposedInvoice extends Taxed {
  readonly customerId: Id<'cus'>;
  readonly legalEntityId: Id<'ent'>;
  readonly currency: Currency;
  /** Where the first line comes from; its language, address and days to pay hold. */
  readonly locationId: Id<'loc'>;
  readonly dueDays: number;
  readonly lines: readonly ProposedLine[];
}

export type LineKind =
  | 'contract'
  | 'freeze'
  | 'freezeFee'
  | 'signUpFee'
  | 'correction'
  | 'charge'
  | 'credit';

export interface ProposedLine extends Taxed {
  readonly kind: LineKind;
  /** What the thing is called: a plan, a room, the text of a charge. */
  readonly name: string;
  readonly locationId: Id<'loc'>;
  readonly quantity: number;
  readonly unitPrice: number;
  /** Quantity × price, prorated; with or without tax as the location's prices are. */
  readonly amount: number;
  readonly taxRate: number;
  readonly includesTax: boolean;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  /** The part of a cycle that is billed: 14 of 30 days. Null: all of it. */
  readonly days: { readonly billed: number; readonly of: number } | null;
  readonly reason: CorrectionReason | null;
  readonly cycle: LineOfCycle | null;
  readonly chargeId: Id<'chg'> | null;
}

/** Which cycle a line bills, and its number there: what the database keeps unique (RUN-2). */
export interface LineOfCycle {
  readonly contractId: Id<'con'>;
  readonly cycleStartDay: Day;
  readonly item: 'cycle' | 'signUpFee';
  readonly number: number;
  readonly coveredUntilDay: Day;
}

/** Why something already billed is billed differently now (RUN-5). */
export type CorrectionReason = 'freeze' | 'change' | 'end' | 'suspension' | 'price' | 'cancelled';

/** What was due and is not billed, and why (RUN-3). */
export interface Skip {
  readonly customerId: Id<'cus'>;
  readonly contractId: Id<'con'> | null;
  readonly chargeId: Id<'chg'> | null;
  readonly locationId: Id<'loc'>;
  readonly reason: SkipReason;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  /** What it would have come to, before tax is added. */
  readonly amount: number;
  readonly currency: Currency;
}

export type SkipReason = 'suspended' | 'frozen' | 'archived' | 'missed' | 'free';
