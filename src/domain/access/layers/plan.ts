import type { Id } from '../../kernel/id.ts';
import { type Instant, MINUTE } from '../../kernel/instant.ts';
import { encloses } from '../../kernel/interval.ts';
import { stretchAt } from '../../membership/standing.ts';
import { dayIndexAt } from '../../kernel/calendar.ts';
import type { Fix, Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts, CustomerFacts, ItemFacts, PlanFacts } from '../facts.ts';
import { coverEdges } from '../lookup.ts';
import { deny, denyBetween, fix, notAsked, pass } from '../outcome.ts';
import type { PlanNamed, ReasonFacts } from '../reason.ts';
import { type Claim, claimsOver, lets, type Right, rightOf } from './claim.ts';

/**
 * Layer 5: what only chosen plans give asks for a contract to one of them that is valid here; and a plan's
 * hours and limits hold for whatever its customers book (BKA-1).
 */
export const plan: Layer<AskFacts> = { layer: 'plan', judge, edges };

const notNeeded = notAsked('plan', 'noPlanNeeded');
type Limit = 'day' | 'week' | 'cycle';
const limits: readonly Limit[] = ['day', 'week', 'cycle'];

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  const right = rightOf(facts, at);
  if (right === null) return notNeeded;
  const asked = { right, start: right.start ?? at, end: right.end ?? at };
  if (right.audience.level === 'plans') return chosenPlans(facts, asked);
  if (facts.action !== 'book' || facts.customer === null) return notNeeded;
  const claims = claimsOver(facts.customer.covers, asked.start, asked.end, ({ validHere }) => validHere);
  const open = claims.filter(({ frozen }) => frozen === null);
  return open.length === 0 ? notNeeded : withinLimits(facts as BookingFacts, open) ?? limitsKept(open[0]!);
}

interface AskedOf {
  readonly right: Right;
  readonly start: Instant;
  readonly end: Instant;
}

function chosenPlans(facts: AskFacts, { right, start, end }: AskedOf): LayerOutcome {
  const { customer } = facts;
  const planIds = right.audience.level === 'plans' ? right.audience.planIds : [];
  if (customer === null) return notIncluded(facts, right);
  const giving = claimsOver(customer.covers, start, end,
    (stretch) => stretch.validHere && lets(stretch, planIds, right.plan));
  const [first] = giving;
  if (first === undefined) return missing(facts, customer, { right, start, end });
  const open = giving.filter(({ frozen }) => frozen === null);
  const used = open.length === 0 ? giving : open;
  const denied = facts.action === 'book' ? withinLimits(facts as BookingFacts, used) : null;
  return denied ?? pass('plan', 'planIncludes', { ...naming(used[0]!), thing: right.thing });
}

const limitsKept = (claim: Claim): LayerOutcome => pass('plan', 'planLimitsKept', naming(claim));

/** Null where one of the contracts leaves room; else what the first of them says. */
function withinLimits(facts: BookingFacts, claims: readonly Claim[]): LayerOutcome | null {
  let first: LayerOutcome | null = null;
  for (const claim of claims) {
    const denied = outsideHours(facts, claim) ?? overLimit(facts, claim);
    if (denied === null) return null;
    first ??= denied;
  }
  return first;
}

function outsideHours({ during }: BookingFacts, claim: Claim): LayerOutcome | null {
  const { hours, planId } = claim.stretch;
  if (hours === null || hours.some((span) => encloses(span, during))) return null;
  const next = hours.find(({ start }) => start >= during.start)?.start ?? null;
  return denyBetween('plan', 'outsidePlanHours', { ...naming(claim), opensAt: next },
    { until: next, fixes: [fix.plan('changePlan', planId)] });
}

function overLimit(facts: BookingFacts, claim: Claim): LayerOutcome | null {
  const { entitlements } = claim.stretch.terms;
  for (const per of limits) {
    const limitMinutes = entitlements.bookingMinutesPer[per];
    if (limitMinutes === undefined) continue;
    const period = periodOf(facts, claim, per);
    const asked = minutes(facts.during.start, facts.during.end);
    const usedMinutes = facts.booked.reduce((sum, { during }) =>
      (during.start >= period.start && (period.end === null || during.start < period.end)
        ? sum + minutes(during.start, during.end) : sum), 0);
    if (usedMinutes + asked <= limitMinutes) continue;
    return denyBetween('plan', 'planLimitUsed',
      { ...naming(claim), per, limitMinutes, usedMinutes, renewsAt: period.end },
      { until: period.end, fixes: [fix.plan('changePlan', claim.stretch.planId)] });
  }
  return null;
}

