import { expect, test } from 'vitest';
import { parseInstant, type Instant } from '../kernel/instant.ts';
import { publicationOf, type ResourceState } from './resource.ts';

const now = parseInstant('2026-12-01T09:00:00Z') as Instant;
const at = (text: string | null) => (text === null ? null : parseInstant(text));

test.each<[state: ResourceState, visible: boolean, publishAt: string | null, is: string]>([
  ['active', true, null, 'published'],
  ['active', true, '2026-11-30T00:00:00Z', 'published'],
  ['active', true, '2026-12-01T09:00:00Z', 'published'],
  ['active', true, '2026-12-01T09:00:00.001Z', 'scheduled'],
  ['paused', true, null, 'published'],
  ['active', false, null, 'draft'],
  ['active', false, '2026-12-02T00:00:00Z', 'draft'],
  ['archived', true, null, 'archived'],
  ['archived', false, '2026-12-02T00:00:00Z', 'archived'],
])('VIS-3 %s, visible %s, publish at %s: %s', (state, visible, publishAt, is) => {
  expect(publicationOf({ state, visible, publishAt: at(publishAt) }, now)).toBe(is);
});
