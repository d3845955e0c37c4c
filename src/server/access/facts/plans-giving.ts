import type { PlanNames, PlanRight } from '../../../domain/access/facts.ts';
import { termsAt } from '../../../domain/contracts/plan.ts';
import type { Audience } from '../../../domain/customers/audience.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Plans } from '../../plans/load-plans.ts';

/**
 * The plans that give a thing, by name, for the reader: those of its audience and those that list it (BKA-1,
 * layer 5).
 */
export function plansGiving(
  plans: Plans,
  audience: Audience,
  right: PlanRight | null,
  at: Instant,
): PlanNames {
  if (audience.level !== 'plans') return none;
  const giving = [...plans.values()].filter((plan) => {
    if (audience.planIds.includes(plan.id)) return true;
    if (right === null || plan.archived) return false;
    const { resourceIds, resourceTypeIds } = termsAt(plan, at).entitlements;
    return resourceIds.includes(right.resourceId) || resourceTypeIds.includes(right.typeId);
  });
  return new Map(giving.map(({ id, name }) => [id, name]));
}

const none: PlanNames = new Map();
