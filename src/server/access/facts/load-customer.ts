import type { CustomerFacts } from '../../../domain/access/facts.ts';
import type { PlanTerms } from '../../../domain/contracts/plan.ts';
import type { Plan } from '../../../domain/contracts/plan.ts';
import type { Suspension } from '../../../domain/customers/customer.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Interval, Span } from '../../../domain/kernel/interval.ts';
import { type Cover, coversOf, type CoveringContract } from '../../../domain/membership/cover.ts';
import type { Locations } from '../../locations/load-locations.ts';
import type { CustomerRow } from '../access-store.ts';
import { BEGINNING } from './places.ts';

export interface CoverWishes {
  readonly locations: Locations;
  /** The location that is asked about. */
  readonly here: Id<'loc'> | null;
  /** Works out plans' hours, where the action asks them. */
  readonly hoursOf?: (terms: PlanTerms) => readonly Span[] | null;
}

/** The facts of a customer from what was loaded: its own periods, its contracts, and their plans. */
export function customerFactsOf(
  row: CustomerRow, contracts: readonly CoveringContract[], plans: ReadonlyMap<Id<'pla'>, Plan>,
  wishes: CoverWishes,
): CustomerFacts {
  return {
    id: row.id,
    covers: allCovers(contracts, plans, wishes),
    suspensions: row.suspensions.map(({ id, cause, start, end }): Suspension =>
      ({ id, cause, during: { start: start as Instant, end: end as Instant | null } })),
    archivings: row.archivings as readonly Interval[],
    mayEnter: periodsAllowed(row.portalAccess),
  };
}

function allCovers(
  contracts: readonly CoveringContract[],
  plans: ReadonlyMap<Id<'pla'>, Plan>,
  { locations, here, hoursOf }: CoverWishes,
): Cover[] {
  const context = {
    here,
    tree: locations.tree,
    ...(hoursOf && { hoursOf }),
    planOf: (planId: Id<'pla'>): Plan => {
      const plan = plans.get(planId);
      if (plan === undefined) throw new RangeError(`plan ${planId} was not loaded`);
      return plan;
    },
  };
  return contracts
    .flatMap((contract) => coversOf(contract, context))
    .sort((a, b) => a.start - b.start);
}

/**
 * Yes and no from an instant on, as the periods of yes. What was said first holds for the time before too: a
 * contract may begin before its customer was entered, and is asked about then (MEM-2).
 */
function periodsAllowed(
  changes: readonly { readonly start: number; readonly allowed: boolean }[],
): Interval[] {
  const periods: { start: Instant; end: Instant | null }[] = [];
  for (const [index, { start: from, allowed }] of changes.entries()) {
    const start = index === 0 ? BEGINNING : from;
    const open = periods.at(-1);
    if (allowed && (open === undefined || open.end !== null))
      periods.push({ start: start as Instant, end: null });
    if (!allowed && open !== undefined && open.end === null) open.end = start as Instant;
  }
  return periods;
}
