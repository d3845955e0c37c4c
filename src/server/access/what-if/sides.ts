import type { AskFacts, PlaceStretch } from '../../../domain/access/facts.ts';
import type { LevelsVersion } from '../../../domain/access/section.ts';
import { factsOfClass } from '../../../domain/access/what-if/customer-class.ts';
import type { Plan } from '../../../domain/contracts/plan.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { OverdueLimit, SettingChange } from '../../../domain/locations/setting.ts';
import { type Locations, loadLocations, locationOf } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { overdueFacts } from '../facts/overdue.ts';
import { placesOf } from '../facts/places.ts';
import { loadLevels } from '../load-facts.ts';
import type { LoadedClass } from './load-classes.ts';
import { beyond, limitAt } from './owing.ts';

/** Everything that decides besides customers: settings, levels and plans, as they are or as they would be. */
export interface Ruled {
  readonly locations: Locations;
  readonly levels: readonly (LevelsVersion & { readonly version?: number })[];
  readonly plans: ReadonlyMap<Id<'pla'>, Plan>;
}

export async function loadRuled(work: Work): Promise<Ruled> {
  const [locations, levels, plans] =
    await Promise.all([loadLocations(work), loadLevels(work), loadPlans(work)]);
  return { locations, levels, plans };
}

/** As if a location had published these levels. */
export const withLevels = (of: Ruled, made: LevelsVersion): Ruled =>
  ({ ...of, levels: [...of.levels, made] });

/** As if a version had been taken back; undefined: as it is. */
export const withoutVersion = (
  of: Ruled, gone: { locationId: Id<'loc'>; version: number | undefined },
): Ruled => gone.version === undefined ? of : {
  ...of,
  levels: of.levels.filter(({ locationId, version }) =>
    locationId !== gone.locationId || version !== gone.version),
};

/** As if settings had been changed. */
export const withSettings = (of: Ruled, changes: readonly SettingChange[]): Ruled =>
  ({ ...of, locations: { ...of.locations, changes: [...of.locations.changes, ...changes] } });

/** As if a plan had always had other terms. */
export const withPlan = (of: Ruled, plan: Plan): Ruled =>
  ({ ...of, plans: new Map(of.plans).set(plan.id, plan) });

/** What every question has besides its action. */
export type Situation = Omit<AskFacts, 'action'>;

export interface Side {
  /** Of a class, asked from a location. */
  readonly base: (of: LoadedClass, here: Id<'loc'>) => Situation;
  /** Of somebody who has not signed in. */
  readonly stranger: (here: Id<'loc'>) => Situation;
  readonly place: (here: Id<'loc'>) => PlaceStretch;
}

/** The facts of every class under some rules, each worked out once, in the portal. */
export function sideOf({ locations, levels, plans }: Ruled, at: Instant): Side {
  const known = new Map<Id<'loc'>, Map<LoadedClass, Situation>>();
  const planOf = (planId: Id<'pla'>): Plan => plans.get(planId) as Plan;
  const places = once((here: Id<'loc'>) => {
    const { zone, currency } = locationOf(locations, here);
    const overdueOf = (of: OverdueLimit) => overdueFacts([], of, { zone, currency });
    const usual = placesOf(locations, levels, { locationId: here, overdueOf })
      .filter(({ start, end }) => start <= at && (end === null || at < end));
    const owing = usual.map((place) =>
      ({ ...place, overdue: place.overdue === null ? null : beyond(place.overdue) }));
    return { usual, owing, limit: limitAt(locations, { locationId: here, at })?.key ?? '' };
  });
  const placesFor = ({ owes }: LoadedClass, here: Id<'loc'>): readonly PlaceStretch[] => {
    const { usual, owing, limit } = places(here);
    return owes.has(limit) ? owing : usual;
  };
  return {
    place: (here) => places(here).usual[0]!,
    stranger: (here) => ({ via: 'portal', locationId: here, customer: null, places: places(here).usual }),
    base: (of, here) => {
      const ofHere = known.get(here) ?? new Map<LoadedClass, Situation>();
      known.set(here, ofHere);
      const base: Situation = ofHere.get(of) ?? {
        via: 'portal', locationId: here, places: placesFor(of, here),
        customer: factsOfClass(of, { at, here, tree: locations.tree, planOf }),
      };
      ofHere.set(of, base);
      return base;
    },
  };
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
