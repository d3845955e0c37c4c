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
 * period. A line that grows or shrinks is said with the days that come to it or go.
 */
export function differenceOf(
  before: readonly LineAhead[],
  after: readonly LineAhead[],
  currency: string,
): Effects['billing'] {
  const [was, is] = [before, after].map((lines) => lines.filter((one) => one.currency === currency));
  const sums = new Map<string, LineAhead>();
  for (const line of [...(was ?? []).map(negative), ...(is ?? [])]) {
    const key = `${line.startDay} ${line.endDay} ${line.name}`;
    sums.set(key, { ...line, total: (sums.get(key)?.total ?? 0) + line.total });
  }
  const changed = together([...sums.values()].filter(({ total }) => total !== 0)).sort((a, b) =>
    (a.startDay ?? '') < (b.startDay ?? '') ? -1 : 1,
  );
  return {
    lines: changed.map(({ name, startDay, endDay, total }) => ({
      text: name,
      fromDay: startDay,
      untilDay: endDay,
      amount: { amount: total, currency },
    })),
    difference: { amount: changed.reduce((sum, { total }) => sum + total, 0), currency },
  };
}

const negative = (line: LineAhead): LineAhead => ({ ...line, total: -line.total });

/** What goes and what comes of one thing from one day on, as one line with the days between their ends. */
function together(lines: readonly LineAhead[]): LineAhead[] {
  const byStart = new Map<string, LineAhead[]>();
  for (const line of lines) {
    const key = `${line.startDay} ${line.name}`;
    byStart.set(key, [...(byStart.get(key) ?? []), line]);
  }
  return [...byStart.values()].flatMap((same) => {
    const [one, other] = same;
    if (same.length !== 2 || one === undefined || other === undefined || one.total * other.total > 0)
      return same;
    const total = one.total + other.total;
    const [from, until] = [one.endDay, other.endDay].toSorted();
    return total === 0 ? [] : [{ ...one, startDay: from ?? null, endDay: until ?? null, total }];
  });
}
