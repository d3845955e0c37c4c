import { sql } from 'kysely';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { pathUp } from '../../domain/locations/location.ts';
import { termsAt } from '../../domain/contracts/plan.ts';
import {
  type ImportFacts,
  type ImportPlace,
  type ImportPlan,
  type KnownCustomer,
  nameKey,
} from '../../domain/imports/row.ts';
import { loadLocations, type Locations } from '../locations/load-locations.ts';
import { loadPlans, type Plans } from '../plans/load-plans.ts';
import { at } from '../platform/database/sql.ts';
import type { Work } from '../platform/work/shell.ts';

/**
 * The network as an import looks at it: the places where the caller may import, their plans, known
 * addresses.
 */
export async function loadImportFacts(
  work: Work,
  emails: readonly string[],
  defaultLocationId: Id<'loc'> | null,
): Promise<ImportFacts> {
  const locations = await loadLocations(work);
  const plans = await loadPlans(work);
  const mine = locations.rows.filter(({ id }) => work.caller.may('imports.write', id));
  const places = new Map<string, ImportPlace>();
  for (const { id, name, slug } of mine) {
    const place = placeOf(work, locations, plans, id);
    if (!places.has(nameKey(name))) places.set(nameKey(name), place);
    if (!places.has(slug)) places.set(slug, place);
  }
  const byDefault = mine.find(({ id }) => id === defaultLocationId);
  return {
    now: work.now,
    places,
    defaultPlace: byDefault === undefined ? null : placeOf(work, locations, plans, byDefault.id),
    customers: await loadKnown(work, emails),
  };
}

/** IMP-1: a plan is looked for at the row's location, then above it. */
function placeOf(work: Work, { tree }: Locations, plans: Plans, id: Id<'loc'>): ImportPlace {
  const path = pathUp(tree, id);
  const [location] = path;
  if (location === undefined) throw new RangeError(`location ${id} was not loaded`);
  const found = new Map<string, ImportPlan>();
  for (const above of path) {
    for (const plan of plans.values()) {
      if (plan.locationId !== above.id || plan.archived || found.has(nameKey(plan.name))) continue;
      const terms = termsAt(plan, work.now);
      found.set(nameKey(plan.name), {
        id: plan.id,
        cycle: terms.cycle,
        billingDay: terms.billingDay,
        minimumTermCycles: terms.cancel.minimumTermCycles,
        hasPrice: terms.prices[location.currency] !== undefined,
      });
    }
  }
  return { id, zone: location.zone, currency: location.currency, plans: found };
}

interface KnownRow {
  readonly id: Id<'cus'>;
  readonly email: string;
  readonly homeLocationId: Id<'loc'>;
  readonly contracts: readonly {
    locationId: Id<'loc'>;
    planIds: readonly Id<'pla'>[];
    startDay: Day;
    goesOn: boolean;
    imported: boolean;
  }[];
}

async function loadKnown(
  { tx, now, caller }: Work,
  emails: readonly string[],
): Promise<Map<string, KnownCustomer>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<KnownRow>`
    select c.id, c.email, c.home_location_id, (
      select coalesce(jsonb_agg(jsonb_build_object('locationId', k.location_id, 'startDay', k.start_day,
        'goesOn', k.end_day is null or (k.end_day > k.start_day
          and k.end_day > (${at(now)} at time zone l.time_zone)::date),
        'imported', k.import_id is not null,
        'planIds', (select jsonb_agg(t.plan_id) from contract_terms t where t.contract_id = k.id))), '[]')
      from contracts k join locations l on l.id = k.location_id where k.customer_id = c.id) as contracts
    from customers c where c.email = any(${[...new Set(emails)]})`.execute(tx);
  return new Map(rows.map(({ email, homeLocationId, ...known }) =>
    [email, { ...known, isElsewhere: !caller.may('customers.suspend', homeLocationId) }]));
}
