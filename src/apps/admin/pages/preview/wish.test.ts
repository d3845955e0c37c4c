import { expect, test } from 'vitest';
import { widthIn, wishIn } from './wish.ts';

const address = (search: string) => (name: string) => new URLSearchParams(search).get(name) ?? undefined;

test.each([
  ['', { as: 'contact', at: undefined, levels: 'published' }, { as: 'member' }],
  ['as=member', { as: 'member' }, { as: 'contact' }],
  ['as=nobody&as2=nobody', { as: 'contact' }, { as: 'member' }],
  ['as=visitor&levels=draft&at=soon', { as: 'visitor', levels: 'draft', at: undefined }, { as: 'member' }],
  ['as2=customer&at2=2026-12-03T00:00Z', { at: undefined }, { as: 'customer', at: '2026-12-03T00:00Z' }],
  ['as=contact&as2=none', { as: 'contact' }, null],
])('PER-4 the address %s says who is looked at beside whom', (search, first, second) => {
  expect(wishIn(address(search), 'first')).toMatchObject(first);
  const beside = wishIn(address(search), 'second');
  if (second === null) expect(beside).toBeNull();
  else expect(beside).toMatchObject(second);
});

test('PER-4 pages are looked at as on a phone or as on a desk', () => {
  expect([widthIn(address('')), widthIn(address('width=1280')), widthIn(address('width=9'))])
    .toEqual([360, 1280, 360]);
});
