import { expect, test } from 'vitest';
import { permissions } from '../../domain/staff/permission.ts';
import { catalogueOf, languages } from './phrase.ts';

type Named = Record<string, Record<string, { readonly name: string; readonly text: string }>>;

test.each(languages)('PER-3 every permission has a name and one sentence in words: %s', (language) => {
  const { words, names } = catalogueOf(language).permissions as unknown as
    { readonly words: Record<string, string>; readonly names: Named };
  const named = Object.entries(names).flatMap(([word, verbs]) =>
    Object.keys(verbs).map((verb) => `${word}.${verb}`),
  );
  expect(named.toSorted()).toEqual([...permissions].toSorted());
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(names).toSorted());
  const said = permissions.map((one) => one.split('.') as [string, string])
    .map(([word, verb]) => names[word]?.[verb] ?? { name: '', text: '' });
  expect(new Set(said.map(({ name }) => name)).size, 'no two alike').toBe(permissions.length);
  const odd = said.filter(
    ({ name, text }) =>
      name.length < 3
      || name.length > 50
      || /[.؟?!]$/.test(name)
      || !/[^.]\.$/.test(text)
      || text.length > 120,
  );
  expect(odd).toEqual([]);
});
