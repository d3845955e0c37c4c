import type { Effects } from '../../../api/contracts.ts';
import { addDays, type Day, earlierDay } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Work } from '../../platform/work/shell.ts';

/** A line that a customer would be invoiced, tax included. */
export interface LineAhead {
  readonly name: string;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  readonly total: number;
  readonly currency: string;
}

/** Everything a customer would be invoiced through a day; given by billing, which stands above contracts. */
export type LinesAhead = (
  work: Work,
  customerId: Id<'cus'>,
  throughDay: Day,
) => Promise<readonly LineAhead[]>;

/** How far a preview looks: two months beyond what changes, two years from today at most. */
export const lookThrough = (changesUntil: Day, today: Day): Day =>
  earlierDay(addDays(changesUntil, 62), addDays(today, 731));

/**
 * What a change makes of the invoices to come: the same proposals before and after, compared by thing and
 * period.
 */
export function differenceOf(
  before: readonly LineAhead[],
  after: readonly LineAhead[],
  currency: string,
): Effects['billing'] {
  const sums = new Map<string, { line: LineAhead; amount: number }>();
  for (const [lines, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const line of lines.filter((one) => one.currency === currency)) {
      const key = `${line.startDay} ${line.name}`;
      const sum = sums.get(key) ?? { line, amount: 0 };
      sums.set(key, { line, amount: sum.amount + sign * line.total });
    }
  }
  const changed = [...sums.values()]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => ((a.line.startDay ?? '') < (b.line.startDay ?? '') ? -1 : 1));
  return {
    lines: changed.map(({ line, amount }) => ({
      text: line.name,
      fromDay: line.startDay,
      untilDay: line.endDay,
      amount: { amount, currency },
    })),
    difference: { amount: changed.reduce((sum, { amount }) => sum + amount, 0), currency },
  };
}
