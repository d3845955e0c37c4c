import type { AnsweredBooking, AnsweredQuote } from '../../api/bookings.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { stateAt } from '../../domain/bookings/state.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { money } from '../../domain/kernel/money.ts';
import type { Quote } from '../../domain/resources/quote.ts';
import { freeToCancelUntil } from '../../domain/resources/resource.ts';
import type { Work } from '../platform/work/shell.ts';
import type { BookingRow } from './booking-store.ts';

/** A booking as the API shows it to whoever asks. */
export const shownTo = ({ caller, now }: Pick<Work, 'caller' | 'now'>, row: BookingRow): AnsweredBooking =>
  presentBooking(row, { now, toStaff: caller.may('bookings.read', row.locationId) });

/** Customers are not told who among staff did what, nor why rules were set aside. */
function presentBooking(
  row: BookingRow,
  { now, toStaff }: { now: Instant; toStaff: boolean },
): AnsweredBooking {
  const { quote, overridden } = row;
  return {
    id: row.id,
    resourceId: row.resourceId,
    resourceName: row.resourceName,
    locationId: row.locationId,
    customerId: row.customerId,
    customerName: row.customerName,
    startAt: text(row.startAt),
    endAt: text(row.endAt),
    state: stateAt(row, now),
    via: row.via,
    price: quote === null ? null : money(quote.total, quote.currency),
    quote: quote === null ? null : presentQuote(quote),
    override: overridden === null || !toStaff ? null : { ...overridden, layers: [...overridden.layers] },
    note: row.note,
    heldUntil: textOrNull(row.heldUntil),
    freeToCancelUntil: text(freeToCancelUntil(row, row.startAt)),
    units: [...row.units],
    chargeId: row.chargeId,
    invoiceId: row.invoiceId,
    createdAt: text(row.createdAt),
    createdBy: toStaff ? row.createdBy : null,
    endedAt: textOrNull(row.endedAt),
    endReason: row.endReason,
    version: row.version,
  };
}

export function presentQuote(quote: Quote): AnsweredQuote {
  const of = (amount: number) => money(amount, quote.currency);
  return {
    minutes: quote.minutes,
    steps: quote.steps.map((step) => ({
      ...step, amount: of(step.amount),
      ...('pricePerHour' in step && { pricePerHour: of(step.pricePerHour) }),
      ...('planIds' in step && { planIds: [...step.planIds] }),
    })) as AnsweredQuote['steps'],
    net: of(quote.net), tax: of(quote.tax), total: of(quote.total),
    taxRate: quote.taxRate, taxName: quote.taxName, pricesIncludeTax: quote.pricesIncludeTax,
  };
}
