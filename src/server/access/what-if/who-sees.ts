import type { z } from 'zod';
import type { whoSeesSchema } from '../../../api/impact.ts';
import { text } from '../../../api/schema.ts';
import { firstDenial } from '../../../domain/access/decide.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { relationOf, scopeReaches } from '../../../domain/locations/scope.ts';
import { publicationOf } from '../../../domain/resources/resource.ts';
import type { Location } from '../../../domain/locations/location.ts';
import { settingAt } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { resourceFor } from '../../resources/change-resource.ts';
import type { ResourceRow } from '../../resources/load-resource.ts';
import { countOf } from './impacts.ts';
import { type LoadedClass, loadClasses } from './load-classes.ts';
import { limitsIn } from './owing.ts';
import { aboutResource, from } from './questions.ts';
import { loadRuled, type Ruled, type Side, sideOf } from './sides.ts';

type Answer = z.input<typeof whoSeesSchema>;

/** VIS-5: everybody is asked whether they see it, at each location whose portal the caller may look into. */
export async function whoSees(work: Work, resourceId: Id<'res'>, at: Instant): Promise<Answer> {
  const resource = await resourceFor(work, resourceId, 'resources.read');
  const ruled = await loadRuled(work);
  const { locations } = ruled;
  const limits = limitsIn([locations], at);
  const classes = await loadClasses(work, { at, homes: null, alone: [], limits });
  const asked = { resource, ruled, classes, side: sideOf(ruled, at), at };
  return {
    at: text(at),
    publication: publicationOf(resource, at),
    people: countOf(classes),
    locations: locations.rows
      .filter(({ id }) => work.caller.may('resources.read', id))
      .map((location) => seenAt(asked, location)),
  };
}

interface Asked {
  readonly resource: ResourceRow;
  readonly ruled: Ruled;
  readonly classes: readonly LoadedClass[];
  readonly side: Side;
  readonly at: Instant;
}

function seenAt(
  { resource, ruled: { locations }, classes, side, at }: Asked, { id, name }: Location,
): Answer['locations'][number] {
  const [see] = aboutResource({ before: resource, after: resource }, from(id), { at, locations });
  const { layers, before } = see!;
  const reasons = new Map<string, Answer['locations'][number]['reasons'][number]>();
  let seenBy = 0;
  for (const of of classes) {
    const { code, layer } = firstDenial(layers, before(side.base(of, id)), at);
    if (code === null) seenBy += of.count;
    else reasons.set(code, { code, layer: layer!, count: (reasons.get(code)?.count ?? 0) + of.count });
  }
  const relation = relationOf(locations.tree, id, resource.locationId);
  const scope = settingAt(locations, { locationId: id, at }, 'resourcesScope');
  return {
    location: { id, name }, relation, scope, inScope: scopeReaches(scope, relation),
    level: side.place(id).levels.bookings.level,
    stranger: firstDenial(layers, before(side.stranger(id)), at).code === null,
    seenBy,
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
  };
}
