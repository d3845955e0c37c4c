import type { ItemFacts } from '../../domain/access/facts.ts';
import { decideItem, itemOf } from '../../domain/access/simple-decisions.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { locationsInScope, relationOf, scopeReaches } from '../../domain/locations/scope.ts';
import type { Scope } from '../../domain/locations/setting.ts';
import { loadLocations, type Locations, settingAt } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import type { ResourceRow } from '../resources/load-resource.ts';
import { loadAskFacts, type Loaded } from '../access/load-facts.ts';

/** VIS-1: the locations whose resources the portal of a location shows at an instant, itself first. */
export const locationsShown = (locations: Locations, locationId: Id<'loc'>, at: Instant) =>
  locationsInScope(locations.tree, locationId, scopeAt(locations, locationId, at));

const scopeAt = (locations: Locations, locationId: Id<'loc'>, at: Instant): Scope =>
  settingAt(locations, { locationId, at }, 'resourcesScope');

/**
 * VIS-4: which resources a customer may know of, seen from a location; where none is named, from any at
 * which they are shown. What a frozen contract gives stays in sight: it can be seen, and says why it cannot
 * be booked.
 */
export async function seenBy(
  work: Work, resources: readonly ResourceRow[], { customerId, from }: SeenBy,
): Promise<readonly ResourceRow[]> {
  const locations = await loadLocations(work);
  const loaded = new Map<Id<'loc'>, Promise<Loaded<'viewItem'>>>();
  const factsAt = (locationId: Id<'loc'>) => {
    const facts = loaded.get(locationId) ?? loadAskFacts(work,
      { action: 'viewItem', via: 'portal', customerId, locationId, locations });
    loaded.set(locationId, facts);
    return facts;
  };
  const seen = await Promise.all(resources.map(async (resource) => {
    for (const here of from === null ? lookouts(locations, resource.locationId, work.now) : [from]) {
      if (maySee(work, await factsAt(here), resource)) return resource;
    }
    return null;
  }));
  return seen.filter((resource) => resource !== null);
}

export interface SeenBy {
  readonly customerId: Id<'cus'> | null;
  /** The location whose portal is looked at; null: any. */
  readonly from: Id<'loc'> | null;
}

/** The locations that show things of this one: itself first. */
const lookouts = (locations: Locations, of: Id<'loc'>, at: Instant): readonly Id<'loc'>[] => [
  of, ...locations.rows.map(({ id }) => id).filter((id) => id !== of
    && scopeReaches(scopeAt(locations, id, at), relationOf(locations.tree, id, of))),
];

function maySee({ now }: Work, { facts, locations }: Loaded<'viewItem'>, resource: ResourceRow): boolean {
  const relation = relationOf(locations.tree, facts.locationId, resource.locationId);
  const asked: ItemFacts = {
    ...facts, section: 'bookings', item: itemOf(resource, relation), planNames: new Map(),
  };
  const { layers } = decideItem(asked, { at: now, withChange: false });
  return layers.every(({ layer, outcome }) => outcome !== 'deny' || layer === 'freeze');
}
