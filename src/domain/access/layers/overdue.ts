import type { Instant } from '../../kernel/instant.ts';
import type { LayerOutcome } from '../decision.ts';
import type { AskFacts, OverdueFacts } from '../facts.ts';
import { placeAt } from '../lookup.ts';
import { denyBetween, fix, pass } from '../outcome.ts';
import type { ReasonFacts } from '../reason.ts';

/**
 * ACC-7: what is overdue beyond the location's days and amount blocks, each by its switch. Null: nothing to
 * say.
 */
export function overdueOutcome(
  facts: AskFacts, at: Instant, blocks: (of: OverdueFacts) => boolean,
): LayerOutcome | null {
  if (facts.customer === null) return null;
  const { overdue } = placeAt(facts.places, at);
  if (overdue === null || overdue.debts.length === 0 || !blocks(overdue)) return null;
  const late = overdue.debts.filter(({ start, end }) => start <= at && (end === null || at < end));
  const amount = late.reduce((sum, debt) => sum + debt.amount, 0);
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

export function overdueEdges({ places, customer }: AskFacts, into: Instant[]): void {
  if (customer === null) return;
  for (const { overdue } of places) {
    for (const { start, end } of overdue?.debts ?? []) {
      into.push(start);
      if (end !== null) into.push(end);
    }
  }
}