/** A booking counts in the day, the week (from Monday) and the cycle in which it begins. */
function periodOf(
  facts: BookingFacts,
  { cover }: Claim,
  per: Limit,
): { start: Instant; end: Instant | null } {
  const { calendar, during } = facts;
  if (per === 'cycle') {
    const turn = cover.turnStarts.findLastIndex((start) => start <= during.start);
    return { start: cover.turnStarts[turn] ?? cover.start, end: cover.turnStarts[turn + 1] ?? cover.end };
  }
  const day = dayIndexAt(calendar, during.start);
  const first = per === 'day' ? day : day - ((day + calendar.firstWeekday - 1) % 7);
  const length = per === 'day' ? 1 : 7;
  return { start: calendar.starts[Math.max(0, first)]!, end: calendar.starts[first + length] ?? null };
}

/** Nobody gives it for all of the period: the nearest miss says most. */
function missing(facts: AskFacts, customer: CustomerFacts, { right, start, end }: AskedOf): LayerOutcome {
  const planIds = right.audience.level === 'plans' ? right.audience.planIds : [];
  const gives = (stretch: Parameters<typeof lets>[0]): boolean => lets(stretch, planIds, right.plan);
  const [elsewhere] = claimsOver(customer.covers, start, end, gives);
  if (elsewhere !== undefined) {
    return deny('plan', 'planNotValidHere', { ...naming(elsewhere), thing: right.thing },
      [fix.plan('changePlan', elsewhere.stretch.planId)]);
  }
  for (const cover of customer.covers) {
    for (const stretch of cover.stretches) {
      if (!gives(stretch) || !stretch.validHere) continue;
      const name = { contractId: cover.contractId, planName: stretch.planName, thing: right.thing };
      if (stretch.start > start) {
        // The plan is theirs already, and comes to give it under its next version.
        if (stretchAt(cover, start)?.planId === stretch.planId)
          return notIncluded(facts, right, { start, until: stretch.start });
        return denyBetween('plan', 'contractStarts', { ...name, startAt: stretch.start },
          { until: stretch.start, fixes: fixesFor(facts, planIds) });
      }
      if (stretch.end !== null && stretch.end > start && stretch.end < end) {
        return deny('plan', 'contractEnds', { ...name, endAt: stretch.end }, fixesFor(facts, planIds));
      }
    }
  }
  return notIncluded(facts, right, { start });
}

function notIncluded(
  facts: AskFacts, right: Right,
  { start = null, until = null }: { start?: Instant | null; until?: Instant | null } = {},
): LayerOutcome {
  const planIds = right.audience.level === 'plans' ? right.audience.planIds : [];
  const { planNames = [] } = facts as BookingFacts | ItemFacts | PlanFacts;
  const plans: PlanNamed[] = [...planNames].map(([planId, planName]) => ({ planId, planName }));
  const own = start === null ? null : ownPlan(facts.customer!, start);
  const said: ReasonFacts['notInPlan'] = { thing: right.thing, plans, ownPlan: own?.name ?? '' };
  const fixes = fixesFor(facts, own === null ? planIds : [...planIds, own.id]);
  return denyBetween('plan', 'notInPlan', said, { until, fixes });
}

function ownPlan(customer: CustomerFacts, at: Instant): { id: Id<'pla'>; name: string } | null {
  for (const cover of customer.covers) {
    const stretch = stretchAt(cover, at);
    if (stretch !== null) return { id: stretch.planId, name: stretch.planName };
  }
  return null;
}

function fixesFor(facts: AskFacts, planIds: readonly Id<'pla'>[]): Fix[] {
  const fixes: Fix[] = [fix.takePlan];
  const own = planIds.at(-1);
  if (own !== undefined) fixes.push(fix.plan('includeInPlan', own));
  if (facts.action === 'book') fixes.push(fix.resource('openToAll', (facts as BookingFacts).resource.id));
  return fixes;
}

const naming = ({ cover, stretch }: Claim): { contractId: string; planName: string } =>
  ({ contractId: cover.contractId, planName: stretch.planName });

const minutes = (start: Instant, end: Instant): number => Math.floor((end - start) / MINUTE);

/** The answer about a booking is the same whenever it is asked. */
function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action !== 'book') coverEdges(facts.customer, into);
}
