import type { Answer, ContractView, Done } from '../../apps/portal/readers.ts';
import { type AnsweredContract, listContracts, resumeFreeze } from '../../api/contracts.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { termsAt } from '../../domain/contracts/plan.ts';
import { loadPlans } from '../plans/load-plans.ts';
import { Problem } from '../platform/http/problem.ts';
import { withTax } from './prices.ts';
import { answered, type Visiting } from './visiting.ts';

/** The visitor's own contracts, those in force first. */
export async function loadContracts(visiting: Visiting): Promise<readonly ContractView[]> {
  const { customerId, ask, shell, caller } = visiting;
  if (customerId === null) return [];
  const [{ data }, places, plans] = await Promise.all([
    ask(listContracts, { query: { customerId, limit: 100 } }),
    visiting.places(),
    shell.read(caller, ({ tx }) => loadPlans(tx)),
  ]);
  const order = { frozen: 0, active: 0, scheduled: 1, ended: 2, void: 3 };
  return data
    .toSorted((a, b) => order[a.status] - order[b.status])
    .map((contract) => {
      const place = places.find(({ id }) => id === contract.locationId);
      const plan = plans.get(contract.planId as Id<'pla'>);
      const mayResume = plan !== undefined && termsAt(plan, visiting.now).freeze.byCustomers;
      const stated = {
        amount: contract.price.amount * contract.quantity,
        currency: contract.price.currency as Currency,
      };
      return {
        id: contract.id,
        planName: contract.planName,
        locationId: contract.locationId,
        locationName: place?.name ?? '',
        status: contract.status,
        startDay: contract.startDay as Day,
        lastDay: contract.lastDay as Day | null,
        price: place === undefined ? stated : withTax(stated, place),
        every: contract.cycle.every,
        unit: contract.cycle.unit,
        nextBillDay: contract.nextInvoiceDay as Day | null,
        frozen: frozenOf(visiting, contract, mayResume),
        nextPlanName: contract.nextPlan?.planName ?? null,
      };
    });
}

function frozenOf(
  { phrase }: Visiting,
  contract: AnsweredContract,
  mayResume: boolean,
): ContractView['frozen'] {
  const freeze = contract.freezes.find(({ state }) => state === 'inForce');
  if (contract.status !== 'frozen' || freeze === undefined) return null;
  return { untilDay: freeze.untilDay as Day | null, pauses: phrase('portal-contracts.pauses'), mayResume };
}

/** Ends the freeze that is in force; billing goes on from today (CON-6). */
export const resumeOwnContract = (visiting: Visiting, contractId: string): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    const { data } = await visiting.ask(listContracts, {
      query: { customerId: visiting.customerId ?? undefined, limit: 100 },
    });
    const freeze = data
      .find(({ id }) => id === contractId)
      ?.freezes.find(({ state }) => state === 'inForce');
    if (freeze === undefined) throw new Problem('notFound');
    await visiting.ask(resumeFreeze, {
      params: { contractId: contractId as Id<'con'>, freezeId: freeze.id },
      body: {},
    });
    return {};
  });
