import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { pathUp } from '../../domain/locations/location.ts';
import type { DatedHours, OpeningFacts } from '../../domain/resources/opening.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { closuresAt, type Locations, locationOf, settingAt } from '../locations/load-locations.ts';

/** When a location is open, as it was, is and will be. */
export function openingFactsOf(
  locations: Locations,
  locationId: Id<'loc'>,
): Omit<OpeningFacts, 'resourceHours'> {
  return {
    zone: locationOf(locations, locationId).zone,
    openingHours: hoursOf(locations, locationId),
    closures: closuresAt(locations, locationId),
  };
}

export const openingFactsFor = (
  locations: Locations,
  resource: Pick<Resource, 'locationId' | 'hours'>,
): OpeningFacts => ({ ...openingFactsOf(locations, resource.locationId), resourceHours: resource.hours });

/** Every instant at which the hours here or above were changed, with what then held here. */
function hoursOf(locations: Locations, locationId: Id<'loc'>): DatedHours[] {
  const path = new Set(pathUp(locations.tree, locationId).map(({ id }) => id));
  const changes = locations.changes.filter(
    (change) => change.name === 'openingHours' && path.has(change.locationId),
  );
  // Before anybody set hours, none held: what is asked about then is asked under what held then.
  const instants = [...new Set<Instant>(changes.map(({ inForceFrom }) => inForceFrom))].sort((a, b) => a - b);
  return [instant(0), ...instants].map((at) => ({
    inForceFrom: at,
    hours: settingAt(locations, { locationId, at }, 'openingHours'),
  }));
}
