import { useMemo } from 'react';
import { addDays } from '../../../../domain/kernel/day.ts';
import { formatInstant } from '../../../../domain/kernel/instant.ts';
import { type AnswerTo } from '../../data/client.ts';
import { useAnswer, useWhole } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { useNow } from '../../data/now.ts';
import { useZone } from '../../data/today.ts';
import { type DayHere, dayHere } from './day.ts';

export type BookingRow = AnswerTo<'listBookings'>['data'][number];
export type ContractRow = AnswerTo<'listContracts'>['data'][number];

const LIVE = 5_000;

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
  const query = { ...useWhere(), from: formatInstant(start), to: formatInstant(end) };
  return useWhole('listBookings', { query }, { when: may('bookings.read'), everyMs: LIVE });
}

export function useResources() {
  const { may } = useHere();
  return useWhole(
    'listResources',
    { query: { ...useWhere(), state: 'active' } },
    { when: may('resources.read') },
  );
}

/** The invoices that are overdue, so many of them as are shown. */
export function useOverdue(limit: number) {
  const { may } = useHere();
  const query = { ...useWhere(), state: 'overdue' as const, limit };
  return useAnswer('listInvoices', { query }, { when: may('billing.read') });
}

/** The numbers of now, counted by the server. */
export function useCounts() {
  const query = { ...useWhere(), withinDays: SOON_DAYS };
  return useAnswer('getNow', { query }, { everyMs: LIVE }).data;
}

/** How far ahead an end is near. */
export const SOON_DAYS = 30;

/** Contracts in use that end soon. */
export function useEnding() {
  const { may } = useHere();
  const endsBy = addDays(useDay().day, SOON_DAYS);
  return useWhole(
    'listContracts',
    { query: { ...useWhere(), status: 'active', endsBy } },
    { when: may('contracts.read') },
  );
}

export function useFrozen() {
  const { may } = useHere();
  return useWhole(
    'listContracts',
    { query: { ...useWhere(), status: 'frozen' } },
    { when: may('contracts.read') },
  );
}

/** True for a booking that takes its room: not one that was turned down or given back. */
export const isTaking = (booking: BookingRow): boolean =>
  !['cancelled', 'rejected', 'noShow'].includes(booking.state);
