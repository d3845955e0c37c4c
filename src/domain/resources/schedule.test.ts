import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { addMinutes, formatInstant, type Instant, instant, parseInstant } from '../kernel/instant.ts';
import { encloses, overlaps, type Span } from '../kernel/interval.ts';
import type { Zone } from '../kernel/zone.ts';
import type { WeekHours } from '../locations/setting.ts';
import { blockedBy } from './resource.ts';
import { freeUnits, obstacleIn, type Occupancy, type ScheduleFacts, scheduleOf } from './schedule.ts';
import { bookablePeriods, candidatesIn, freeSpans, nearest } from './starts.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);
const dayStart = at('2026-12-01T00:00:00+01:00');
const wholeDay: Span = { start: dayStart, end: addMinutes(dayStart, 1440) };
const hours = (fromMinute: number, untilMinute: number): WeekHours => {
  const periods = [{ fromMinute, untilMinute }];
  return { 1: periods, 2: periods, 3: periods, 4: periods, 5: periods, 6: periods, 7: periods };
};
const span = (from: string, until: string): Span =>
  ({ start: at(`2026-12-01T${from}:00+01:00`), end: at(`2026-12-01T${until}:00+01:00`) });
const atlas = { id: 'res_atlas' as Id<'res'>, units: 1, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
const booked = (of: Partial<ScheduleFacts['resource']>, during: Span, unit = 1, id = 'bok_1'): Occupancy => ({
  bookingId: id as Id<'bok'>,
  resourceId: of.id ?? atlas.id,
  unit,
  blocked: blockedBy({ ...atlas, ...of }, during),
});
const facts = (more: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  zone: 'Europe/Berlin' as Zone, openingHours: [{ inForceFrom: instant(0), hours: hours(480, 1080) }],
  resourceHours: null, closures: [], resource: atlas, occupancies: [], ...more,
});
const obstacle = (of: ScheduleFacts, during: Span): string | null =>
  obstacleIn(scheduleOf(of, wholeDay), during)?.code ?? null;
const clock = (of: Span): string =>
  `${formatInstant(of.start).slice(11, 16)}-${formatInstant(of.end).slice(11, 16)}`;

test('BKG-1 a booking keeps others out while it lasts, and no longer', () => {
  const taken = facts({ occupancies: [booked(atlas, span('10:00', '11:00'))] });
  expect(obstacle(taken, span('09:00', '10:00'))).toBeNull();
  expect(obstacle(taken, span('11:00', '12:00'))).toBeNull();
  expect(obstacle(taken, span('09:00', '10:15'))).toBe('occupied');
  expect(obstacle(taken, span('10:15', '10:30'))).toBe('occupied');
  expect(obstacle(taken, span('09:00', '12:00'))).toBe('occupied');
});

test('BKG-1 buffers keep others out too, before and after', () => {
  const resource = { ...atlas, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };
  const taken = facts({ resource, occupancies: [booked(resource, span('12:00', '13:00'))] });
  expect(obstacle(taken, span('13:30', '14:00'))).toBe('occupied');
  expect(obstacle(taken, span('13:45', '14:00'))).toBeNull();
  expect(obstacle(taken, span('11:00', '11:30'))).toBe('occupied');
  expect(obstacle(taken, span('11:00', '11:15'))).toBeNull();
});

test('BKA-1 buffers may lie outside opening hours, the booking may not', () => {
  const resource = { ...atlas, bufferBeforeMinutes: 60, bufferAfterMinutes: 60 };
  expect(obstacle(facts({ resource }), span('08:00', '18:00'))).toBeNull();
  expect(obstacle(facts({ resource }), span('07:45', '09:00'))).toBe('closed');
  expect(obstacle(facts({ resource }), span('17:00', '18:15'))).toBe('closed');
});

test('BKA-1 a closure is named as what is in the way', () => {
  const closures = [{ startDay: day('2026-12-01'), endDay: day('2026-12-02'), reason: 'Stocktaking' }];
  expect(obstacleIn(scheduleOf(facts({ closures }), wholeDay), span('10:00', '11:00')))
    .toEqual({ code: 'closure', closure: closures[0] });
});

test('BKG-1 a resource of three units is free until the third is taken', () => {
  const desks = { ...atlas, units: 3 };
  const taken = [1, 2, 3].map((unit) => booked(desks, span('09:00', '12:00'), unit, `bok_${unit}`));
  const free = (count: number) =>
    freeUnits(
      scheduleOf(facts({ resource: desks, occupancies: taken.slice(0, count) }), wholeDay),
      span('10:00', '11:00'),
    );
  expect([0, 1, 2, 3].map(free)).toEqual([3, 2, 1, 0]);
  expect(obstacle(facts({ resource: desks, occupancies: taken }), span('11:00', '12:30'))).toBe('occupied');
});

