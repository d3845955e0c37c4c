import { expect, test } from 'vitest';
import { type Import, importsOf, isTest, sourcesOf } from './sources.ts';
import { domainOrder, serverOrder } from './words.ts';

const imports = sourcesOf(['src'], ['.ts', '.tsx']).filter(({ path }) => !isTest(path)).flatMap(importsOf);
const within = (zone: string) => imports.filter(({ from }) => from.startsWith(`src/${zone}/`));
const say = (found: readonly Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);
/** Where the product is put together from its words: it may give the apps their readers. */
const isComposition = (from: string) => from === 'src/server/words.ts';
const isOurs = (to: string) => to.startsWith('src/');

test('the kernel imports only the date-time library', () => {
  const allowed = (to: string) =>
    to.startsWith('src/domain/kernel/') || ['temporal-polyfill', 'rrule-temporal'].includes(to);
  expect(say(within('domain/kernel').filter(({ to }) => !allowed(to)))).toEqual([]);
});

test('a word of the domain imports the kernel and the words before it', () => {
  const wrong = within('domain').filter(({ from, to }) => {
    const [mine, theirs] = [wordOf(from), wordOf(to)];
    if (mine === 'kernel') return false;
    if (!to.startsWith('src/domain/')) return true;
    return (
      domainOrder.indexOf(theirs as never) > domainOrder.indexOf(mine as never)
      || !domainOrder.includes(theirs as never)
    );
  });
  expect(say(wrong)).toEqual([]);
});

test('every folder of the domain and the server is a word of the list', () => {
  const words = (zone: string) => [...new Set(within(zone).map(({ from }) => wordOf(from)))];
  expect(words('domain').filter((word) => !domainOrder.includes(word as never))).toEqual([]);
  const files = (word: string) => word.endsWith('.ts');
  expect(words('server').filter((word) => !files(word) && !serverOrder.includes(word as never))).toEqual([]);
});

test('the api imports types of the domain and the schema library, never server, apps or kit', () => {
  const wrong = within('api').filter(
    ({ to }) => isOurs(to) && !to.startsWith('src/api/') && !to.startsWith('src/domain/'),
  );
  expect(say(wrong)).toEqual([]);
});

test('the platform knows no word', () => {
  const known = ['src/server/platform/', 'src/domain/kernel/', 'src/api/', 'src/domain/staff/permission.ts',
    'src/domain/access/decision.ts'];
  const wrong = within('server/platform').filter(
    ({ to }) => isOurs(to) && !known.some((place) => to.startsWith(place)),
  );
  expect(say(wrong)).toEqual([]);
});

test('a word of the server imports no app, no kit, and no other word\'s store', () => {
  const wrong = within('server').filter(({ from, to }) =>
    ((to.startsWith('src/apps/') || to.startsWith('src/kit/')) && !isComposition(from))
    || (to.endsWith('-store.ts') && to.startsWith('src/server/') && wordOf(from) !== wordOf(to)));
  expect(say(wrong.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
});

test('a word of the server calls the verbs of words before it', () => {
  const wrong = within('server').filter(({ from, to }) => {
    if (!to.startsWith('src/server/') || wordOf(from).endsWith('.ts')) return false;
    return serverOrder.indexOf(wordOf(to) as never) > serverOrder.indexOf(wordOf(from) as never);
  });
  expect(say(wrong.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
});

test('the kit imports types of domain and api, their texts and formats, never server or apps', () => {
  expect(
    say(within('kit').filter(({ to }) => to.startsWith('src/server/') || to.startsWith('src/apps/'))),
  ).toEqual([]);
});

test('an app imports kit, api and domain, never the server or another app', () => {
  const wrong = within('apps').filter(({ from, to }) =>
    to.startsWith('src/server/') || (to.startsWith('src/apps/') && appOf(from) !== appOf(to)));
  expect(say(wrong)).toEqual([]);
});

test('no browser code carries the schema library', () => {
  const wrong = within('apps').filter(
    ({ to, typeOnly }) => !typeOnly && (to === 'zod' || /^src\/api\/[a-z-]+\.ts$/.test(to)),
  );
  const allowed = ['src/api/problem.ts', 'src/api/signals.ts', 'src/api/decision-text.ts'];
  expect(say(wrong.filter(({ to }) => !allowed.includes(to)))).toEqual([]);
});

function wordOf(path: string): string {
  return path.split('/')[2] ?? '';
}

function appOf(path: string): string {
  return path.split('/')[2] ?? '';
}
