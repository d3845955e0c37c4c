import type { Instant } from '../../kernel/instant.ts';
import type { Fix, Layer, LayerOutcome } from '../decision.ts';
import type { CheckInFacts, PassFacts } from '../facts.ts';
import {
  coverEdges, intervalEdges, placeAt, placeEdges, sooner, suspendedUntil, suspensionAt, type Thaw, thawOf,
  thawsAt,
} from '../lookup.ts';
import { deny, denyBetween, fix, notAsked, pass, passed } from '../outcome.ts';
import { stretchAt } from '../../membership/standing.ts';
import { overdueEdges, overdueOutcome } from './overdue.ts';
import { standing } from './standing.ts';
import { suspension } from './suspension.ts';
import { waysAt, within } from './ways-in.ts';

/**
 * The layers of a check-in (CHK-1): what blocks every way in denies, and the next way in takes over what is
 * left.
 */

const freezeNotAsked = notAsked('freeze', 'freezeNotAsked');
const noPlanNeeded = notAsked('plan', 'noPlanNeeded');
const thingNotAsked = notAsked('thing', 'thingNotAsked');
const openNow = passed('schedule', 'openNow');
const withinRules = passed('rules', 'withinRules');
const nobody = notAsked('standing', 'standingNotAsked');

/** Turns with contracts, freezes, passes, hours and settings alike. */
function edges(facts: CheckInFacts, into: Instant[]): void {
  placeEdges(facts, into);
  coverEdges(facts.customer, into);
  intervalEdges(facts.passes, into);
  for (const { hours } of facts.passes) if (hours !== null) intervalEdges(hours, into);
  for (const { stretches } of facts.customer?.covers ?? []) {
    for (const { hours } of stretches) if (hours !== null) intervalEdges(hours, into);
  }
  if (facts.openings !== null) intervalEdges(facts.openings, into);
  if (facts.openStay !== null) into.push(facts.openStay.since, facts.openStay.until);
}

export const checkInStanding: Layer<CheckInFacts> = {
  layer: 'standing',
  edges,
  judge: (facts, at) => {
    if (facts.customer === null) return nobody;
    const { denied, all } = waysAt(facts, at);
    if (!denied.has('standing')) return standing.judge(facts, at);
    const first = all[0]!.pass!;
    const said = { section: null, thing: first.name } as const;
    const forContacts = all.every((way) => way.pass?.audience.level === 'contacts');
    if (forContacts) {
      return deny('standing', 'contactsOnly',
        { ...said, level: 'contacts', contractId: null, planName: '' });
    }
    return deny('standing', 'membersOnly', { ...said, level: 'members', standing: 'contact' },
      [fix.takePlan]);
  },
};

export const checkInSuspension: Layer<CheckInFacts> = {
  layer: 'suspension',
  edges: suspension.edges,
  judge: (facts, at) => {
    const general = suspension.judge(facts, at);
    if (general.outcome === 'deny' || facts.customer === null) return general;
    if (!waysAt(facts, at).denied.has('suspension')) return general;
    const { id, cause, during } = suspensionAt(facts.customer.suspensions, at)!;
    return denyBetween(
      'suspension',
      'suspendedBenefits',
      { suspensionId: id, cause, sinceAt: during.start, thing: '' },
      {
        since: during.start,
        until: suspendedUntil(facts.customer.suspensions, at),
        fixes: [
          fix.liftSuspension(facts.customer.id, id),
          fix.location('allowWhileSuspended', facts.locationId),
        ],
      },
    );
  },
};

export const checkInFreeze: Layer<CheckInFacts> = {
  layer: 'freeze',
  edges,
  judge: (facts, at) => {
    const { denied, all, used } = waysAt(facts, at);
    const first = firstThaw(facts, at);
    if (first === null) return freezeNotAsked;
    if (!denied.has('freeze')) {
      const count = all.filter(({ blocked }) => blocked.freeze).length;
      if (count === 0 || used === null) return freezeNotAsked;
      return pass('freeze', 'someFrozen', {
        ...first.fact,
        otherPlan: used.stretch?.planName ?? '',
        frozenCount: count,
        contractCount: all.length,
      });
    }
    return denyBetween('freeze', 'frozenPass', first.fact,
      { since: first.fact.fromAt as Instant, until: first.until,
        fixes: [fix.resumeContract(first.contractId, first.freezeId)] });
  },
};

function firstThaw(facts: CheckInFacts, at: Instant): Thaw | null {
  let first: Thaw | null = null;
  for (const { cover, blocked } of waysAt(facts, at).all) {
    const stretch = cover === null || !blocked.freeze ? null : stretchAt(cover, at);
    if (stretch === null || stretch.freeze === null) continue;
    if (first === null || sooner(thawsAt(cover!, stretch), first.until)) first = thawOf(cover!, stretch);
  }
  return first;
}

