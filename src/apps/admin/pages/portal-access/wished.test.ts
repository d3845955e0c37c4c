import { expect, test } from 'vitest';
import { changesOf, complete, countSet } from './wished.ts';

test('SEC-4 what is not set is inherited, and only what differs is a change', () => {
  const published = complete({ bookings: 'signedIn', plans: 'public' });
  expect(countSet(published)).toBe(2);
  expect(changesOf(published, { ...published, bookings: 'members', plans: null })).toEqual([
    'bookings',
    'plans',
  ]);
  expect(changesOf(published, complete({ plans: 'public', bookings: 'signedIn' }))).toEqual([]);
});
