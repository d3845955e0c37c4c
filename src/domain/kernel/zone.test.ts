import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, type Day, day, parseDay } from './day.ts';
import { formatInstant, instant, parseInstant } from './instant.ts';
import { dayAt, minuteOfDayAt, parseZone, startOfDay, wallTime, type Zone } from './zone.ts';

const berlin = 'Europe/Berlin' as Zone;
const hoursOf = (of: string) =>
  (startOfDay(addDays(day(of), 1), berlin) - startOfDay(day(of), berlin)) / 3_600_000;

test('BKG-6 a day has 23 hours when clocks go forward and 25 when they go back', () => {
  expect([hoursOf('2026-03-29'), hoursOf('2026-10-25'), hoursOf('2026-12-01')]).toEqual([23, 25, 24]);
});

test('BKG-6 nine o\'clock stays nine o\'clock across a clock change', () => {
  const nine = (of: string) => formatInstant(wallTime(day(of), 540, berlin));
  expect([nine('2026-10-24'), nine('2026-10-25')]).toEqual(['2026-10-24T07:00:00Z', '2026-10-25T08:00:00Z']);
});

test('BKG-6 a time that the clock skips is moved forward; of a repeated one the first is meant', () => {
  expect(formatInstant(wallTime(day('2026-03-29'), 150, berlin))).toBe('2026-03-29T01:30:00Z');
  expect(formatInstant(wallTime(day('2026-10-25'), 150, berlin))).toBe('2026-10-25T00:30:00Z');
  expect(formatInstant(wallTime(day('2026-12-01'), 1440, berlin))).toBe('2026-12-01T23:00:00Z');
});

test('PAS-1 before the cut-off hour it is still the day before', () => {
  const at = parseInstant('2026-12-02T03:59:00+01:00');
  if (at === null) throw new Error('an instant');
  expect([dayAt(at, berlin, 240), dayAt(at, berlin), minuteOfDayAt(at, berlin)]).toEqual([
    '2026-12-01',
    '2026-12-02',
    239,
  ]);
});

test('CON-2 each instant lies in the day that begins at or before it', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Cairo',
  );
  fc.assert(fc.property(zones, fc.integer({ min: 0, max: 4_000_000_000 }), (zone, seconds) => {
    const at = instant(seconds * 1000);
    const of = dayAt(at, zone as Zone);
    expect(startOfDay(of, zone as Zone) <= at && at < startOfDay(addDays(of, 1), zone as Zone)).toBe(true);
  }));
});

test('BKG-6 days begin and clocks show the hour as a calendar says, also near clock changes', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Auckland', 'Australia/Lord_Howe',
    'Africa/Cairo', 'Pacific/Apia', 'Africa/Casablanca', 'America/St_Johns', 'UTC',
  );
  const days = fc.integer({ min: 0, max: 50_000 }).map((count) => addDays(day('1950-01-01'), count));
  fc.assert(fc.property(zones, days, fc.integer({ min: 0, max: 1440 }), (zone, of, minute) => {
    const date = Temporal.PlainDate.from(of);
    expect(startOfDay(of, zone as Zone)).toBe(date.toZonedDateTime(zone).epochMilliseconds);
    const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });
    const shown = date.add({ days: minute === 1440 ? 1 : 0 }).toZonedDateTime({ timeZone: zone, plainTime });
    expect(wallTime(of, minute, zone as Zone)).toBe(shown.epochMilliseconds);
  }), { numRuns: 500 });
});

test('API-1 a time without an offset, or on a day that does not exist, names no instant', () => {
  for (const text of [
    '2026-12-01T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-12-01',
    '2026-12-01T25:00:00Z',
    'now',
    '',
  ]) {
    expect(parseInstant(text)).toBeNull();
  }
  expect(formatInstant(parseInstant('2026-12-01T09:00:00.250+01:00') ?? instant(0))).toBe(
    '2026-12-01T08:00:00.250Z',
  );
  expect([parseZone('Europe/Berlin'), parseZone('Mars/Base'), parseZone('')]).toEqual([
    'Europe/Berlin',
    null,
    null,
  ]);
  expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01');
});

test('BKG-6 a day or an instant in a year that nobody counts in is refused', () => {
  const days = ['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'];
  expect(days.map(parseDay)).toEqual([null, null, null, null]);
  expect(days.map((of) => parseInstant(`${of}T12:00:00Z`))).toEqual([null, null, null, null]);
  expect([parseDay('1900-01-01'), parseDay('2199-12-31')]).toEqual(['1900-01-01', '2199-12-31']);
});
