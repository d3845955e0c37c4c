import type { Instant } from '../../kernel/instant.ts';
import { scopeReaches } from '../../locations/scope.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts, ItemFacts, PayFacts, PlanFacts } from '../facts.ts';
import { intervalAt, intervalEdges, placeAt, placeEdges, placesOver, planSidesAt } from '../lookup.ts';
import { deny, denyBetween, fix, notAsked, pass, passed } from '../outcome.ts';

/**
 * Layer 6: the thing itself: its state, whether this location shows it, whom it is kept for, how many fit in.
 */
export const thing: Layer<AskFacts> = { layer: 'thing', judge, edges };

const notAskedHere = notAsked('thing', 'thingNotAsked');
const section = passed('thing', 'sectionExists');

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  switch (facts.action) {
    case 'viewSection': return section;
    case 'viewItem': return item(facts as ItemFacts, at);
    case 'book': return resource(facts as BookingFacts, at);
    case 'signUpToPlan': return planOffered(facts as PlanFacts, at);
    case 'pay': return payable(facts as PayFacts);
    default: return notAskedHere;
  }
}

function resource(facts: BookingFacts, at: Instant): LayerOutcome {
  const { resource: it, people } = facts;
  const named = { thing: it.name };
  if (it.state === 'archived')
    return deny('thing', 'archivedThing', named, [fix.activateResource(it.id)]);
  if (it.state === 'paused') return deny('thing', 'paused', named, [fix.activateResource(it.id)]);
  if (facts.via === 'portal') {
    if (!it.visible) return deny('thing', 'notShown', named, [fix.resource('showThing', it.id)]);
    const publishAt = publishAtOf(it);
    if (publishAt !== null && at < publishAt) {
      return denyBetween('thing', 'notPublished', { ...named, publishAt },
        { until: publishAt, fixes: [fix.resource('publishThing', it.id)] });
    }
    const { during: { start, end }, relation, places } = facts;
    const short = placesOver(places, start, end).find((of) => !scopeReaches(of.resourcesScope, relation));
    if (short !== undefined) {
      const said = { ...named, scope: short.resourcesScope };
      return deny('thing', 'outOfScope', said, [fix.changeScope(facts.locationId)]);
    }
  }
  if (it.customerIds !== null && (facts.customer === null || !it.customerIds.includes(facts.customer.id))) {
    return deny('thing', 'notForThisCustomer', named, [fix.resource('addNamedCustomer', it.id)]);
  }
  if (people !== null && people > it.capacity) {
    return deny('thing', 'tooManyPeople', { ...named, capacity: it.capacity, people },
      [fix.resource('changeLimits', it.id)]);
  }
  return pass('thing', 'available', named);
}

/** Facts that were kept before there was one have none. */
const publishAtOf = ({ publishAt = null }: Partial<Pick<Resource, 'publishAt'>>): Instant | null => publishAt;

/** VIS-3: only what is published is visible, from its publish instant on. */
function item({ item: it, places, locationId }: ItemFacts, at: Instant): LayerOutcome {
  const fixes = it.resourceId === null ? [] : [fix.resource('publishThing', it.resourceId)];
  if (intervalAt(it.published, at) === null) {
    const next = it.published.find(({ start }) => start > at)?.start ?? null;
    return denyBetween('thing', 'notPublished', { thing: it.name, publishAt: next }, { until: next, fixes });
  }
  const scope = placeAt(places, at)[it.scopeOf];
  if (!scopeReaches(scope, it.relation)) {
    return deny('thing', 'outOfScope', { thing: it.name, scope }, [fix.changeScope(locationId)]);
  }
  return pass('thing', 'available', { thing: it.name });
}

function planOffered({ plan, via }: PlanFacts, at: Instant): LayerOutcome {
  const named = { thing: plan.name };
  const fixes = [fix.plan('changePlan', plan.id)];
  if (plan.archivedAt !== null && plan.archivedAt <= at)
    return deny('thing', 'archivedThing', named, [fix.restorePlan(plan.id)]);
  // Where a plan was made is for good: nothing makes this one found here.
  if (!plan.offeredHere) return deny('thing', 'notOfferedHere', named);
  const { hasPriceHere, shownInPortal } = planSidesAt(plan, at);
  if (!hasPriceHere)
    return deny('thing', 'noPriceInCurrency', { ...named, currency: plan.currency }, fixes);
  if (via === 'portal' && !shownInPortal) return deny('thing', 'notShown', named, fixes);
  return pass('thing', 'available', named);
}

function payable({ invoice, customer }: PayFacts): LayerOutcome {
  if (invoice === null) return notAskedHere;
  const said = { invoiceId: invoice.id };
  const isTheirs = customer === null || invoice.customerId === customer.id || invoice.ofTeamTheyRun === true;
  if (!isTheirs) return deny('thing', 'notYours', said);
  return invoice.payable ? pass('thing', 'toPay', said) : deny('thing', 'nothingToPay', said);
}

/** The answer about a booking is the same whenever it is asked, once the resource is published. */
function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action === 'book') {
    const publishAt = publishAtOf((facts as BookingFacts).resource);
    if (publishAt !== null) into.push(publishAt);
  }
  if (facts.action === 'viewItem') {
    placeEdges(facts, into);
    intervalEdges((facts as ItemFacts).item.published, into);
  }
  if (facts.action === 'signUpToPlan') {
    const { archivedAt, versions = [] } = (facts as PlanFacts).plan;
    if (archivedAt !== null) into.push(archivedAt);
    for (const { inForceFrom } of versions) into.push(inForceFrom);
  }
}
