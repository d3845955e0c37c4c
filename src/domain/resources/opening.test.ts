import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { formatInstant, type Instant, instant, parseInstant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import type { Zone } from '../kernel/zone.ts';
import type { DayHours, WeekHours } from '../locations/setting.ts';
import { openDays, type OpeningFacts, openSpans } from './opening.ts';

const berlin = 'Europe/Berlin' as Zone;
const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);
const daily = (...periods: [from: number, until: number][]): WeekHours => {
  const hours: DayHours[] = periods.map(([from, until]) => ({
    fromMinute: from * 60,
    untilMinute: until * 60,
  }));
  return { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours };
};
const facts = (more: Partial<OpeningFacts> = {}): OpeningFacts => ({
  zone: berlin, openingHours: [{ inForceFrom: instant(0), hours: daily([8, 18]) }], resourceHours: null,
  closures: [], ...more,
});
const on = (from: string, until: string): Span => ({
  start: at(`${from}T00:00:00+01:00`),
  end: at(`${until}T00:00:00+01:00`),
});
const texts = (spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => `${formatInstant(start)}/${formatInstant(end)}`);

test('BKA-1 a resource can be booked while both its location and it are open', () => {
  const open = openSpans(facts({ resourceHours: daily([7, 12], [13, 20]) }), on('2026-12-01', '2026-12-02'));
  expect(texts(open)).toEqual([
    '2026-12-01T07:00:00Z/2026-12-01T11:00:00Z', '2026-12-01T12:00:00Z/2026-12-01T17:00:00Z',
  ]);
});

test('BKA-1 a closure closes its whole days, its end day is open again', () => {
  const closures = [{ startDay: day('2026-12-24'), endDay: day('2026-12-27'), reason: 'Christmas' }];
  const days = openDays(facts({ closures }), on('2026-12-23', '2026-12-28'));
  expect(days.map(({ day: of, open, closure }) => [of, open.length, closure?.reason ?? null])).toEqual([
    ['2026-12-23', 1, null], ['2026-12-24', 0, 'Christmas'], ['2026-12-25', 0, 'Christmas'],
    ['2026-12-26', 0, 'Christmas'], ['2026-12-27', 1, null],
  ]);
});

test('BKG-6 hours are wall-clock hours: 9:00 stays 9:00 over a clock change', () => {
  const open = openSpans(facts({ openingHours: [{ inForceFrom: instant(0), hours: daily([9, 10]) }] }),
    { start: at('2026-10-24T00:00:00+02:00'), end: at('2026-10-26T00:00:00+01:00') });
  expect(texts(open)).toEqual([
    '2026-10-24T07:00:00Z/2026-10-24T08:00:00Z', '2026-10-25T08:00:00Z/2026-10-25T09:00:00Z',
  ]);
});

test.each([
  ['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23],
  ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25],
  ['2026-12-01T00:00:00+01:00', '2026-12-02T00:00:00+01:00', 24],
])('BKG-6 a day that is always open has its real length: from %s until %s %d hours', (start, end, hours) => {
  const open = openSpans(facts({ openingHours: [] }), { start: at(start), end: at(end) });
  expect(open).toEqual([{ start: at(start), end: at(end) }]);
  expect(((open[0]?.end ?? 0) - (open[0]?.start ?? 0)) / 3_600_000).toBe(hours);
});

test('BKG-6 hours that reach into a skipped hour begin with the first minute that exists', () => {
  const open = openSpans(facts({ openingHours: [{ inForceFrom: instant(0), hours: daily([2, 4]) }] }),
    { start: at('2026-03-29T00:00:00+01:00'), end: at('2026-03-30T00:00:00+02:00') });
  expect(texts(open)).toEqual(['2026-03-29T01:00:00Z/2026-03-29T02:00:00Z']);
});

test('BKA-1 hours past midnight belong to the evening they begin on, and can be booked through', () => {
  const friday: WeekHours = { ...daily(), 5: [{ fromMinute: 20 * 60, untilMinute: 26 * 60 }] };
  const open = openSpans(
    facts({ openingHours: [{ inForceFrom: instant(0), hours: friday }] }),
    on('2026-12-04', '2026-12-06'),
  );
  expect(texts(open)).toEqual(['2026-12-04T19:00:00Z/2026-12-05T01:00:00Z']);
});

test('LOC-2 hours that change at an instant hold from it on, and for starts the whole of that day', () => {
  const openingHours = [
    { inForceFrom: instant(0), hours: daily([8, 18]) },
    { inForceFrom: at('2026-12-02T09:41:00+01:00'), hours: daily([10, 14]) },
  ];
  const open = openSpans(facts({ openingHours }), on('2026-12-01', '2026-12-04'));
  expect(texts(open)).toEqual([
    '2026-12-01T07:00:00Z/2026-12-01T17:00:00Z', '2026-12-02T07:00:00Z/2026-12-02T08:41:00Z',
    '2026-12-02T09:00:00Z/2026-12-02T13:00:00Z', '2026-12-03T09:00:00Z/2026-12-03T13:00:00Z',
  ]);
  const days = openDays(facts({ openingHours }), on('2026-12-02', '2026-12-03'));
  expect(texts(days.flatMap((of) => of.open))).toEqual(['2026-12-02T09:00:00Z/2026-12-02T13:00:00Z']);
});
