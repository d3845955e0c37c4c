import { type Instant, instant } from '../kernel/instant.ts';
import type { Relation } from '../locations/scope.ts';
import type { Resource } from '../resources/resource.ts';
import type { ItemRecord } from './facts.ts';

/** Before everything that happens. */
const ever: Instant = instant(-8_640_000_000_000_000);

/** A resource as something to be seen: published while it is shown and not put away (VIS-3). */
export const itemOf = (resource: Resource, relation: Relation): ItemRecord => ({
  id: resource.id,
  name: resource.name,
  audience: resource.audience,
  relation,
  published: resource.visible && resource.state !== 'archived'
    ? [{ start: resource.publishAt ?? ever, end: null }]
    : [],
  scopeOf: 'resourcesScope',
  givenBy: { resourceId: resource.id, typeId: resource.typeId },
  resourceId: resource.id,
});
