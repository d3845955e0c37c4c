import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { isGenerated, isTest, sourcesOf } from './sources.ts';

const sources = sourcesOf(['src', 'test', 'tools', 'bench', 'bin'], ['.ts', '.tsx', '.js', '.css'])
  .filter(({ path }) => !isGenerated(path));

test('a file has 300 lines at most, and most are far shorter', () => {
  expect(
    sources.filter(({ lines }) => lines.length > 300).map(({ path, lines }) => `${path}: ${lines.length}`),
  ).toEqual([]);
  const sizes = sources.map(({ lines }) => lines.length).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(100);
});

test('a line has 110 characters at most', () => {
  const long = sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, i) => (line.length > 110 ? [`${path}:${i + 1}`] : [])));
  expect(long).toEqual([]);
});

test('a folder has 15 files at most, tests not counted', () => {
  // The api zone is one file a word; words are as many as the glossary has.
  const counted = sources.filter(
    ({ path }) => !isTest(path) && path.startsWith('src/') && !/^src\/api\/[^/]+$/.test(path),
  );
  const folders = Map.groupBy(counted, ({ path }) => dirname(path));
  const full = [...folders]
    .filter(([, files]) => files.length > 15)
    .map(([folder, files]) => `${folder}: ${files.length}`);
  expect(full).toEqual([]);
});
