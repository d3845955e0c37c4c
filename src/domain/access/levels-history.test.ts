import { expect, test } from 'vitest';
import { instant } from '../kernel/instant.ts';
import { changesOfVersion, type KeptVersion, stateOfVersion, versionAt } from './levels-history.ts';

const kept = (
  version: number, from: number, levels: KeptVersion['levels'], withdrawnAt: number | null = null,
): KeptVersion =>
  ({
    version, inForceFrom: instant(from), levels,
    withdrawnAt: withdrawnAt === null ? null : instant(withdrawnAt),
  });

const first = kept(1, 10, { home: 'members' });
const later = kept(2, 50, { home: 'members', faq: 'signedIn' });
const sooner = kept(3, 30, { home: null });
const taken = kept(4, 40, { perks: 'public' }, 35);
const all = [taken, sooner, later, first];

test('SEC-4 a version is in force until the next one that stands, whenever it was made', () => {
  const at = (when: number) => versionAt(all, instant(when))?.version;
  expect([9, 10, 29, 30, 45, 50].map(at)).toEqual([undefined, 1, 1, 3, 3, 2]);
  expect(versionAt([first, kept(5, 10, {})], instant(10))?.version).toBe(5);
});

test('SEC-4 a version is scheduled, in force, past or withdrawn', () => {
  const states = (when: number) => [first, later, sooner, taken]
    .map((of) => stateOfVersion(all, of, instant(when)));
  expect(states(29)).toEqual(['inForce', 'scheduled', 'scheduled', 'withdrawn']);
  expect(states(30)).toEqual(['past', 'scheduled', 'inForce', 'withdrawn']);
  expect(states(50)).toEqual(['past', 'inForce', 'past', 'withdrawn']);
});

test('SEC-4 what a version changes is told from what is in force just before it', () => {
  expect(changesOfVersion(all, first)).toEqual([{ section: 'home', from: null, to: 'members' }]);
  expect(changesOfVersion(all, later)).toEqual([
    { section: 'home', from: null, to: 'members' }, { section: 'faq', from: null, to: 'signedIn' },
  ]);
  expect(changesOfVersion(all, sooner)).toEqual([{ section: 'home', from: 'members', to: null }]);
  expect(changesOfVersion(all, taken)).toEqual([{ section: 'perks', from: null, to: 'public' }]);
});
