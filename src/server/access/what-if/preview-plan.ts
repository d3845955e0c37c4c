import type { SentPlan } from '../../../api/plans.ts';
import { type Plan, type PlanTerms, termsAt } from '../../../domain/contracts/plan.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { planOf } from '../../plans/plan-places.ts';
import { termsFrom } from '../../plans/sent-terms.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadResourcesAt } from '../../resources/load-resource.ts';
import { presentImpacts, type WhoAsked } from './impacts.ts';
import { loadClasses, type LoadedClass } from './load-classes.ts';
import { aboutCheckIn, aboutResource, aboutSections, from, type WhatIf } from './questions.ts';
import { limitsIn } from './owing.ts';
import { loadRuled, sideOf, withPlan } from './sides.ts';

/**
 * Who of those who have a plan would gain and lose what if its terms were others: rooms for chosen plans,
 * coming in without a pass, and, where only contracts valid there make a member, the sections of a location.
 * It counts everybody with the plan, wherever: asked by whoever may change the plan. Throws 404, 403.
 */
export async function previewPlan(
  work: Work, planId: Id<'pla'>, { change, who }: { change: SentPlan; who: WhoAsked },
) {
  const ruled = await loadRuled(work);
  const { locations } = ruled;
  const plan = planOf(locations, work.caller, (await loadPlans(work, [planId])).get(planId));
  work.caller.mustMay('plans.write', plan.locationId);
  const terms = termsFrom(change, termsAt(plan, work.now));
  const changed = withPlan(ruled, always(plan, terms));
  const limits = limitsIn([locations], work.now);
  const wishes = { at: work.now, homes: null, alone: [], limits };
  const classes = (await loadClasses(work, wishes)).filter(has(planId));
  const of = {
    work, wishes, classes, before: sideOf(ruled, work.now),
    after: sideOf(changed, work.now),
  };
  const asked = { at: work.now, locations };
  const forPlans = (await loadResourcesAt(work, () => true))
    .filter(({ customerIds, audience }) => customerIds === null && audience.level === 'plans');
  const questions = locations.rows.filter(({ parentId }) => parentId !== null || locations.rows.length === 1)
    .flatMap(({ id }): WhatIf[] => [...aboutSections(from(id)), aboutCheckIn(from(id), [], asked)]);
  const things = forPlans.flatMap((one) =>
    aboutResource({ before: one, after: one }, from(one.locationId), asked));
  return presentImpacts(of, locations, [...things, ...questions], who);
}

const always = (plan: Plan, terms: PlanTerms): Plan =>
  ({ ...plan, versions: plan.versions.map((version) => ({ ...version, terms })) });

const has = (planId: Id<'pla'>) => ({ held }: LoadedClass): boolean =>
  held.some((one) => one.planId === planId || one.nextPlanId === planId);
