import type { Audience } from '../../customers/audience.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Span } from '../../kernel/interval.ts';
import type { Cover, CoverStretch } from '../../membership/cover.ts';
import { standingAt, stretchAt } from '../../membership/standing.ts';
import type { CheckInFacts, PassFacts, PlaceStretch } from '../facts.ts';
import { placeAt, suspensionAt } from '../lookup.ts';

/**
 * A way to come in: a pass, pay-as-you-go, or a plan that needs no pass (CHK-4); and the layers that block
 * it.
 */
export interface WayIn {
  readonly pass: PassFacts | null;
  readonly cover: Cover | null;
  readonly stretch: CoverStretch | null;
  readonly blocked: Readonly<Record<WayLayer, boolean>>;
  /** The plan's own hours hold instead of the location's. */
  readonly planHours: boolean;
}

export type WayLayer = 'standing' | 'suspension' | 'freeze' | 'plan' | 'schedule';
const wayLayers: readonly WayLayer[] = ['standing', 'suspension', 'freeze', 'plan', 'schedule'];

export interface Ways {
  readonly all: readonly WayIn[];
  /** The way that is used, or would be, were it not for what denies. */
  readonly used: WayIn | null;
  /** Layers at which no way is left that the layers before had left. */
  readonly denied: ReadonlySet<WayLayer>;
}

/**
 * Every layer keeps the ways it does not block; where none would be left it denies and the rest go on. Seven
 * layers ask one after the other, so the last answer is at hand: a decision is made of one asking.
 */
export function waysAt(facts: CheckInFacts, at: Instant): Ways {
  if (last === null || last.facts !== facts || last.at !== at) last = { facts, at, ways: waysOf(facts, at) };
  return last.ways;
}

let last: { readonly facts: CheckInFacts; readonly at: Instant; readonly ways: Ways } | null = null;

function waysOf(facts: CheckInFacts, at: Instant): Ways {
  const all = [...plansWithoutPass(facts, at), ...passesAt(facts, at)];
  const denied = new Set<WayLayer>();
  let left: readonly WayIn[] = all;
  for (const layer of wayLayers) {
    const open = left.filter(({ blocked }) => !blocked[layer]);
    if (open.length > 0) left = open;
    else if (left.length > 0) denied.add(layer);
  }
  return { all, used: left[0] ?? null, denied };
}

function plansWithoutPass(facts: CheckInFacts, at: Instant): WayIn[] {
  const ways: WayIn[] = [];
  const shut = benefitsBlocked(facts, at);
  for (const cover of facts.customer?.covers ?? []) {
    const stretch = stretchAt(cover, at);
    if (stretch === null || !stretch.validHere || !stretch.terms.entitlements.accessWithoutPass) continue;
    const blocked = {
      standing: false,
      suspension: shut,
      freeze: stretch.freeze !== null,
      plan: false,
      schedule: !within(hoursFor(facts, stretch), at),
    };
    ways.push({ pass: null, cover, stretch, blocked, planHours: stretch.hours !== null });
  }
  return ways;
}

function passesAt(facts: CheckInFacts, at: Instant): WayIn[] {
  const ways: WayIn[] = [];
  const place = placeAt(facts.places, at);
  const shut = benefitsBlocked(facts, at);
  for (const pass of facts.passes) {
    if (pass.start > at || (pass.end !== null && pass.end <= at) || pass.left === 0) continue;
    const cover = facts.customer?.covers.find(({ contractId }) => contractId === pass.contractId) ?? null;
    const stretch = cover === null ? null : stretchAt(cover, at);
    const audience = audienceOutcome(facts, pass.audience, place, at);
    const inTime = within(pass.hours, at) && within(hoursFor(facts, stretch), at);
    const blocked = {
      standing: audience === 'no', suspension: shut && pass.kind !== 'payg',
      freeze: audience === 'frozen' || (stretch !== null && stretch.freeze !== null),
      plan: audience === 'otherPlan', schedule: !inTime,
    };
    const planHours = stretch !== null && stretch.hours !== null;
    ways.push({ pass, cover: frozenCover(facts, cover, at), stretch, blocked, planHours });
  }
  return ways;
}

/**
 * Passes, credits and what plans give are benefits: off while suspended, unless the location says otherwise.
 */
function benefitsBlocked(facts: CheckInFacts, at: Instant): boolean {
  if (facts.customer === null || suspensionAt(facts.customer.suspensions, at) === null) return false;
  return !placeAt(facts.places, at).whileSuspended.useBenefits;
}

function audienceOutcome(
  facts: CheckInFacts, audience: Audience, place: PlaceStretch, at: Instant,
): 'yes' | 'no' | 'otherPlan' | 'frozen' {
  const covers = facts.customer?.covers ?? [];
  if (audience.level === 'members')
    return standingAt(covers, at, place.membersAre) === 'member' ? 'yes' : 'no';
  if (audience.level === 'contacts')
    return standingAt(covers, at, place.membersAre) === 'contact' ? 'yes' : 'no';
  if (audience.level !== 'plans') return 'yes';
  const chosen = covers.map((cover) => stretchAt(cover, at))
    .filter((stretch) => stretch !== null && stretch.validHere && audience.planIds.includes(stretch.planId));
  if (chosen.length === 0) return 'otherPlan';
  return chosen.some((stretch) => stretch!.freeze === null) ? 'yes' : 'frozen';
}

const hoursFor = ({ openings }: CheckInFacts, stretch: CoverStretch | null): readonly Span[] | null =>
  stretch?.hours ?? openings;

export const within = (hours: readonly Span[] | null, at: Instant): boolean =>
  hours === null || hours.some(({ start, end }) => start <= at && at < end);

/** A pass for chosen plans has no contract of its own: the frozen one that would let its customer use it. */
function frozenCover(facts: CheckInFacts, cover: Cover | null, at: Instant): Cover | null {
  if (cover !== null) return cover;
  return facts.customer?.covers.find((of) => stretchAt(of, at)?.freeze) ?? null;
}
