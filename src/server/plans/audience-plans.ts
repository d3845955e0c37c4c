import type { Audience } from '../../domain/customers/audience.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadPlans } from './load-plans.ts';

/** Throws 422 where an audience of chosen plans names one that does not exist: it would let nobody in. */
export async function mustNamePlans(
  work: Pick<Work, 'kept'>, audience: Audience | undefined,
): Promise<void> {
  if (audience?.level !== 'plans') return;
  const plans = await loadPlans(work, audience.planIds);
  if (audience.planIds.every((id) => plans.has(id))) return;
  throw fieldProblem('audience.planIds', 'unknown', 'needs plans that exist');
}
