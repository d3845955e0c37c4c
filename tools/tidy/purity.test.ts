import { expect, test } from 'vitest';
import { codeOnly, isTest, sourcesOf } from './sources.ts';

const code = sourcesOf(['src'], ['.ts', '.tsx']).filter(({ path }) => !isTest(path))
  .map(({ path, text }) => ({ path, text: codeOnly(text) }));

test('the domain has no clock, no chance, no process, nothing to wait for', () => {
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|async |await |setTimeout|crypto\.)/;
  expect(
    code
      .filter(({ path, text }) => path.startsWith('src/domain/') && impure.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('the domain throws only for the impossible', () => {
  const throwing = /throw new (?!RangeError|TypeError)/;
  expect(
    code
      .filter(({ path, text }) => path.startsWith('src/domain/') && throwing.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('the present is asked for in platform/clock alone', () => {
  const asks = /\b(Date\.now\(\)|new Date\(\)|\bnow\(\) at time)/;
  const found = code.filter(
    ({ path, text }) =>
      path.startsWith('src/server/') && !path.includes('platform/clock/') && asks.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('no rule is switched off by a comment, nothing is left open', () => {
  const raw = sourcesOf(['src', 'test', 'tools', 'bench', 'bin'], ['.ts', '.tsx', '.js', '.css', '.sql']);
  const open =
    new RegExp([
    '@ts-(ignore|nocheck|expect-error)',
    '(oxlint|eslint|biome)-(disable|ignore)',
    '\\b(TODO|FIXME|XXX|HACK)\\b',
    '\\.(only|skip)\\(',
  ].join('|'));
  const found = raw.filter(({ path, text }) => !path.startsWith('tools/tidy/') && open.test(text));
  expect(found.map(({ path, text }) => `${path}: ${open.exec(text)?.[0]}`)).toEqual([]);
});
