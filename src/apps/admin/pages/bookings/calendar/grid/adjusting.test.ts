import { expect, test } from 'vitest';
import { adjusted, isElsewhere } from './adjusting.ts';

const booking = {
  resourceId: 'res_a', startAt: '2026-12-01T10:00:00Z', endAt: '2026-12-01T11:00:00Z',
} as never;
const shown = ({ start, end }: { start: number; end: number }) =>
  [start, end].map((one) => new Date(one).toISOString().slice(11, 16));

test.each([
  ['move', 1, '10:30', '11:30'],
  ['move', -4, '08:00', '09:00'],
  ['end', 2, '10:00', '12:00'],
  ['end', -9, '10:00', '10:15'],
  ['start', -1, '09:30', '11:00'],
  ['start', 9, '10:45', '11:00'],
] as const)('CAL-1 %s by %i half hours', (edge, by, from, until) => {
  expect(shown(adjusted({ booking, edge, by }))).toEqual([from, until]);
});

test('CAL-1 put back where it was it asks for nothing', () => {
  const still = { booking, row: 0, edge: 'move', by: 0 } as const;
  expect(isElsewhere(still, 'res_a')).toBe(false);
  expect(isElsewhere(still, 'res_b')).toBe(true);
  expect(isElsewhere({ ...still, by: 1 }, 'res_a')).toBe(true);
});