test('BKG-1 a booking of a linked resource blocks every unit', () => {
  const desks = { ...atlas, units: 2 };
  const linked = booked({ id: 'res_whole_floor' as Id<'res'> }, span('09:00', '10:00'));
  expect(obstacle(facts({ resource: desks, occupancies: [linked] }), span('09:30', '10:30'))).toBe(
    'occupied',
  );
});

test('BKG-4 a booking that is being moved is not in its own way', () => {
  const taken = facts({ occupancies: [booked(atlas, span('10:00', '11:00'))] });
  expect(obstacleIn(scheduleOf(taken, wholeDay, 'bok_1' as Id<'bok'>), span('10:30', '11:30'))).toBeNull();
});

test('BKA-2 starts are shown on the step, from opening until the last that fits', () => {
  const schedule = scheduleOf(
    facts({ openingHours: [{ inForceFrom: instant(0), hours: hours(510, 690) }] }),
    wholeDay,
  );
  expect(candidatesIn(schedule, wholeDay, { minutes: 60, stepMinutes: 30 })
    .filter((during) => obstacleIn(schedule, during) === null).map(clock))
    .toEqual(['07:30-08:30', '08:00-09:00', '08:30-09:30', '09:00-10:00', '09:30-10:30']);
});

test('BKA-2 periods are as long as one unit is free', () => {
  const desks = { ...atlas, units: 2 };
  const schedule = scheduleOf(facts({ resource: desks, occupancies: [
    booked(desks, span('08:00', '10:00'), 1, 'bok_1'), booked(desks, span('10:00', '18:00'), 2, 'bok_2'),
  ] }), wholeDay);
  const free = candidatesIn(schedule, wholeDay, { minutes: 60, stepMinutes: 60 })
    .filter((during) => obstacleIn(schedule, during) === null);
  expect(bookablePeriods(schedule, free).map(clock)).toEqual(['07:00-09:00', '09:00-17:00']);
});

test('BKG-1 alternatives are the free times nearest to the one that was lost', () => {
  const free = [
    span('08:00', '09:00'),
    span('11:00', '12:00'),
    span('12:00', '13:00'),
    span('17:00', '18:00'),
  ];
  expect(nearest(free, at('2026-12-01T10:00:00+01:00'), { count: 2, isFree: () => true }).map(clock)).toEqual(
    ['10:00-11:00', '07:00-08:00'].sort(),
  );
});

const quarter = fc.integer({ min: 0, max: 95 });
const anyBooking = fc.record({
  from: quarter,
  length: fc.integer({ min: 1, max: 16 }),
  unit: fc.integer({ min: 1, max: 3 }),
});
const anyPlace = fc.record({
  units: fc.integer({ min: 1, max: 3 }), bufferBeforeMinutes: fc.constantFrom(0, 15, 30),
  bufferAfterMinutes: fc.constantFrom(0, 10, 45), opens: fc.integer({ min: 0, max: 600 }),
});
const quarters = (from: number, length: number): Span =>
  ({ start: addMinutes(dayStart, from * 15), end: addMinutes(dayStart, (from + length) * 15) });

test('BKA-2 what is shown as free is what can be taken, whatever is booked', () => {
  fc.assert(
    fc.property(
      anyPlace,
      fc.array(anyBooking, { maxLength: 12 }),
      quarter,
      fc.integer({ min: 1, max: 20 }),
      (place, bookings, from, length) => {
        const resource = { ...atlas, ...place };
        const occupancies = bookings
          .filter(({ unit }) => unit <= place.units)
          .map((of, index) => booked(resource, quarters(of.from, of.length), of.unit, `bok_${index}`));
        const schedule = scheduleOf(
          facts({
            resource,
            occupancies,
            openingHours: [{ inForceFrom: instant(0), hours: hours(place.opens, 1440) }],
          }),
          { start: wholeDay.start, end: addMinutes(wholeDay.end, 480) },
        );
        const wished = quarters(from, length);
        const canBeTaken = obstacleIn(schedule, wished) === null;
        const isShown = schedule.taken.some((_, index) =>
          freeSpans(schedule, index).some((free) => encloses(free, wished)),
        );
        const blocked = blockedBy(resource, wished);
        const unitLeft = Array.from({ length: place.units }, (_, index) => index + 1).some(
          (unit) => !occupancies.some((of) => of.unit === unit && overlaps(of.blocked, blocked)),
        );
        expect(canBeTaken).toBe(isShown);
        expect(canBeTaken).toBe(unitLeft && schedule.open.some((open) => encloses(open, wished)));
      },
    ),
  );
});
