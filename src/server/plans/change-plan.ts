import type { SentPlan } from '../../api/plans.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { PlanTerms } from '../../domain/contracts/plan.ts';
import { sameCycle } from '../../domain/contracts/turns.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { sayNameTaken } from './create-plan.ts';
import { loadPlans, type PlanRecord, termsIn } from './load-plans.ts';
import { mustFitCurrencies, mustReach, planOf } from './plan-places.ts';
import { appendVersion, countContracts, lockPlan, renamePlan, setArchived } from './plan-store.ts';
import { termsFrom } from './sent-terms.ts';

/** A changed plan is a new version, in force from now on; what was before can still be asked about. */
export async function changePlan(work: Work, planId: Id<'pla'>, change: SentPlan): Promise<PlanRecord> {
  const before = await load(work, planId);
  work.mustMatch(before.version);
  const was = termsIn(new Map([[planId, before]]), work.now)(planId);
  const terms = termsFrom(change, was);
  const locations = await loadLocations(work);
  mustFitCurrencies(locations, before.locationId, terms);
  mustReach(work.caller, locations, { was: was.validAt, is: terms.validAt });
  if (movesCycles(was, terms) && (await countContracts(work.tx, planId)) > 0)
    throw new Problem('planHasContracts');

  const name = change.name ?? before.name;
  if (name !== before.name) await renamePlan(work.tx, planId, name).catch(sayNameTaken);
  await appendVersion(work.tx, planId, {
    version: before.version + 1,
    inForceFrom: work.now,
    terms,
    madeBy: work.caller.actorId,
  });

  tellChanged(work, 'plan.changed', before, {
    before: { name: before.name, terms: was },
    after: { name, terms },
  });
  return (await loadPlans(work, [planId])).get(planId) as PlanRecord;
}

/** Puts a plan away, or brings it back. Nothing changes for the contracts that are to it. */
export async function archivePlan(work: Work, planId: Id<'pla'>, archived: boolean): Promise<PlanRecord> {
  const before = await load(work, planId);
  if (before.archived === archived) return before;
  await setArchived(work.tx, planId, archived ? work.now : null).catch(sayNameTaken);
  tellChanged(work, archived ? 'plan.archived' : 'plan.restored', before, {});
  return (await loadPlans(work, [planId])).get(planId) as PlanRecord;
}

async function load(work: Work, planId: Id<'pla'>): Promise<PlanRecord> {
  await lockPlan(work.tx, planId);
  const plan = (await loadPlans(work, [planId])).get(planId);
  if (plan !== undefined && work.caller.may('plans.write', plan.locationId)) return plan;
  const found = planOf(await loadLocations(work), work.caller, plan);
  work.caller.mustMay('plans.write', found.locationId);
  return found;
}

const movesCycles = (was: PlanTerms, is: PlanTerms): boolean =>
  !sameCycle(was.cycle, is.cycle) || was.billing.when !== is.billing.when || was.billingDay !== is.billingDay;

function tellChanged(
  work: Work,
  action: `plan.${string}`,
  plan: PlanRecord,
  changed: { before?: unknown; after?: unknown },
): void {
  work.audit({ action, aboutId: plan.id, locationId: plan.locationId, ...changed });
  work.tell({ kind: action, aboutId: plan.id, facts: { name: plan.name, locationId: plan.locationId } });
}
