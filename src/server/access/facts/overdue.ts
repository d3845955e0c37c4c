import type { Debt, OverdueFacts } from '../../../domain/access/facts.ts';
import { addDays } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { startOfDay, type Zone } from '../../../domain/kernel/zone.ts';
import type { OverdueLimit } from '../../../domain/locations/setting.ts';
import type { InvoiceDebtRow } from '../access-store.ts';

/**
 * What counts against a location's limit (ACC-7): an invoice is overdue from the day after its due day, and
 * beyond a limit of N days from N days later. A payment made in parts makes the debt smaller step by step.
 */
export function overdueFacts(
  rows: readonly InvoiceDebtRow[], limit: OverdueLimit, { zone, currency }: { zone: Zone; currency: string },
): OverdueFacts {
  return {
    limitAmount: limit.amount, limitDays: limit.days, currency,
    blocksBooking: limit.blocksBooking, blocksBuying: limit.blocksBuying, blocksCheckIn: limit.blocksCheckIn,
    debts: rows.flatMap((row) => stepsOf(row, startOfDay(addDays(row.dueDay, limit.days + 1), zone))),
  };
}

function stepsOf({ invoiceId, total, settled }: InvoiceDebtRow, from: Instant): Debt[] {
  const debts: Debt[] = [];
  let amount = total;
  let start = from;
  for (const { at, amount: paid } of settled) {
    if (at > start && amount > 0) debts.push({ invoiceId, amount, start, end: at as Instant });
    if (at > start) start = at as Instant;
    amount -= paid;
  }
  if (amount > 0) debts.push({ invoiceId, amount, start, end: null });
  return debts;
}
