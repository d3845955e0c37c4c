import { expect, test } from 'vitest';
import { fitOf, pathOfId, plainText } from './palette-search.ts';

test('accents and marks do not stand in the way', () => {
  expect(plainText('Mira Kovač')).toBe('mira kovac');
  expect(fitOf('kovac', 'Mira Kovač')).toBeGreaterThan(fitOf('kovac', 'Kamil Novák'));
  expect(fitOf('mi ko', 'Mira Kovač')).toBe(80);
  expect(fitOf('solheim', 'Ingrid Sølheim')).toBeGreaterThan(0);
});

test('what begins with the typed text comes before what has it inside', () => {
  expect(fitOf('inv', 'Invoices')).toBeGreaterThan(fitOf('inv', 'Reinvent'));
  expect(fitOf('xyz', 'Invoices')).toBe(0);
  expect(fitOf('', 'Invoices')).toBe(1);
});

test('a pasted id leads to its record', () => {
  expect(pathOfId(' cus_01jf2m3n4p5q6r7s8t9v0w1x2y ')).toBe('customers/cus_01jf2m3n4p5q6r7s8t9v0w1x2y');
  expect(pathOfId('nothing_like_it')).toBeUndefined();
});
