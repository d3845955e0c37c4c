import type { AskFacts } from '../../../domain/access/facts.ts';
import { type Assumption, withContract } from '../../../domain/access/what-if/assumption.ts';
import type { Contract } from '../../../domain/contracts/contract.ts';
import type { Plan, PlanTerms } from '../../../domain/contracts/plan.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { instant } from '../../../domain/kernel/instant.ts';
import { type Cover, coverOf } from '../../../domain/membership/cover.ts';
import { loadContracts, plansOf } from '../../contracts/load-contracts.ts';
import type { Locations } from '../../locations/load-locations.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';

interface Context {
  readonly locations: Locations;
  readonly assume: { readonly seats?: readonly Id<'con'>[] };
  readonly hoursOf?: ((terms: PlanTerms) => Cover['stretches'][number]['hours']) | undefined;
}

/**
 * As if the customer had a seat on somebody's contract from now on (MEM-1). What a team role gives is no
 * question of access: who runs a team acts for its members by their own rules (PER-2).
 */
export async function seatsAssumed(
  work: Work, facts: AskFacts, { locations, assume: { seats = [] }, hoursOf }: Context,
): Promise<Assumption[]> {
  if (seats.length === 0) return [];
  const found = await loadContracts(work.tx, { ids: seats });
  const plans = await plansOf(work, found);
  const context = {
    here: facts.locationId, tree: locations.tree, planOf: (id: Id<'pla'>) => plans.get(id) as Plan,
    ...(hoursOf && { hoursOf }),
  };
  return seats.flatMap((id, index) => {
    const contract = found.find((one) => one.id === id);
    if (contract === undefined || !work.caller.may('contracts.read', contract.locationId))
      throw fieldProblem(`assume.seats.${index}`, 'unknown', 'There is no such contract.');
    const seat = { id: `sea_assumed${index + 1}` as Id<'sea'>, start: instant(work.now), end: null };
    const cover = coverOf(contract as Contract, context, seat);
    return cover === null ? [] : [withContract(cover)];
  });
}
