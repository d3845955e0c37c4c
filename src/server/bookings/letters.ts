import { formatsFor } from '../../api/texts/formats.ts';
import { phrasesFor } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Zone } from '../../domain/kernel/zone.ts';
import { freeToCancelUntil } from '../../domain/resources/resource.ts';
import type { Quote } from '../../domain/resources/quote.ts';
import { money } from '../../domain/kernel/money.ts';
import { composeLetter, isolated } from '../platform/mail/compose.ts';
import type { Work } from '../platform/work/shell.ts';
import type { BookingRow } from './booking-store.ts';
import { findReader } from './reader-store.ts';

export type LetterKind = 'booked' | 'requested' | 'approved' | 'rejected' | 'moved' | 'cancelled';

type Told = Pick<
  BookingRow,
  | 'id'
  | 'customerId'
  | 'locationId'
  | 'resourceName'
  | 'startAt'
  | 'endAt'
  | 'quote'
  | 'cancelFreeMinutes'
  | 'lateCancelPercent'
>;

/**
 * Tells the customer what became of a booking, in its own language; time blocked by staff concerns nobody.
 */
export async function writeLetter(
  work: Work,
  booking: Told,
  { kind, zone, fee = null }: { kind: LetterKind; zone: Zone; fee?: number | null },
): Promise<void> {
  if (booking.customerId === null) return;
  const { email, language } = await findReader(work, booking.customerId);
  const phrase = phrasesFor(language);
  const format = formatsFor(language);
  const said = {
    resource: isolated(booking.resourceName),
    place: isolated(await placeName(work, booking.locationId)),
    when: format.during(booking.startAt, booking.endAt, zone),
  };
  const stands = kind === 'booked' || kind === 'approved' || kind === 'moved';
  work.mail(
    composeLetter({
      to: email,
      language,
      from: await placeName(work, booking.locationId),
      aboutId: booking.id,
      subject: phrase(`mail-bookings.${kind}.subject`, said),
      heading: phrase(`mail-bookings.${kind}.heading`, said),
      paragraphs: [
        phrase(`mail-bookings.${kind}.text`, said),
        ...(stands && booking.quote !== null ? priceLines(booking.quote, language) : []),
        ...(stands ? cancelLines(booking, work.now, { language, zone }) : []),
        ...(fee === null || booking.quote === null
          ? []
          : [phrase('mail-bookings.fee', { amount: format.money(money(fee, booking.quote.currency)) })]),
      ],
      because: phrase('mail-bookings.because', said),
    }),
  );
}

function priceLines(quote: Quote, language: string): string[] {
  if (quote.total === 0) return [];
  const amount = formatsFor(language).money(money(quote.total, quote.currency));
  return [
    phrasesFor(language)('mail-bookings.price', {
      amount,
      tax: quote.taxName,
      taxed: quote.taxRate > 0 ? 'yes' : 'no',
    }),
  ];
}

function cancelLines(
  booking: Told,
  now: Instant,
  { language, zone }: { language: string; zone: Zone },
): string[] {
  const until = freeToCancelUntil(booking, booking.startAt);
  if (until <= now) return [];
  return [phrasesFor(language)('mail-bookings.freeUntil', { at: formatsFor(language).at(until, zone) })];
}

const names = new WeakMap<Work, Map<string, Promise<string>>>();

/** What another unit of work of the same request has read already. */
export function keepPlace(work: Work, locationId: Id<'loc'>, name: string): void {
  names.set(
    work,
    (names.get(work) ?? new Map<string, Promise<string>>()).set(locationId, Promise.resolve(name)),
  );
}

/** Read once in each unit of work. */
function placeName(work: Work, locationId: Id<'loc'>): Promise<string> {
  const known = names.get(work) ?? new Map<string, Promise<string>>();
  names.set(work, known);
  const name =
    known.get(locationId)
    ?? work.tx
      .selectFrom('locations')
      .select('name')
      .where('id', '=', locationId)
      .executeTakeFirstOrThrow()
      .then((row) => row.name);
  known.set(locationId, name);
  return name;
}
