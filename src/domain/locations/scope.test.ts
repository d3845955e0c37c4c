import { expect, test } from 'vitest';
import type { Currency } from '../kernel/money.ts';
import type { Id } from '../kernel/id.ts';
import type { Zone } from '../kernel/zone.ts';
import { treeOf } from './location.ts';
import { locationsInScope } from './scope.ts';
import type { Scope } from './setting.ts';

const id = (name: string) => `loc_${name}` as Id<'loc'>;
const at = (name: string, above: string | null) => ({
  id: id(name), parentId: above === null ? null : id(above), name, slug: name,
  zone: 'Europe/Berlin' as Zone, currency: 'EUR' as Currency,
});
/** network > germany > (berlin > quay, hamburg); network > lisbon. */
const tree = treeOf([
  at('network', null), at('germany', 'network'), at('berlin', 'germany'), at('quay', 'berlin'),
  at('hamburg', 'germany'), at('lisbon', 'network'),
]);

test.each<[here: string, scope: Scope, shown: string]>([
  ['berlin', 'current', 'berlin'],
  ['berlin', 'children', 'berlin quay'],
  ['berlin', 'parents', 'berlin network germany'],
  ['berlin', 'network', 'berlin network germany quay hamburg lisbon'],
  ['germany', 'children', 'germany berlin quay hamburg'],
  ['quay', 'children', 'quay'],
  ['quay', 'parents', 'quay network germany berlin'],
  ['network', 'parents', 'network'],
  ['network', 'children', 'network germany berlin quay hamburg lisbon'],
])('VIS-1 the portal of %s, scope %s, shows things of %s', (here, scope, shown) => {
  expect(locationsInScope(tree, id(here), scope)).toEqual(shown.split(' ').map(id));
});
