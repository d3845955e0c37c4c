import * as api from '../../api/plans.ts';
import { loadLocations, type Locations, locationOf } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { archivePlan, changePlan } from './change-plan.ts';
import { createPlan } from './create-plan.ts';
import { loadPlans, type PlanRecord } from './load-plans.ts';
import { answerPlan } from './plan-answer.ts';
import { isFoundAt, maySeePlan, planOf } from './plan-places.ts';

export const planRoutes = [
  serve(api.listPlans, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const { locationId, archived = false } = query;
    if (locationId) {
      locationOf(locations, locationId);
      caller.mustMay('plans.read', locationId);
    }
    const [after] = readCursor(query.cursor, 1) ?? [''];
    const plans = [...(await loadPlans(work)).values()]
      .filter((plan) => plan.id > String(after) && plan.archived === archived
        && (locationId ? isFoundAt(locations, plan, locationId) : maySeePlan(locations, caller, plan)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return pageFrom(plans, query.limit, ({ id }) => [id], (plan) => shown(work, locations, plan));
  })),
  serve(api.getPlan, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const plan = (await loadPlans(work, [params.planId])).get(params.planId);
    return shown(work, locations, planOf(locations, caller, plan));
  })),
  serve(api.createPlan, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    answered(work, await createPlan(work, body)))),
  serve(api.changePlan, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    answered(work, await changePlan(work, params.planId, body)))),
  serve(api.archivePlan, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    answered(work, await archivePlan(work, params.planId, true)))),
  serve(api.restorePlan, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    answered(work, await archivePlan(work, params.planId, false)))),
];

const answered = async (work: Work, plan: PlanRecord) => shown(work, await loadLocations(work), plan);

const shown = (work: Work, { tree }: Locations, plan: PlanRecord) =>
  answerPlan(plan, tree.get(plan.locationId)?.currency ?? null, work.now);
