import type { Instant } from '../../kernel/instant.ts';
import type { Span } from '../../kernel/interval.ts';
import type { LayerOutcome } from '../decision.ts';
import type { AskFacts, Debt, OverdueFacts } from '../facts.ts';
import { placeAt } from '../lookup.ts';
import { denyBetween, fix, pass } from '../outcome.ts';
import type { ReasonFacts } from '../reason.ts';

/**
 * ACC-7: what is overdue beyond the location's days and amount blocks, each by its switch; of a booking what
 * is so in any part of it, as far as is known (BKA-4). Null: nothing to say.
 */
export function overdueOutcome(
  facts: AskFacts, asked: Instant | Span, blocks: (of: OverdueFacts) => boolean,
): LayerOutcome | null {
  if (facts.customer === null) return null;
  const { overdue } = placeAt(facts.places, typeof asked === 'number' ? asked : asked.start);
  if (overdue === null || overdue.debts.length === 0 || !blocks(overdue)) return null;
  const late = typeof asked === 'number' ? lateAt(overdue, asked) : mostLate(overdue, asked);
  const amount = owed(late);
  if (amount === 0) return null;
  const { currency, limitAmount, limitDays } = overdue;
  const invoiceIds = late.map(({ invoiceId }) => invoiceId);
  const said: ReasonFacts['overdue'] = { amount, currency, limitAmount, limitDays, invoiceIds };
  if (amount <= limitAmount) return pass('rules', 'owesWithinLimit', said);
  return denyBetween('rules', 'overdue', said, {
    since: late.reduce((first, { start }) => (start < first ? start : first), late[0]!.start),
    fixes: [fix.recordPayment, fix.location('changeOverdueLimit', facts.locationId)],
  });
}

const lateAt = ({ debts }: OverdueFacts, at: Instant): readonly Debt[] =>
  debts.filter(({ start, end }) => start <= at && (end === null || at < end));

const owed = (debts: readonly Debt[]): number => debts.reduce((sum, { amount }) => sum + amount, 0);

/** It only grows where a debt begins to count: at the booking's start, or inside it. */
function mostLate(overdue: OverdueFacts, during: Span): readonly Debt[] {
  const inside = overdue.debts.map(({ start }) => start).filter((at) => during.start < at && at < during.end);
  return [during.start, ...inside]
    .map((at) => lateAt(overdue, at))
    .reduce((most, late) => (owed(late) > owed(most) ? late : most));
}

export function overdueEdges({ places, customer }: AskFacts, into: Instant[]): void {
  if (customer === null) return;
  for (const { overdue } of places) {
    for (const { start, end } of overdue?.debts ?? []) {
      into.push(start);
      if (end !== null) into.push(end);
    }
  }
}
