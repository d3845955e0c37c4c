import type { Id } from '../../domain/kernel/id.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import type { PlanTerms, PlanValidity } from '../../domain/contracts/plan.ts';
import { type Locations, networkOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { PlanRecord } from './load-plans.ts';

/** A plan is found where it was made and from there downwards (CON-1). */
export const isFoundAt = ({ tree }: Locations, plan: { locationId: Id<'loc'> }, at: Id<'loc'>): boolean =>
  isAtOrBelow(tree, at, plan.locationId);

/** Staff see a plan when they may read plans anywhere it can be taken. */
export const maySeePlan = (locations: Locations, caller: Caller, plan: PlanRecord): boolean =>
  caller.may('plans.read', plan.locationId) ||
  locations.rows.some(({ id }) => isFoundAt(locations, plan, id) && caller.may('plans.read', id));

/** The currencies of all locations at which a plan made here can be taken. */
const currenciesBelow = (locations: Locations, locationId: Id<'loc'>): ReadonlySet<Currency> =>
  new Set(
    locations.rows
      .filter(({ id }) => isAtOrBelow(locations.tree, id, locationId))
      .map(({ currency }) => currency),
  );

/**
 * CON-8: prices are in currencies of the locations below; one in no such currency could never be asked
 * for.
 */
export function mustFitCurrencies(locations: Locations, locationId: Id<'loc'>, terms: PlanTerms): void {
  const known = currenciesBelow(locations, locationId);
  for (const [field, amounts] of [
    ['price', terms.prices],
    ['signUpFee', terms.signUpFees],
  ] as const) {
    const foreign = Object.keys(amounts).find((currency) => !known.has(currency as Currency));
    if (foreign !== undefined) {
      throw fieldProblem(
        field,
        'currencyNotHere',
        `No location here uses ${foreign}. Choose ${[...known].join(', ')}.`,
      );
    }
  }
}

/** SAF-2: nobody makes a plan valid at a location where they may not make one (MEM-7). */
export function mustReach(
  caller: Caller,
  locations: Locations,
  { was, is }: { was: PlanValidity | null; is: PlanValidity },
): void {
  if (is.where === 'network' && was?.where !== 'network') {
    caller.mustMay('plans.write', networkOf(locations)?.id ?? null);
  }
  if (is.where !== 'chosen') return;
  const before = was?.where === 'chosen' ? was.locationIds : [];
  for (const id of is.locationIds) if (!before.includes(id)) caller.mustMay('plans.write', id);
}

export function mustKnowLocation({ tree }: Locations, locationId: Id<'loc'>): void {
  if (!tree.has(locationId)) throw fieldProblem('locationId', 'unknown', 'There is no such location.');
}

/** Throws 404 when there is no such plan, or none that the caller may see. */
export function planOf(locations: Locations, caller: Caller, plan: PlanRecord | undefined): PlanRecord {
  if (plan === undefined || !maySeePlan(locations, caller, plan)) throw new Problem('notFound');
  return plan;
}
