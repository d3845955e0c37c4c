import { orderPasses } from '../../domain/benefits/pass-order.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { benefitsUpToDate } from '../benefits/bring-up-to-date.ts';
import { candidatesAt } from '../benefits/load-benefits.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { UsedPass } from './check-in.ts';
import { nearFuture, passQuestion } from './load-check-in.ts';

/** PAS-6: what the desk may choose from, the pass that is used unless another is chosen first. */
export async function usablePasses(
  work: Work,
  { customerId, locationId }: { readonly customerId: Id<'cus'>; readonly locationId: Id<'loc'> },
): Promise<readonly UsedPass[]> {
  work.caller.mustMay('checkIns.read', locationId);
  const loaded = await loadAskFacts(work, {
    action: 'checkIn',
    via: 'desk',
    customerId,
    locationId,
    hoursWithin: nearFuture(work.now),
  });
  const { customer } = loaded.facts;
  if (customer === null) throw new Problem('notFound');
  const where = { locationId, at: work.now };
  const benefits = await benefitsUpToDate(work, customerId, loaded.held);
  const candidates = candidatesAt(benefits, loaded.locations, { here: locationId, at: work.now });
  return orderPasses(candidates, passQuestion(loaded.locations, customer, where)).usable;
}
