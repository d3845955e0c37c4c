import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u061c\u200e\u200f]/g, '');
const [en, de, ar, fr] = [formatsFor('en'), formatsFor('de'), formatsFor('ar'), formatsFor('fr')];
const euro = (amount: number) => ({ amount, currency: 'EUR' as never });

test('MNY-1 money is written from minor units with the digits of its currency', () => {
  expect(en.money(euro(124000))).toBe('€1,240.00');
  expect(en.money(euro(124000), 'round')).toBe('€1,240');
  expect(en.money(euro(124050), 'round')).toBe('€1,240.50');
  expect(en.money({ amount: 2500, currency: 'JPY' as never })).toBe('JP¥2,500');
  expect(en.money(euro(-300))).toBe('−€3.00');
  expect(plain(de.money(euro(124000)))).toBe('1.240,00 €');
  expect(plain(ar.money(euro(124000)))).toContain('1,240.00');
});

test('days read as people write them', () => {
  expect(en.day('2026-12-03')).toBe('3 Dec');
  expect(en.day('2026-12-03', 'weekday')).toBe('Thu 3 Dec');
  expect(en.day('2026-12-01', 'heading')).toBe('Tuesday 1 December');
  expect(en.day('2026-09-03', 'dated')).toBe('3 Sep 2026');
  expect(en.day('2026-09-03', 'month')).toBe('September 2026');
  expect(de.day('2026-12-03', 'weekday')).toBe('Do., 3. Dez.');
  expect(fr.day('2026-12-01', 'weekday')).toBe('mar. 1er déc.');
  expect(fr.day('2026-12-11', 'heading')).toBe('Vendredi 11 décembre');
  expect(en.weekday(1)).toBe('Monday');
  expect(en.weekday(7, 'short')).toBe('Sun');
});

test('instants are shown on the wall of the location', () => {
  const at = '2026-12-01T08:41:00Z';
  expect(en.time(at, 'Europe/Berlin')).toBe('09:41');
  expect(en.at(at, 'Europe/Berlin')).toBe('Tue 1 Dec, 09:41');
  expect(en.zoneName(at, 'Europe/Berlin')).toBe('CET');
  expect(en.during(at, '2026-12-01T10:00:00Z', 'Europe/Berlin')).toBe('Tue 1 Dec, 09:41–11:00');
  expect(en.during(at, '2026-12-02T10:00:00Z', 'Europe/Berlin')).toBe('Tue 1 Dec, 09:41 – Wed 2 Dec, 11:00');
});

test('a period that ends at midnight is of the day it began on', () => {
  expect(en.during('2026-12-01T21:00:00Z', '2026-12-01T23:00:00Z', 'Europe/Berlin'))
    .toBe('Tue 1 Dec, 22:00–00:00');
});

test('durations have no decimals', () => {
  expect([45, 60, 90, 125, 0, -30].map((minutes) => plain(en.minutes(minutes))))
    .toEqual(['45 min', '1 h', '1 h 30', '2 h 05', '0 min', '−30 min']);
});

test('Spanish groups thousands from five digits on and joins days with "de"', () => {
  const es = formatsFor('es');
  expect(plain(es.money(euro(124000)))).toBe('1240,00 €');
  expect(plain(es.money(euro(1240000)))).toBe('12.400,00 €');
  expect(es.day('2026-12-03', 'full')).toBe('jueves, 3 de diciembre de 2026');
  expect(es.at('2026-12-01T08:41:00Z', 'Europe/Berlin')).toBe('mar, 1 dic, 09:41');
  expect(es.list(['Atlas', 'Studio', 'Focus 1'])).toBe('Atlas, Studio y Focus 1');
});
