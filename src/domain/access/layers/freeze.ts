import type { Instant } from '../../kernel/instant.ts';
import type { CoverStretch } from '../../membership/cover.ts';
import { isFrozenAt, stretchAt } from '../../membership/standing.ts';
import type { Fix, Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, CustomerFacts, SectionFacts } from '../facts.ts';
import {
  coverEdges, memberStretch, placeAt, placeEdges, sooner, thaw, thawOf, thawsAt,
} from '../lookup.ts';
import { denyBetween, fix, notApplicable, notAsked, pass } from '../outcome.ts';
import { type Claim, claimsOver, givesOf, type Right, rightOf } from './claim.ts';

/**
 * Layer 4: where the thing is for members, or the right to it comes from a plan, at least one contract that
 * gives it is not frozen (BKA-1). Sections ask only where the location keeps frozen members out (SEC-2).
 */
export const freeze: Layer<AskFacts> = { layer: 'freeze', judge, edges };

const notAskedHere = notAsked('freeze', 'freezeNotAsked');

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  const { customer } = facts;
  if (customer === null) return notAskedHere;
  if (facts.action === 'viewSection') return inSection(facts as SectionFacts, customer, at);
  const right = rightOf(facts, at);
  if (right === null || !asksContract(facts, right)) return notAskedHere;
  const gives = givesOf(right, placeAt(facts.places, right.start ?? at).membersAre);
  const claims = gives === null ? [] : claimsOver(customer.covers, right.start ?? at, right.end ?? at, gives);
  if (claims.length === 0) return notApplicable('freeze', 'noContractGivesIt', { thing: right.thing });
  const open = claims.find(({ frozen }) => frozen === null);
  const paused = firstToThaw(claims);
  if (open === undefined) return blocked(facts, paused!, right);
  const { cover, stretch } = open;
  if (paused === null)
    return pass('freeze', 'notFrozen', { contractId: cover.contractId, planName: stretch.planName });
  return pass('freeze', 'someFrozen', {
    ...thawOf(paused.cover, paused.frozen!).fact, otherPlan: stretch.planName,
    frozenCount: claims.filter(({ frozen }) => frozen !== null).length, contractCount: claims.length,
  });
}

/** What is for members is booked by a contract that is not frozen; it is seen, or taken, by any member. */
const asksContract = ({ action }: AskFacts, { audience: { level } }: Right): boolean =>
  level === 'plans' || (level === 'members' && action === 'book');

function firstToThaw(claims: readonly Claim[]): Claim | null {
  let first: Claim | null = null;
  for (const claim of claims) {
    if (claim.frozen === null) continue;
    if (first === null || sooner(thawsAt(claim.cover, claim.frozen), thawsAt(first.cover, first.frozen!)))
      first = claim;
  }
  return first;
}

function blocked(facts: AskFacts, { cover, frozen }: Claim, right: Right): LayerOutcome {
  const { fact, until, contractId, freezeId } = thawOf(cover, frozen!);
  const other = otherPlan(facts.customer!, right.start ?? frozen!.start);
  const fixes: Fix[] = [fix.resumeContract(contractId, freezeId)];
  if (right.audience.level === 'plans') {
    if (other !== null) fixes.push(fix.plan('includeInPlan', other.planId));
    if (right.plan !== null) fixes.push(fix.resource('openToAll', right.plan.resourceId));
  }
  return denyBetween('freeze', 'frozen', { ...fact, thing: right.thing, ownPlan: other?.planName ?? '' },
    { since: frozen!.freeze!.start, until, fixes });
}

/** A plan of the customer's that is not frozen then: it could give the thing too. */
function otherPlan({ covers }: CustomerFacts, at: Instant): CoverStretch | null {
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch !== null && stretch.freeze === null) return stretch;
  }
  return null;
}

function inSection(facts: SectionFacts, customer: CustomerFacts, at: Instant): LayerOutcome {
  const place = placeAt(facts.places, at);
  if (place.levels[facts.section].level !== 'members') return notAskedHere;
  const found = memberStretch(customer.covers, at, place.membersAre);
  if (found === null) return notAskedHere;
  if (!isFrozenAt(customer.covers, at)) {
    return pass('freeze', 'notFrozen', {
      contractId: found.cover.contractId,
      planName: found.stretch.planName,
    });
  }
  const { fact, until, contractId, freezeId } = thaw(customer.covers, at);
  if (place.frozenMembersEnter) {
    const count = customer.covers.filter((cover) => stretchAt(cover, at) !== null).length;
    return pass('freeze', 'someFrozen', { ...fact, otherPlan: '', frozenCount: count, contractCount: count });
  }
  return denyBetween('freeze', 'frozenSection', { ...fact, section: facts.section }, {
    since: fact.fromAt as Instant, until,
    fixes: [fix.resumeContract(contractId, freezeId), fix.location('letFrozenMembersIn', facts.locationId)],
  });
}

/** The answer about a booking is the same whenever it is asked. */
function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action === 'book') return;
  placeEdges(facts, into);
  coverEdges(facts.customer, into);
}
