import { expect, test } from 'vitest';
import { directionOf, visualRuns, wrapped } from './visual-text.ts';

test.each([
  ['Office Lite, 14 of 30 days', 'ltr', ['Office Lite, 14 of 30 days']],
  ['سلمى (Nova) 12', 'rtl', ['12', ' (', 'Nova', ') سلمى'].map((run) => run)],
])('INV-4 a line is drawn in the order of the eye: %s', (text, base, expected) => {
  const runs = visualRuns(text, base as 'ltr' | 'rtl');
  expect(runs.join('|').replaceAll(/\s/g, '')).toHaveLength(expected.join('|').replaceAll(/\s/g, '').length);
  expect(runs[0]?.trim()).toBe(expected[0]?.trim());
});

test('INV-4 brackets around foreign words open towards them, numbers keep their order', () => {
  expect(visualRuns('قاعة (Atlas) 10', 'rtl').join('')).toMatch(/^10 \(Atlas/);
});

test('INV-4 Arabic numbers keep their order, though the font writes them like letters', () => {
  expect(visualRuns('شارع ١٢', 'rtl')[0]).toBe('٢١');
  expect(visualRuns('شارع 12', 'rtl')[0]).toBe('12');
  expect(visualRuns('Gate ٤٥ B', 'ltr').map((run) => run.trim())).toEqual(['Gate', '٥٤', 'B']);
});

test('INV-4 a name reads in its own direction', () => {
  expect(directionOf('10317 Berlin', 'rtl')).toBe('ltr');
  expect(directionOf('12 شارع', 'ltr')).toBe('rtl');
  expect(directionOf('12', 'rtl')).toBe('rtl');
});

test('INV-4 long texts are broken at spaces, and words that are too long anywhere', () => {
  const measure = (part: string) => part.length;
  expect(wrapped('one two three', 7, measure)).toEqual(['one two', 'three']);
  expect(wrapped('abcdefghij', 4, measure)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrapped('a\nb', 9, measure)).toEqual(['a', 'b']);
});
