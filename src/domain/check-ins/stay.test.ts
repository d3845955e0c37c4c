import { expect, test } from 'vitest';
import { instantOf, loc } from '../benefits/pass.examples.ts';
import { formatInstant } from '../kernel/instant.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Id } from '../kernel/id.ts';
import { beside, cutOffAfter } from './stay.ts';

const open = {
  id: 'chk_1' as Id<'chk'>,
  locationId: loc('quay'),
  startedAt: instantOf('2026-12-01T09:00:00+01:00'),
};

test.each([
  ['nobody is in', null, 'quay', '2026-12-01T09:00:00+01:00', 'none'],
  ['at the same second', open, 'quay', '2026-12-01T09:00:00+01:00', 'same'],
  ['a minute later', open, 'quay', '2026-12-01T09:01:00+01:00', 'same'],
  ['more than a minute later', open, 'quay', '2026-12-01T09:01:01+01:00', 'again'],
  ['reported late by a second device', open, 'quay', '2026-12-01T08:59:30+01:00', 'same'],
  ['elsewhere, at once', open, 'loft', '2026-12-01T09:00:10+01:00', 'elsewhere'],
  ['before the open stay began', open, 'loft', '2026-12-01T08:00:00+01:00', 'earlier'],
] as const)('CHK-2 %s', (_, stay, location, at, expected) => {
  expect(beside(stay, { locationId: loc(location), at: instantOf(at) })).toBe(expected);
});

test.each([
  ['midnight', 'Europe/Berlin', 0, '2026-12-01T09:00:00+01:00', '2026-12-01T23:00:00Z'],
  [
    'four in the morning, asked in the evening',
    'Europe/Berlin',
    240,
    '2026-12-01T22:00:00+01:00',
    '2026-12-02T03:00:00Z',
  ],
  [
    'four in the morning, asked at night',
    'Europe/Berlin',
    240,
    '2026-12-02T03:59:00+01:00',
    '2026-12-02T03:00:00Z',
  ],
  [
    'the instant itself belongs to the next day',
    'Europe/Berlin',
    240,
    '2026-12-02T04:00:00+01:00',
    '2026-12-03T03:00:00Z',
  ],
  ['a day of 23 hours', 'Europe/Berlin', 0, '2026-03-29T00:30:00+01:00', '2026-03-29T22:00:00Z'],
  ['a day of 25 hours', 'Europe/Berlin', 0, '2026-10-25T00:30:00+02:00', '2026-10-25T23:00:00Z'],
  [
    'a midnight that does not exist',
    'America/Santiago',
    0,
    '2026-09-05T12:00:00-04:00',
    '2026-09-06T04:00:00Z',
  ],
] as const)('PAS-1 the day of the location ends at %s', (_, zone, cutOff, at, expected) => {
  expect(formatInstant(cutOffAfter(instantOf(at), zone as Zone, cutOff))).toBe(expected);
});
