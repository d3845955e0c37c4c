import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isPermission } from '../../src/domain/staff/permission.ts';
import { problems } from '../../src/api/problem.ts';
import { deadlines, routes } from '../../src/server/words.ts';
import { clientTexts, endpointsFound } from '../client/write.ts';
import { sourcesOf } from './sources.ts';

test('every endpoint names a permission that exists, or says that it needs none', () => {
  const wrong = routes.filter(
    ({ endpoint: { permission } }) =>
      !['public', 'signedIn'].includes(permission) && !isPermission(permission),
  );
  expect(wrong.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)).toEqual([]);
});

test('every endpoint is served, once', async () => {
  const served = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`);
  expect(served.filter((route, i) => served.indexOf(route) !== i)).toEqual([]);
  const missing = (await endpointsFound()).filter(({ module, method, path }) =>
    module !== 'clock.ts' && !served.includes(`${method} ${path}`));
  expect(missing.map(({ module, name }) => `${module} ${name}`)).toEqual([]);
});

test('the client\'s table is current: node tools/client/write.ts', async () => {
  for (const [path, text] of Object.entries(clientTexts(await endpointsFound()))) {
    expect(await readFile(path, 'utf8')).toBe(text);
  }
});

test('every problem code has its sentence, in every language', () => {
  const catalogues = sourcesOf(['src/api/texts'], ['problems.json']);
  expect(catalogues.length).toBeGreaterThanOrEqual(3);
  for (const { path, text } of catalogues) {
    const texts = JSON.parse(text) as Record<string, { title: string; detail: string }>;
    expect([
      path,
      Object.keys(problems).filter((code) => !texts[code]?.title || !texts[code]?.detail),
    ]).toEqual([path, []]);
  }
});

test('every deadline that a word sets has somebody who handles it', () => {
  const set = sourcesOf(['src/server'], ['.ts']).flatMap(({ text }) =>
    [...text.matchAll(/\.dueAt\(\s*'([^']+)'/g)].map(([, kind]) => kind ?? ''),
  );
  expect([...new Set(set)].filter((kind) => !(kind in deadlines))).toEqual([]);
});
