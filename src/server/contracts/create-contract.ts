import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/contracts.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import type { Location } from '../../domain/locations/location.ts';
import type { PlanTerms } from '../../domain/contracts/plan.ts';
import { planRefusal } from '../../domain/contracts/plan-change.ts';
import { addCycles } from '../../domain/contracts/turns.ts';
import { knowsTeam } from '../teams/load-team.ts';
import { knowsOf } from '../customers/known-by.ts';
import { suspendCustomer } from '../customers/suspend-customer.ts';
import { loadLocations, type Locations } from '../locations/load-locations.ts';
import { loadPlans, termsIn } from '../plans/load-plans.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { insertContract, putTerms } from './contract-store.ts';
import { lockHolder } from './holder-store.ts';
import { refuse } from './load-facts.ts';

type Wished = Omit<BodyOf<typeof api.createContract>, 'preview'>;

/** Puts a customer on a plan from a day on (CON-1); a plan that says so suspends it at once (SUS-4). */
export async function createContract(work: Work, wished: Wished): Promise<Id<'con'>> {
  const { location, terms } = await load(work, wished);
  mustStartLately(wished.startDay, dayAt(work.now, location.zone), terms);
  const holder = await lockHolder(work.tx, wished.customerId, work.now);
  if (holder === null || !await knowsOf(work, holder.id, 'contracts.write')) {
    throw fieldProblem('customerId', 'unknown', 'There is no such customer.');
  }
  if (holder.archived) throw new Problem('customerArchived');
  await mustKnowTeam(work, wished);

  const cycles = wished.minimumTermCycles ?? terms.cancel.minimumTermCycles;
  const id = work.newId('con');
  await insertContract(work.tx, {
    id,
    customerId: holder.id,
    locationId: location.id,
    startDay: wished.startDay,
    billingDay: wished.billingDay ?? null,
    noticeDays: wished.noticeDays ?? null,
    usageInvoicing: wished.usageInvoicing ?? null,
    currency: location.currency,
    teamId: wished.teamId ?? null,
    seats: wished.teamId ? (wished.seats ?? Math.min(wished.quantity, 1000)) : 0,
    minimumTermDay: cycles === 0 ? null : addCycles(wished.startDay, terms.cycle, cycles),
    createdAt: work.now,
    createdBy: work.caller.actorId,
  });
  await putTerms(work.tx, {
    contractId: id,
    fromDay: wished.startDay,
    planId: wished.planId,
    price: wished.price?.amount ?? null,
    quantity: wished.quantity,
    madeAt: work.now,
    madeBy: work.caller.actorId,
  });
  await suspendOnJoin(work, holder.id, terms);

  if (wished.startDay > dayAt(work.now, location.zone)) {
    work.dueAt('contract.begins', id, startOfDay(wished.startDay, location.zone));
  }
  work.dueAt('benefit.cycle', id, startOfDay(wished.startDay, location.zone));
  const after = {
    planId: wished.planId, startDay: wished.startDay, price: wished.price ?? null,
    ...(wished.teamId && { teamId: wished.teamId }),
  };
  work.audit({
    action: 'contract.created',
    aboutId: id,
    customerId: holder.id,
    locationId: location.id,
    after,
  });
  work.tell({ kind: 'contract.created', aboutId: id, customerId: holder.id, facts: after });
  return id;
}

/** TEM-2: seats are for the members of a team. */
async function mustKnowTeam(work: Work, { teamId, seats = 0 }: Wished): Promise<void> {
  if (teamId) {
    if (!await knowsTeam(work, teamId)) throw fieldProblem('teamId', 'unknown', 'There is no such team.');
  } else if (seats > 0) throw fieldProblem('teamId', 'missing', 'Seats are for the members of a team.');
}

/** Every cycle since the start is billed with the next run: what is long ago was billed elsewhere (CON-1). */
const CYCLES_BACK = 1200;

function mustStartLately(startDay: Day, today: Day, { cycle }: PlanTerms): void {
  const earliest = addCycles(today, cycle, -CYCLES_BACK);
  if (startDay >= earliest) return;
  const detail = `A contract starts on ${earliest} or later, because all its cycles are billed: name the `
    + 'day from which it is billed here, or import the contract, which is not billed for the past.';
  throw fieldProblem('startDay', 'tooLongAgo', detail);
}

async function load(work: Work, wished: Wished): Promise<{ location: Location; terms: PlanTerms }> {
  const locations = await loadLocations(work);
  const location = locations.tree.get(wished.locationId);
  if (location === undefined) throw fieldProblem('locationId', 'unknown', 'There is no such location.');
  work.caller.mustMay('contracts.write', location.id);
  const terms = await termsToTake(work, locations, wished.planId, location);
  mustBeInCurrency(wished.price, location);
  return { location, terms };
}

/** The terms of a plan that can be taken at a location, or a 422 that says why it cannot (CON-1, CON-8). */
export async function termsToTake(
  work: Work,
  locations: Locations,
  planId: Id<'pla'>,
  location: Location,
): Promise<PlanTerms> {
  const plans = await loadPlans(work, [planId]);
  const plan = plans.get(planId);
  if (plan === undefined) throw fieldProblem('planId', 'unknown', 'There is no such plan.');
  const terms = termsIn(plans, work.now)(planId);
  const refusal = planRefusal(locations.tree, plan, terms, {
    locationId: location.id,
    currency: location.currency,
  });
  if (refusal !== null) refuse(refusal);
  return terms;
}

/** CON-8: a price is in the currency of the contract's location. */
export function mustBeInCurrency(
  price: { currency: string } | null | undefined,
  { currency }: { currency: string },
): void {
  if (price && price.currency !== currency) {
    throw fieldProblem('price.currency', 'otherCurrency', `This location is in ${currency}.`);
  }
}

/** SUS-4: a plan may keep whoever takes it suspended until somebody has looked. */
async function suspendOnJoin(work: Work, customerId: Id<'cus'>, terms: PlanTerms): Promise<void> {
  if (terms.suspendOnJoin) await suspendCustomer(byRule(work), { customerId, cause: 'plan', note: '' });
}

/** The plan suspends, not the person who sold it: the right to suspend is not asked of them. */
const byRule = (work: Work): Work => ({
  ...work,
  caller: { ...callerOf(system, null), actorId: work.caller.actorId },
});
