import { expect, test } from 'vitest';
import { linePart } from './line-part.ts';

test.each([
  ['a cycle', 'contract', null, 12_000, 'contracts'],
  ['the fee of a freeze', 'freezeFee', null, 3000, 'contracts'],
  ['a booking', 'charge', 'booking', 1200, 'bookings'],
  ['a charge by hand', 'charge', 'manual', 2000, 'others'],
  ['a cycle taken back', 'correction', null, -12_000, 'credits'],
  ['a booking taken back', 'charge', 'booking', -1, 'credits'],
])('RUN-1 %s stands in its column of the review', (_, kind, source, amount, part) => {
  expect(linePart({ kind, source: source === null ? null : { kind: source }, net: { amount } })).toBe(part);
});
