import { type Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { startOfDay, type Zone } from '../../domain/kernel/zone.ts';
import type { Contract, Freeze } from '../../domain/contracts/contract.ts';
import type { CoveringContract, CoverSeat } from '../../domain/membership/cover.ts';

/** A contract as it is kept: what the domain reads, and what only the shell needs. */
export interface ContractRecord extends Contract {
  /** Whose members its seats are for; null: it covers its holder alone. */
  readonly teamId: Id<'tea'> | null;
  readonly seats: number;
  readonly zone: Zone;
  readonly customerName: string;
  readonly noticeDays: number | null;
  /** When use is invoiced; null: as the plan says (CHG-2). */
  readonly usageInvoicing: 'cycleEnd' | 'immediately' | null;
  readonly cancelledAt: Instant | null;
  /** Who did: the customer itself, an admin or a key. */
  readonly cancelledBy: string | null;
  readonly proratesLastCycle: boolean | null;
  /** For imported ones: billing goes on from this day, and nothing before it is billed (IMP-1). */
  readonly nextInvoiceDay: Day | null;
  readonly importId: Id<'imp'> | null;
  readonly createdAt: Instant;
  readonly version: number;
}

/** The same as somebody has it whom it covers: as its holder, or by seats on it (MEM-1). */
export interface CoveringRecord extends ContractRecord, CoveringContract {}

/** One row with its terms and freezes folded in; instants inside are milliseconds. */
export interface ContractRow {
  readonly id: Id<'con'>;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly timeZone: string;
  readonly startDay: Day;
  readonly endDay: Day | null;
  readonly billingDay: number | null;
  readonly minimumTermDay: Day | null;
  readonly noticeDays: number | null;
  readonly usageInvoicing: 'cycleEnd' | 'immediately' | null;
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: string | null;
  readonly proratesLastCycle: boolean | null;
  readonly nextInvoiceDay: Day | null;
  readonly currency: string;
  readonly importId: Id<'imp'> | null;
  readonly createdAt: Instant;
  readonly version: number;
  readonly teamId: Id<'tea'> | null;
  readonly seats: number;
  readonly seatsHeld: readonly CoverSeat[] | null;
  readonly terms: readonly { fromDay: Day; planId: Id<'pla'>; price: number | null; quantity: number }[];
  readonly freezes: readonly FoldedFreeze[];
}

interface FoldedFreeze {
  readonly id: Id<'frz'>;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly billing: 'none' | 'full' | 'fee';
  readonly fee: number | null;
  readonly extendsMinimumTerm: boolean;
}

/** Days repeat from contract to contract: each is resolved to an instant once. */
export function recordsOf(rows: readonly ContractRow[]): readonly CoveringRecord[] {
  const known = new Map<string, Instant>();
  const at = (of: Day, zone: Zone): Instant => {
    const key = `${of}${zone}`;
    const start = known.get(key) ?? startOfDay(of, zone);
    known.set(key, start);
    return start;
  };
  return rows.map((row) => recordOf(row, at));
}

function recordOf(row: ContractRow, at: (of: Day, zone: Zone) => Instant): CoveringRecord {
  const { timeZone, terms, freezes, currency, ...kept } = row;
  const zone = timeZone as Zone;
  return {
    ...kept, zone,
    currency: currency as Currency,
    during: { start: at(row.startDay, zone), end: row.endDay === null ? null : at(row.endDay, zone) },
    terms: terms.map((term) => ({ ...term, fromAt: at(term.fromDay, zone) })),
    freezes: freezes.map(freezeOf),
  };
}

const freezeOf = (row: FoldedFreeze): Freeze => ({
  id: row.id,
  fromDay: row.fromDay,
  untilDay: row.untilDay,
  during: { start: row.startsAt as Instant, end: row.endsAt as Instant | null },
  billing: row.billing === 'fee' ? { fee: row.fee ?? 0 } : row.billing,
  extendsMinimumTerm: row.extendsMinimumTerm,
});
