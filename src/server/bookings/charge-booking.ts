import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { dayAt, type Zone } from '../../domain/kernel/zone.ts';
import type { Quote } from '../../domain/resources/quote.ts';
import { phrasesFor } from '../../api/texts/phrase.ts';
import { formatsFor } from '../../api/texts/formats.ts';
import { type ChargeWish, raiseCharge } from '../billing/raise-charge.ts';
import { voidCharge } from '../billing/void-charge.ts';
import type { Work } from '../platform/work/shell.ts';
import { findReader } from './reader-store.ts';

export interface Chargeable {
  readonly id: Id<'bok'>;
  readonly customerId: Id<'cus'> | null;
  readonly locationId: Id<'loc'>;
  readonly during: Span;
  readonly quote: Quote | null;
  readonly resource: { readonly name: string };
  readonly zone: Zone;
  /** Read already in this request. */
  readonly known?: ChargeWish['known'] | undefined;
}

/**
 * What was promised becomes a charge: a contact's arises, and is invoiced, at once; a member's is ripe when
 * the booking starts (CHG-2, BKG-7). Nothing to pay makes no charge.
 */
export async function chargeForBooking(
  work: Work, { id, customerId, locationId, during, quote, resource, zone, known }: Chargeable,
): Promise<{ chargeId: string; invoiceId: string | null } | null> {
  if (customerId === null || quote === null || quote.price === 0) return null;
  const { language } = await findReader(work, customerId);
  const text = chargeText({ language, name: resource.name, during, zone });
  const last = (during.end - 1) as Instant;
  return raiseCharge(work, {
    customerId,
    locationId,
    source: { kind: 'booking', id },
    text,
    unitPrice: quote.price,
    taxRate: quote.taxRate,
    ripeAt: during.start,
    startDay: dayAt(during.start, zone),
    endDay: addDays(dayAt(last, zone), 1),
    ...(known && { known }),
  });
}

/** Takes the charge back: a waiting one is void, an invoiced one credited. */
export const unchargeBooking = (work: Work, id: Id<'bok'>, reason: string) =>
  voidCharge(work, { source: { kind: 'booking', id }, reason });

/** A fee for cancelling late is a charge of its own, due now. */
export async function chargeFee(
  work: Work, { id, customerId, locationId, during, resource, zone, fee, taxRate }:
  Omit<Chargeable, 'quote'> & { readonly fee: number; readonly taxRate: number },
): Promise<void> {
  if (customerId === null || fee === 0) return;
  const { language } = await findReader(work, customerId);
  const when = formatsFor(language).during(during.start, during.end, zone);
  const text = phrasesFor(language)('mail-bookings.feeLine', { resource: resource.name, when });
  await raiseCharge(work, {
    customerId, locationId, source: { kind: 'bookingFee', id }, text, unitPrice: fee, taxRate,
  });
}

function chargeText({
  language,
  name,
  during,
  zone,
}: {
  language: string;
  name: string;
  during: Span;
  zone: Zone;
}): string {
  const when = formatsFor(language).during(during.start, during.end, zone);
  return phrasesFor(language)('mail-bookings.line', { resource: name, when });
}