export const checkInPlan: Layer<CheckInFacts> = {
  layer: 'plan',
  edges,
  judge: (facts, at) => {
    const { used, denied } = waysAt(facts, at);
    if (used !== null && denied.has('plan')) return otherPlan(facts, used.pass!, at);
    if (used === null || used.cover === null || used.stretch === null) return noPlanNeeded;
    return pass('plan', 'planLimitsKept', {
      contractId: used.cover.contractId,
      planName: used.stretch.planName,
    });
  },
};

/** The pass is for customers of chosen plans, and none of theirs is among them. */
function otherPlan({ customer }: CheckInFacts, pass: PassFacts, at: Instant): LayerOutcome {
  const own = customer?.covers.map((cover) => stretchAt(cover, at)).find((stretch) => stretch !== null);
  return deny('plan', 'notInPlan', { thing: pass.name, plans: [], ownPlan: own?.planName ?? '' },
    [fix.takePlan]);
}

export const checkInThing: Layer<CheckInFacts> = {
  layer: 'thing',
  edges,
  judge: (facts, at) => {
    if (facts.customer === null) return thingNotAsked;
    const { openStay } = facts;
    if (openStay !== null && isInside(openStay, facts, at)) {
      return pass('thing', 'alreadyInside', { checkInId: openStay.checkInId, sinceAt: openStay.since });
    }
    const { used } = waysAt(facts, at);
    if (used === null) return noPass(facts, at);
    if (used.pass === null) {
      return pass('thing', 'passNotNeeded', {
        contractId: used.cover!.contractId,
        planName: used.stretch!.planName,
      });
    }
    const { grantId, passId, name, kind, left } = used.pass;
    return pass('thing', 'passReady', { grantId, passId, passName: name, kind, left });
  },
};

const isInside = (
  { since, until, locationId }: NonNullable<CheckInFacts['openStay']>, facts: CheckInFacts, at: Instant,
): boolean => locationId === facts.locationId && since <= at && at < until;

function noPass(facts: CheckInFacts, at: Instant): LayerOutcome {
  const next = facts.passes.reduce<Instant | null>((first, { start, left }) =>
    (start > at && left !== 0 && (first === null || start < first) ? start : first), null);
  return denyBetween('thing', 'noValidPass', {},
    { until: next, fixes: [fix.giveBenefit(facts.customer!.id), fix.takePlan] });
}

export const checkInSchedule: Layer<CheckInFacts> = {
  layer: 'schedule',
  edges,
  judge: (facts, at) => {
    const { used, denied } = waysAt(facts, at);
    if (used === null) return within(facts.openings, at) ? openNow : closedNow(facts, at);
    if (!denied.has('schedule')) {
      if (!used.planHours) return openNow;
      return pass('schedule', 'inPlanHours',
        { contractId: used.cover!.contractId, planName: used.stretch!.planName });
    }
    const { pass: first, stretch, cover } = used;
    if (used.planHours && !within(stretch!.hours, at)) {
      const opensAt = nextOf(stretch!.hours!, at, stretch!.end);
      const said = { contractId: cover!.contractId, planName: stretch!.planName, opensAt };
      return denyBetween('schedule', 'outsidePlanHours', said,
        { until: opensAt, fixes: [fix.plan('changePlan', stretch!.planId)] });
    }
    if (first !== null && !within(first.hours, at)) {
      const opensAt = nextOf(first.hours!, at, first.end);
      return denyBetween(
        'schedule',
        'outsidePassHours',
        { passName: first.name, opensAt },
        { until: opensAt },
      );
    }
    return closedNow(facts, at);
  },
};

function closedNow(facts: CheckInFacts, at: Instant): LayerOutcome {
  const opensAt = facts.openings === null ? null : nextOf(facts.openings, at);
  return denyBetween('schedule', 'closedNow', { opensAt }, { until: opensAt, fixes: [toOpen(facts, at)] });
}

/** Other hours open nothing on a day that is closed as a whole. */
function toOpen({ closures = [], locationId }: CheckInFacts, at: Instant): Fix {
  const closure = closures.find(({ start, end }) => start <= at && at < end);
  return closure === undefined ? fix.location('changeOpeningHours', locationId)
    : fix.removeClosure(closure.locationId ?? locationId, closure.id);
}

/** `end`: from when on it is over with what has these hours. */
const nextOf = (
  spans: readonly { start: Instant }[], at: Instant, end: Instant | null = null,
): Instant | null => spans.find(({ start }) => start > at && (end === null || start < end))?.start ?? null;

export const checkInRules: Layer<CheckInFacts> = {
  layer: 'rules',
  edges: (facts, into) => {
    placeEdges(facts, into);
    overdueEdges(facts, into);
  },
  judge: (facts, at) => (placeAt(facts.places, at).overdue === null ? withinRules
    : overdueOutcome(facts, at, ({ blocksCheckIn }) => blocksCheckIn) ?? withinRules),
};
