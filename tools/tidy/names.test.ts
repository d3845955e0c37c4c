import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { codeOnly, isGenerated, sourcesOf } from './sources.ts';
import { emptyWords, foreignWords } from './words.ts';

/** Roles of people that the glossary knows. */
const roles = new Set(['locationManager', 'teamManager']);

const sources = sourcesOf(['src'], ['.ts', '.tsx']).filter(({ path }) => !isGenerated(path));

test('no name says nothing', () => {
  const declared = /\b(?:class|interface|type|function|const|enum)\s+(\w+)/g;
  const found = sources.flatMap(({ path, text }) =>
    [...codeOnly(text).matchAll(declared)]
    .flatMap(([, name = '']) =>
      Object.entries(emptyWords)
        .filter(([word]) => new RegExp(`(^|[a-z])${word}$`).test(name) && !roles.has(name))
        .map(([word, instead]) => `${path}: ${name} has "${word}": ${instead}`),
    ),
  );
  expect(found).toEqual([]);
});

test('the words are those of the glossary', () => {
  const declared = /\b(?:class|interface|type|function|const)\s+(\w+)/g;
  const found = sources.flatMap(({ path, text }) => [...codeOnly(text).matchAll(declared)]
    .flatMap(([, name = '']) =>
    Object.entries(foreignWords).filter(([word]) => name === word)
      .map(([word, ours]) => `${path}: ${name} has "${word}": we say ${ours}`)));
  expect(found).toEqual([]);
});

test('files are named in kebab case', () => {
  const wrong = sources
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^[a-z0-9-]+(\.(test|generated|examples|properties\.test))?\.tsx?$/.test(basename(path))
        && !path.endsWith('.tsx'),
    );
  expect(wrong).toEqual([]);
});

test('the project speaks of itself alone', () => {
  const texts = sourcesOf(['.'], ['.ts', '.tsx', '.js', '.md', '.sql', '.css', '.json', '.yml']);
  const places = new RegExp(
    ['/work/(main|shared)', '\\.library', 'DEVELOPERS\\.md', 'shared/(spec|design|ux)'].join('|'),
  );
  expect(
    texts
      .filter(({ path, text }) => !path.startsWith('tools/tidy/') && places.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});
