import { expect, test } from 'vitest';
import { importsOf, isGenerated, isTest, sourcesOf } from './sources.ts';

const sources = sourcesOf(['src', 'bin', 'test', 'tools', 'bench'], ['.ts', '.tsx', '.js', '.html']);
const entries =
  /(main|entry|start|routes|island|wake|words|write)\.tsx?$|\.d\.ts$|^(bin|tools|bench|test)\/|\.config\.ts$/;

test('every file of src is imported by another', () => {
  const imported = new Set(
    [...sources, ...sourcesOf(['vite.config.ts'], ['.ts'])].flatMap(importsOf).map(({ to }) => to),
  );
  const globbed = /import\.meta\.glob/;
  const lazily = sources.filter(({ text }) => globbed.test(text)).length > 0;
  const dead = sources
    .map(({ path }) => path)
    .filter(
      (path) =>
        path.startsWith('src/')
        && /\.tsx?$/.test(path)
        && !isTest(path)
        && !isGenerated(path)
        && !imported.has(path)
        && !entries.test(path)
        && !(lazily && /\/islands\//.test(path)),
    );
  expect(dead).toEqual([]);
});

test('every export of src is used somewhere else', () => {
  const all = sources.map(({ path, text }) => ({ path, words: new Set(text.match(/[A-Za-z_$][\w$]*/g)) }));
  const exported = sources
    .filter(
      ({ path }) => path.startsWith('src/') && !isTest(path) && !isGenerated(path) && !entries.test(path),
    )
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function|const|class)\s+(\w+)/gm)].map(([, name = '']) => ({
        path,
        name,
      })),
    );
  const apiValues = /^src\/api\/[a-z-]+\.ts$/;
  const unused = exported.filter(({ path, name }) => !apiValues.test(path)
    && !all.some((other) => other.path !== path && other.words.has(name)));
  expect(unused.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});
