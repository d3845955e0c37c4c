import { useMemo } from 'react';
import { addDays, type Day, parseDay } from '../../../../../domain/kernel/day.ts';
import { formatInstant, type Instant } from '../../../../../domain/kernel/instant.ts';
import { startOfDay, wallTime, type Zone } from '../../../../../domain/kernel/zone.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useAnswer, useWhole } from '../../../data/answers.ts';
import { useAddressValue, useAddressValues, useFilters } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { useToday, useZone } from '../../../data/today.ts';
import { type GridDay, gridDay, periodOf } from './grid/grid-model.ts';

export type BookingRow = AnswerTo<'listBookings'>['data'][number];
export type ResourceRow = AnswerTo<'listResources'>['data'][number];
export type AvailabilityRow = AnswerTo<'listAvailability'>['data'][number];

const LIVE = 5_000;

/** The day of the address, or today. */
export function useCalendarDay() {
  const [text, setDay] = useAddressValue('date');
  const [, setAll] = useAddressValues();
  const [today, zone] = [useToday(), useZone()];
  const day = parseDay(text ?? '') ?? today;
  return {
    day, today, zone, start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone),
    go: (to: Day) => setDay(to === today ? undefined : to),
    step: (days: number) => setDay(addDays(day, days)),
    showDay: (to: Day) => setAll({ date: to === today ? undefined : to, view: undefined }),
  };
}

export interface Line {
  readonly resource: ResourceRow;
  readonly bookings: readonly BookingRow[];
  readonly availability: AvailabilityRow | undefined;
}

/**
 * Everything on the calendar: resources with their bookings, live, and what is free for whom it is painted
 * for.
 */
export function useCalendar(personId: string | undefined) {
  const { location } = useHere();
  const { day, start, end, zone } = useCalendarDay();
  const filters = useFilters();
  const locationId = location?.id;
  const when = { when: locationId !== undefined };
  const period = { from: formatInstant(start), to: formatInstant(end) };
  const where = { locationId: locationId as NonNullable<typeof locationId> };
  const resources = useWhole('listResources', { query: where }, when);
  const bookings = useWhole('listBookings', { query: { ...where, ...period } }, { ...when, everyMs: LIVE });
  const free = useAnswer(
    'listAvailability',
    {
      query: {
        ...where,
        ...period,
        explain: 'true',
        ...(personId && { customerId: personId, via: 'portal' as const }),
      },
    },
    { ...when, everyMs: 30_000 },
  );
  const lines = useMemo(
    () =>
      linesOf(resources.data ?? [], bookings.data ?? [], free.data?.data ?? [], {
        typeId: filters.of('type'),
        capacity: Number(filters.of('capacity') ?? 0),
      }),
    [resources.data, bookings.data, free.data, filters],
  );
  const grid = useMemo(() => gridOf(lines, { day, start, end, zone }), [lines, day, start, end, zone]);
  return {
    resources,
    bookings,
    free,
    lines,
    grid,
    refetch: () => Promise.all([bookings.refetch(), free.refetch()]),
  };
}

function linesOf(
  resources: readonly ResourceRow[], bookings: readonly BookingRow[], free: readonly AvailabilityRow[],
  { typeId, capacity }: { typeId: string | undefined; capacity: number },
): Line[] {
  return resources
    .filter(
      (resource) => (typeId === undefined || resource.typeId === typeId) && resource.capacity >= capacity,
    )
    .map((resource) => ({
      resource,
      bookings: bookings.filter((one) => one.resourceId === resource.id && isTaking(one)),
      availability: free.find(({ resourceId }) => resourceId === resource.id),
    }));
}

function gridOf(
  lines: readonly Line[], { day, start, end, zone }: { day: Day; start: Instant; end: Instant; zone: Zone },
): GridDay {
  const used = lines.flatMap(({ bookings, availability }) => [
    ...bookings.map((one) => ({ start: Date.parse(one.startAt), end: Date.parse(one.endAt) })),
    ...(availability?.open ?? []).map(periodOf).filter((open) => open.end - open.start < end - start),
  ]);
  return gridDay({ start, end, eight: wallTime(day, 480, zone), six: wallTime(day, 1080, zone) }, used);
}

/** Bookings that take their time: not those that were turned down or given back. */
export const isTaking = ({ state }: Pick<BookingRow, 'state'>): boolean =>
  state !== 'cancelled' && state !== 'rejected';
