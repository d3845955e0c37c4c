import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/plans.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { PlanRecord } from './load-plans.ts';
import { loadPlans } from './load-plans.ts';
import { mustFitCurrencies, mustKnowLocation, mustReach } from './plan-places.ts';
import { appendVersion, insertPlan } from './plan-store.ts';
import { termsFrom } from './sent-terms.ts';

/** Makes a plan, with its first version in force from now on. */
export async function createPlan(work: Work, wished: BodyOf<typeof api.createPlan>): Promise<PlanRecord> {
  const locations = await loadLocations(work);
  mustKnowLocation(locations, wished.locationId);
  work.caller.mustMay('plans.write', wished.locationId);
  const terms = termsFrom(wished, null);
  mustFitCurrencies(locations, wished.locationId, terms);
  mustReach(work.caller, locations, { was: null, is: terms.validAt });

  const id = work.newId('pla');
  await insertPlan(work.tx, { id, locationId: wished.locationId, name: wished.name }, work.now).catch(
    sayNameTaken,
  );
  await appendVersion(work.tx, id, { version: 1, inForceFrom: work.now, terms, madeBy: work.caller.actorId });

  work.audit({
    action: 'plan.created',
    aboutId: id,
    locationId: wished.locationId,
    after: { name: wished.name, terms },
  });
  work.tell({
    kind: 'plan.created',
    aboutId: id,
    facts: { name: wished.name, locationId: wished.locationId },
  });
  return (await loadPlans(work, [id])).get(id) as PlanRecord;
}

export function sayNameTaken(error: unknown): never {
  if (refusedBy(error) !== 'plans_one_name') throw error;
  const detail = 'Another plan of this location has this name. Choose another one.';
  throw new Problem('planNameTaken', { errors: [{ field: 'name', code: 'taken', detail }] });
}
