import type { ItemFacts, PayFacts, PlanFacts, PlanSides } from '../../../domain/access/facts.ts';
import { itemOf } from '../../../domain/access/simple-decisions.ts';
import { type PlanTerms, termsAt } from '../../../domain/contracts/plan.ts';
import type { Audience } from '../../../domain/customers/audience.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import { relationOf } from '../../../domain/locations/scope.ts';
import { locationOf } from '../../locations/load-locations.ts';
import { loadPlans, type Plans } from '../../plans/load-plans.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadResource } from '../../resources/load-resource.ts';
import { isOfTeamRunBy } from '../../billing/shown/seen-of-teams.ts';
import { findInvoice } from '../access-store.ts';
import type { Loaded } from '../load-facts.ts';
import { type Assumptions, thingAssumed } from './assume.ts';
import { plansGiving } from './plans-giving.ts';

/**
 * The things that are asked about, as facts.
 */
export async function itemFacts(
  work: Work, { facts, locations }: Loaded<'viewItem'>, resourceId: Id<'res'>, assume?: Assumptions,
): Promise<ItemFacts> {
  const resource = thingAssumed(await loadResource(work, resourceId), assume);
  const { audience } = resource;
  const givenBy = { resourceId: resource.id, typeId: resource.typeId };
  const plans = await plansNamedBy(work, audience);
  return {
    ...facts, section: 'bookings', planNames: plansGiving(plans, audience, givenBy, work.now),
    item: itemOf(resource, relationOf(locations.tree, facts.locationId, resource.locationId)),
  };
}

/** A plan is found from its location downwards, and taken where it has a price (CON-1, CON-8). */
export async function planFacts(
  work: Work, { facts, locations }: Loaded<'signUpToPlan'>, planId: Id<'pla'>, assume?: Assumptions,
): Promise<PlanFacts> {
  const plan = (await loadPlans(work, [planId])).get(planId);
  if (plan === undefined) throw new Problem('notFound');
  const { currency } = locationOf(locations, facts.locationId);
  const sides = (terms: PlanTerms): PlanSides => ({
    audience: thingAssumed(terms, assume).audience,
    shownInPortal: terms.shownInPortal,
    hasPriceHere: terms.prices[currency] !== undefined,
  });
  const now = sides(termsAt(plan, work.now));
  return {
    ...facts,
    planNames: plansGiving(await plansNamedBy(work, now.audience), now.audience, null, work.now),
    plan: {
      ...now,
      id: plan.id,
      name: plan.name,
      archivedAt: plan.archivedAt,
      offeredHere: isAtOrBelow(locations.tree, facts.locationId, plan.locationId),
      currency,
      versions: plan.versions.map(({ inForceFrom, terms }) => ({ inForceFrom, ...sides(terms) })),
    },
  };
}

const plansNamedBy = async (work: Work, audience: Audience): Promise<Plans> =>
  (audience.level === 'plans' ? loadPlans(work) : new Map() as Plans);

export async function invoiceFacts(
  work: Work, { facts }: Loaded<'pay'>, invoiceId: Id<'inv'> | null,
): Promise<PayFacts> {
  if (invoiceId === null) return { ...facts, invoice: null };
  const row = await findInvoice(work.tx, invoiceId);
  if (row === undefined) throw new Problem('notFound');
  const payable = row.state === 'issued' || row.state === 'partlyPaid';
  const { id, customerId, number } = row;
  const asker = facts.customer?.id ?? null;
  const ofTeamTheyRun = asker !== null && asker !== customerId && await isOfTeamRunBy(work, asker, id);
  return { ...facts, invoice: { id, customerId, ofTeamTheyRun, number, payable } };
}
