import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';

/**
 * What becomes of a row: a contract (with its customer), a customer without one, nothing new, or nothing
 * at all.
 */
export type RowOutcome = 'contract' | 'contact' | 'unchanged' | 'error';

/** `duplicateInFile`: an earlier row names the same address, so that nobody can say which is meant. */
export type RowFault = 'invalid' | 'missing' | 'unknown' | 'duplicateInFile';

/** Rows are counted as a spreadsheet shows them: the header is row 1. */
export type JudgedRow = GoodRow | BadRow;

export interface BadRow {
  readonly row: number;
  readonly outcome: 'error';
  readonly column: string;
  readonly code: RowFault;
  readonly email: string | null;
}

export interface GoodRow {
  readonly row: number;
  readonly outcome: Exclude<RowOutcome, 'error'>;
  readonly email: string;
  readonly facts: RowFacts;
}

/** A row as it was understood. Every text is a text, whatever it looks like. */
export interface RowFacts {
  /** The customer that has this address already. */
  readonly customerId: Id<'cus'> | null;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly phone: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly billingName: string;
  readonly billingAddress: string;
  readonly taxId: string;
  /** Null where the file does not say. */
  readonly registeredAt: Instant | null;
  readonly suspended: boolean;
  readonly wantsInvitation: boolean;
  readonly contract: ContractWished | null;
}

export interface ContractWished {
  readonly planId: Id<'pla'>;
  readonly currency: string;
  readonly startDay: Day;
  readonly minimumTermDay: Day | null;
  /** Set for a start in the past: nothing before this day is billed (IMP-1). */
  readonly nextInvoiceDay: Day | null;
}

/** What the rows are judged against: the network as it is. Names are compared without regard to case. */
export interface ImportFacts {
  readonly now: Instant;
  readonly places: ReadonlyMap<string, ImportPlace>;
  /** For rows that name no location. */
  readonly defaultPlace: ImportPlace | null;
  readonly customers: ReadonlyMap<string, KnownCustomer>;
}

export interface ImportPlace {
  readonly id: Id<'loc'>;
  readonly zone: string;
  readonly currency: string;
  /** Plans by name, those of the location before those above it. */
  readonly plans: ReadonlyMap<string, ImportPlan>;
}

export interface ImportPlan {
  readonly id: Id<'pla'>;
  readonly cycle: { readonly every: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
  readonly billingDay: number | null;
  readonly minimumTermCycles: number;
  readonly hasPrice: boolean;
}

export interface KnownCustomer {
  readonly id: Id<'cus'>;
  /** At home where the importer may suspend nobody: a file does not do it either. */
  readonly isElsewhere: boolean;
  readonly contracts: readonly KnownContract[];
}

export interface KnownContract {
  readonly locationId: Id<'loc'>;
  /** All plans it is, was or will be to. */
  readonly planIds: readonly Id<'pla'>[];
  readonly startDay: Day;
  readonly goesOn: boolean;
  readonly imported: boolean;
}

export const nameKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();
