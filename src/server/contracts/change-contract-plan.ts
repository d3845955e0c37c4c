import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Money } from '../../domain/kernel/money.ts';
import { proposeChangeDay } from '../../domain/contracts/plan-change.ts';
import { contractTermsOn } from '../../domain/contracts/turns.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { deleteTermsAfter, putTerms, touchContract } from './contract-store.ts';
import { mustBeInCurrency, termsToTake } from './create-contract.ts';
import { type Asking, loadForChange, mustBeStaff, refuse } from './load-facts.ts';

export interface ChangeWished {
  readonly planId: Id<'pla'>;
  readonly when: 'nextCycle' | 'now';
  /** Absent: the other plan's own price follows (CON-5). */
  readonly price?: Money | null | undefined;
  readonly quantity?: number | undefined;
}

/**
 * CON-5: moves a contract to another plan, price and entitlements together. A change that waits gives way.
 */
export async function changeContractPlan(work: Work, asking: Asking, wished: ChangeWished): Promise<Day> {
  const { contract, facts } = await loadForChange(work, asking);
  mustBeStaff(work, contract);
  const locations = await loadLocations(work);
  await termsToTake(work, locations, wished.planId, locationOf(locations, contract.locationId));
  mustBeInCurrency(wished.price, contract);
  const fromDay = proposeChangeDay(facts, wished.when);
  if (fromDay === 'contractOver' || fromDay === 'changeAfterEnd') refuse(fromDay);

  const before = contractTermsOn(contract, facts.today);
  await deleteTermsAfter(work.tx, contract.id, facts.today);
  await putTerms(work.tx, {
    contractId: contract.id,
    fromDay,
    planId: wished.planId,
    price: wished.price?.amount ?? null,
    quantity: wished.quantity ?? before.quantity,
    madeAt: work.now,
    madeBy: work.caller.actorId,
  });
  await touchContract(work.tx, contract.id);

  const after = { planId: wished.planId, fromDay, price: wished.price ?? null };
  work.audit({
    action: 'contract.planChanged',
    aboutId: contract.id,
    customerId: contract.customerId,
    locationId: contract.locationId,
    before: { planId: before.planId, price: before.price },
    after,
  });
  work.tell({
    kind: 'contract.planChanged',
    aboutId: contract.id,
    customerId: contract.customerId,
    facts: after,
  });
  return fromDay;
}
