import { expect, test } from 'vitest';
import { isTest, sourcesOf } from './sources.ts';

const number = /\b[A-Z]{2,4}-\d+\b/g;
const stated = new Set(sourcesOf(['docs/rules'], ['.md']).flatMap(({ text }) =>
  [...text.matchAll(/\*\*([A-Z]{2,4}-\d+)\*\*/g)].map(([, rule]) => rule)));
const named = new Set(
  sourcesOf(['src', 'test', 'tools'], ['.ts', '.tsx'])
    .filter(({ path }) => isTest(path))
    .flatMap(({ text }) =>
      [...text.matchAll(/'[^'\n]*'|`[^`]*`|"[^"\n]*"/g)].flatMap(([string]) => string.match(number) ?? []),
    ),
);

test('every rule in docs/rules is named by a test', () => {
  expect([...stated].filter((rule) => !named.has(rule as string))).toEqual([]);
});

test('every rule that a test names stands in docs/rules', () => {
  const foreign = /^(RFC|ISO|EN|UTF|SHA|UTC|ES|AES|TLS|HTTP|CVE|BER|CP|PDF)-/;
  expect([...named].filter((rule) => !stated.has(rule) && !foreign.test(rule))).toEqual([]);
});
