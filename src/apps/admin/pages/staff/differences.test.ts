import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('SAF-3 an entry is shown field by field, without what stayed the same', () => {
  const before = { name: 'Ana', settings: { taxRate: 0, languages: ['en'] } };
  const after = { name: 'Ana', settings: { taxRate: 1900, languages: ['en', 'de'] }, note: null };
  expect(differencesOf(before, after)).toEqual([
    { field: 'settings.taxRate', before: '0', after: '1900' },
    { field: 'settings.languages', before: 'en', after: 'en, de' },
  ]);
});

test('SAF-3 an entry with one side only shows that side', () => {
  expect(differencesOf(null, { role: 'owner' })).toEqual([{ field: 'role', before: '', after: 'owner' }]);
  expect(differencesOf('a', null)).toEqual([{ field: 'value', before: 'a', after: '' }]);
  expect(differencesOf(null, null)).toEqual([]);
});
