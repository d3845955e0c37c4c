import type { Id } from '../../domain/kernel/id.ts';
import { termsFollowing } from '../../domain/contracts/kept-price.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { planOf } from '../plans/plan-places.ts';
import { loadPlans, termsIn } from '../plans/load-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { lockContract, putTerms, touchContract } from './contract-store.ts';
import { factsOf } from './load-facts.ts';
import { loadContracts, plansOf } from './load-contracts.ts';

export interface KeptPrices {
  readonly contracts: number;
  readonly units: readonly { readonly currency: string; readonly quantity: number; readonly price: number }[];
}

/**
 * CON-1: contracts that follow a plan's price get today's as their own, from their next cycle on, so that
 * another one is for new contracts alone. A preview counts them and writes nothing.
 */
export async function keepPrices(work: Work, planId: Id<'pla'>, preview: boolean): Promise<KeptPrices> {
  const plan = planOf(await loadLocations(work), work.caller, (await loadPlans(work, [planId])).get(planId));
  work.caller.mustMay('plans.write', plan.locationId);
  const { prices } = termsIn(new Map([[planId, plan]]), work.now)(planId);
  const units = new Map<string, { currency: string; quantity: number; price: number }>();
  let count = 0;
  const contracts = await loadContracts(work.tx, { planId });
  const plans = await plansOf(work, contracts);
  for (const contract of contracts) {
    const terms = termsFollowing(factsOf(work, contract, plans, true), planId);
    const price = prices[contract.currency];
    const [first] = terms;
    if (first === undefined || price === undefined) continue;
    count += 1;
    const sum = units.get(contract.currency) ?? { currency: contract.currency, quantity: 0, price };
    units.set(contract.currency, { ...sum, quantity: sum.quantity + first.quantity });
    if (preview) continue;
    await lockContract(work.tx, contract.id);
    const by = { planId, price, madeAt: work.now, madeBy: work.caller.actorId };
    for (const one of terms) await putTerms(work.tx, { ...by, ...one, contractId: contract.id });
    await touchContract(work.tx, contract.id);
  }
  if (!preview)
    work.audit({
      action: 'plan.pricesKept',
      aboutId: planId,
      locationId: plan.locationId,
      after: { contracts: count },
    });
  return { contracts: count, units: [...units.values()] };
}
