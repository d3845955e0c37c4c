import { useMemo } from 'react';
import { addDays } from '../../../../domain/kernel/day.ts';
import { formatInstant } from '../../../../domain/kernel/instant.ts';
import { type AnswerTo } from '../../data/client.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { useNow, useZone } from '../../data/now.ts';
import { type DayHere, dayHere } from './day.ts';

export type BookingRow = AnswerTo<'listBookings'>['data'][number];
export type ContractRow = AnswerTo<'listContracts'>['data'][number];

const LIVE = 5_000;
const MOST = 200;

/** Today at the place of the address. */
export function useDay(): DayHere & { readonly now: number } {
  const [now, zone] = [useNow(), useZone()];
  return useMemo(() => ({ ...dayHere(now, zone), now }), [now, zone]);
}

/** At the place of the address, or everywhere: the part of a query that says where. */
export function useWhere() {
  const { location } = useHere();
  return location === undefined ? {} : { locationId: location.id };
}

/** What is booked today, live. */
export function useBookingsToday() {
  const { may } = useHere();
  const { start, end } = useDay();
  const query = { ...useWhere(), from: formatInstant(start), to: formatInstant(end), limit: MOST };
  return useAnswer('listBookings', { query }, { when: may('bookings.read'), everyMs: LIVE });
}

export function useResources() {
  const { may } = useHere();
  return useAnswer(
    'listResources',
    { query: { ...useWhere(), state: 'active', limit: MOST } },
    { when: may('resources.read') },
  );
}

export function useOpenInvoices(state: 'open' | 'overdue') {
  const { may } = useHere();
  return useAnswer(
    'listInvoices',
    { query: { ...useWhere(), state, limit: MOST } },
    { when: may('billing.read') },
  );
}

/** How far ahead an end is near. */
export const SOON_DAYS = 30;

/** Contracts in use that end soon. */
export function useEnding() {
  const { may } = useHere();
  const endsBy = addDays(useDay().day, SOON_DAYS);
  return useAnswer(
    'listContracts',
    { query: { ...useWhere(), status: 'active', endsBy, limit: MOST } },
    { when: may('contracts.read') },
  );
}

export function useFrozen() {
  const { may } = useHere();
  return useAnswer(
    'listContracts',
    { query: { ...useWhere(), status: 'frozen', limit: MOST } },
    { when: may('contracts.read') },
  );
}

/** True for a booking that takes its room: not one that was turned down or given back. */
export const isTaking = (booking: BookingRow): boolean =>
  !['cancelled', 'rejected', 'noShow'].includes(booking.state);
