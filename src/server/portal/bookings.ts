import type {
  Answer,
  Booking,
  BookingAsked,
  Quote,
  QuoteStep,
  TeamBooking,
} from '../../apps/portal/readers.ts';
import {
  type AnsweredBooking,
  type AnsweredQuote,
  createBooking,
  getBooking,
  listBookings,
  quoteBooking,
} from '../../api/bookings.ts';
import type { AnsweredDecision } from '../../api/decision.ts';
import { formatsFor } from '../../api/texts/formats.ts';
import { type Id, isId } from '../../domain/kernel/id.ts';
import { formatInstant, type Instant, parseInstant } from '../../domain/kernel/instant.ts';
import type { Currency, Money } from '../../domain/kernel/money.ts';
import { loadResource } from '../resources/load-resource.ts';
import { getCustomer } from '../../api/customers.ts';
import { Problem } from '../platform/http/problem.ts';
import { answered, orNull, type Visiting } from './visiting.ts';

/** What a booking would cost, with its working; refused with the decision, as confirming it would be. */
export const quoteFor = (visiting: Visiting, asked: BookingAsked): Promise<Answer<Quote>> =>
  answered(visiting, async () => {
    const { resourceId, customerId } = idsOf(visiting, asked);
    const resource = await visiting.shell.read(visiting.caller, (work) => loadResource(work, resourceId));
    const { quote, price, decision, freeToCancelUntil } = await visiting.ask(quoteBooking, {
      body: { resourceId, customerId, ...timesOf(asked), via: 'portal' },
    });
    const judged = decision as unknown as AnsweredDecision;
    if (!judged.allowed || quote === null) throw new Problem('notAllowed', { with: { decision: judged } });
    const free = parseInstant(freeToCancelUntil);
    return {
      resourceId,
      resourceName: resource.name,
      locationId: resource.locationId,
      start: asked.start,
      end: asked.end,
      steps: stepsOf(visiting, quote),
      toPay: moneyOf(price ?? quote.total),
      payAt: quote.total.amount === 0 ? 'nothing' : (await isMember(visiting)) ? 'nextInvoice' : 'desk',
      freeCancelUntil: free !== null && free > visiting.now ? free : null,
      minutesChoices: [30, 60, 90, 120, 180, 240].filter(
        (minutes) =>
          minutes >= resource.minutesMin
          && minutes <= (resource.minutesMax ?? minutes)
          && minutes % resource.stepMinutes === 0,
      ),
      needsApproval: resource.needsApproval,
    };
  });

export const bookFor = (
  visiting: Visiting,
  asked: BookingAsked,
): Promise<Answer<{ readonly bookingId: string }>> =>
  answered(visiting, async () => {
    const { id } = await visiting.ask(createBooking, {
      body: { ...idsOf(visiting, asked), ...timesOf(asked), via: 'portal' },
    });
    return { bookingId: id };
  });

export async function loadBookings({ customerId, ask, now }: Visiting): Promise<readonly Booking[]> {
  if (customerId === null) return [];
  const { data } = await ask(listBookings, { query: { customerId, sort: '-startAt', limit: 100 } });
  return data.map((booking) => bookingOf(booking, now));
}

/** What the people of a team have booked, to come, the soonest first. */
export async function loadBookingsOfTeam(
  { ask, now }: Visiting,
  teamId: Id<'tea'>,
): Promise<readonly TeamBooking[]> {
  const query = { teamId, from: formatInstant(now), sort: 'startAt', limit: 200 } as const;
  const { data } = await ask(listBookings, { query });
  return data
    .map((booking) => ({ ...bookingOf(booking, now), customerName: booking.customerName ?? '' }))
    .filter(({ state, start }) => start > now && ahead.has(state));
}

const ahead: ReadonlySet<string> = new Set(['requested', 'tentative', 'confirmed']);

/** Null for a booking that is somebody else's or none at all. */
export async function loadOwnBooking(
  { customerId, ask, now }: Visiting,
  bookingId: string,
): Promise<Booking | null> {
  if (!isId('bok', bookingId)) return null;
  const booking = await orNull(() => ask(getBooking, { params: { bookingId } }));
  return booking === null || booking.customerId !== customerId ? null : bookingOf(booking, now);
}

function bookingOf(booking: AnsweredBooking, now: Instant): Booking {
  const start = parseInstant(booking.startAt) ?? now;
  const open = ['requested', 'tentative', 'confirmed'].includes(booking.state) && start > now;
  return {
    id: booking.id,
    resourceId: booking.resourceId,
    resourceName: booking.resourceName,
    capacity: null,
    locationId: booking.locationId,
    start,
    end: parseInstant(booking.endAt) ?? start,
    state: booking.state,
    price: booking.price === null ? null : moneyOf(booking.price),
    mayChange: open,
    invoiceId: booking.invoiceId,
    freeCancelUntil: open ? parseInstant(booking.freeToCancelUntil) : null,
  };
}

function stepsOf({ phrase, language }: Visiting, quote: AnsweredQuote): QuoteStep[] {
  const format = formatsFor(language);
  const tax = phrase(quote.pricesIncludeTax ? 'portal-book.step.withTax' : 'portal-book.step.withoutTax', {
    tax: quote.taxName,
  });
  return quote.steps
    .filter((step) => step.kind !== 'tax' || step.included !== true)
    .map((step) => {
      const hourly = step.pricePerHour === undefined ? '' : format.money(moneyOf(step.pricePerHour));
      const values = {
        length: format.minutes(step.minutes ?? quote.minutes),
        price: hourly,
        tax,
        name: step.name ?? '',
        plan: step.planName ?? '',
        percent: step.kind === 'tax' ? (step.taxRate ?? 0) / 100 : (step.percent ?? 0),
        taxName: step.taxName ?? '',
      };
      return {
        label: phrase(`portal-book.step.${step.kind}`, values),
        basis: step.kind === 'tax' ? '' : phrase(`portal-book.step.${step.kind}Basis`, values),
        amount: moneyOf(step.amount),
      };
    });
}

async function isMember({ customerId, ask }: Visiting): Promise<boolean> {
  if (customerId === null) return false;
  return (await ask(getCustomer, { params: { customerId } })).standing === 'member';
}

function idsOf({ customerId }: Visiting, { resourceId }: BookingAsked) {
  if (!isId('res', resourceId) || customerId === null) throw new Problem('notFound');
  return { resourceId, customerId };
}

const timesOf = ({ start, end }: BookingAsked) => ({
  startAt: formatInstant(start),
  endAt: formatInstant(end),
});

export const moneyOf = ({ amount, currency }: { amount: number; currency: string }): Money => ({
  amount,
  currency: currency as Currency,
});
