import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { readCursor } from './page.ts';

const cursorOf = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

test.each<[string, unknown]>([
  ['a text for an instant', ['x', 0, 'id']],
  ['an instant that no calendar has', [1e308, 0, 'id']],
  ['a fraction for an integer', [1, 1.5, 'id']],
  ['an integer that the database cannot hold', [1, 2 ** 31, 'id']],
  ['too few parts', [1, 0]],
  ['no list', 'x'],
])('API-1 a cursor that was written by somebody else is refused: %s', (_what, key) => {
  expect(() => readCursor(cursorOf(key), 3, 'number', 'integer')).toThrow(Problem);
});

test('API-1 a cursor of ours is read as it was written', () => {
  const key = ['2026-12-01T09:00:00Z', 3, 'inv_1'];
  expect(readCursor(cursorOf(key), 3, 'time', 'integer')).toEqual(key);
  expect(() => readCursor(cursorOf(['yesterday', 3, 'inv_1']), 3, 'time', 'integer')).toThrow(Problem);
});
