import type { Decision } from '../../domain/access/decision.ts';
import type { CheckInFacts, CustomerFacts } from '../../domain/access/facts.ts';
import { HORIZON } from '../../domain/access/decide.ts';
import type { CycleGrant } from '../../domain/benefits/cycle-grants.ts';
import type { PassCandidate, PassQuestion } from '../../domain/benefits/pass-order.ts';
import type { PassHours } from '../../domain/benefits/pass.ts';
import { passFacts } from '../../domain/check-ins/pass-facts.ts';
import { isSuspendedAt } from '../../domain/customers/customer.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Zone } from '../../domain/kernel/zone.ts';
import type { WeekHours } from '../../domain/locations/setting.ts';
import { standingAt, stretchAt } from '../../domain/membership/standing.ts';
import { openSpans } from '../../domain/resources/opening.ts';
import { checkInFactsOf } from '../access/check-in-facts.ts';
import type { Loaded } from '../access/load-facts.ts';
import {
  type Benefits,
  candidatesAt,
  comingGrants,
  contractSide,
  loadBenefits,
  missingGrants,
} from '../benefits/load-benefits.ts';
import { type Locations, locationOf, settingAt } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { findOpenStay, type StayRow } from './check-in-store.ts';

interface Where {
  readonly locationId: Id<'loc'>;
  readonly at: Instant;
}

/**
 * For the question "may they come in?" of the access word: passes in order and the open stay, nothing
 * written.
 */
export async function suppliedCheckIn(
  work: Work,
  loaded: Loaded<'checkIn'>,
  { at, within }: { at: Instant; within: Span },
): Promise<CheckInFacts> {
  const customerId = loaded.facts.customer?.id;
  if (customerId === undefined) return checkInFactsOf(loaded, within, { passes: [], openStay: null });
  const benefits = await loadBenefits(work, customerId, loaded.held);
  return factsFor(loaded, benefits, { at, within, open: await findOpenStay(work.tx, customerId) });
}

/** The facts of a check-in from what was loaded; cycles that are due or to come count as candidates too. */
export function factsFor(
  loaded: Loaded<'checkIn'>,
  benefits: Benefits,
  { at, within, open, grantId }: {
    at: Instant; within: Span; open: StayRow | null; grantId?: Id<'bft'> | undefined;
  },
): CheckInFacts {
  const { locationId, customer } = loaded.facts;
  const where = { locationId, at };
  const owned = candidatesAt(benefits, loaded.locations, { here: locationId, at });
  const coming = toCome(benefits, loaded.locations, { ...where, until: within.end });
  const passes = passFacts([...owned, ...coming], {
    question: passQuestion(loaded.locations, customer!, where),
    spansOf: spansWithin(within, locationOf(loaded.locations, locationId).zone),
    isOwned: (candidate) => owned.includes(candidate),
  });
  const openStay = open === null ? null : {
    checkInId: open.id, locationId: open.locationId, since: open.startedAt, until: open.cutOffAt,
  };
  const asked = grantId === undefined ? passes : passes.filter((one) => one.grantId === grantId);
  return checkInFactsOf(loaded, within, { passes: asked, openStay });
}

/** PAS-6, asked here and now for this customer. */
export function passQuestion(locations: Locations, customer: CustomerFacts, where: Where): PassQuestion {
  const { at, locationId } = where;
  const stretches = customer.covers
    .map((cover) => stretchAt(cover, at))
    .filter((stretch) => stretch !== null);
  const entitled = stretches.filter(({ freeze, validHere }) => freeze === null && validHere);
  return {
    locationId,
    at,
    zone: locationOf(locations, locationId).zone,
    standing: standingAt(customer.covers, at, settingAt(locations, where, 'membersAre')),
    entitledPlanIds: new Set(entitled.map(({ planId }) => planId)),
    locationCount: locations.tree.size,
    mayUseBenefits:
      !isSuspendedAt(customer.suspensions, at) || settingAt(locations, where, 'whileSuspended').useBenefits,
  };
}

function toCome(
  benefits: Benefits, locations: Locations, { locationId, at, until }: Where & { readonly until: Instant },
): PassCandidate[] {
  const grants = [...missingGrants(benefits, at), ...comingGrants(benefits, at, until)];
  return grants.flatMap((grant) => {
    const pass = benefits.planPasses.get(grant.passId);
    if (pass === undefined) return [];
    const side = contractSide(benefits, locations, { contractId: grant.contractId, here: locationId, at });
    return [
      {
        grant: unowned(grant, benefits.customerId),
        pass,
        left: grant.units,
        usedUntil: null,
        sharedByTeam: false,
        ...side,
      },
    ];
  });
}

const unowned = (grant: CycleGrant, customerId: Id<'cus'>): PassCandidate['grant'] => ({
  id: `bft_${grant.cycleDay}` as Id<'bft'>,
  customerId,
  passId: grant.passId,
  source: 'plan',
  from: grant,
  validFrom: grant.validFrom,
  expiresAt: grant.expiresAt,
  expiryMoves: grant.expiryMoves,
});

/** Hours of passes as instants, each set of hours worked out once. */
function spansWithin(within: Span, zone: Zone): (hours: PassHours | null) => readonly Span[] | null {
  const known = new Map<PassHours, readonly Span[]>();
  return (hours) => {
    if (hours === null) return null;
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [], ...hours } as WeekHours;
    const openingHours = [{ inForceFrom: within.start, hours: week }];
    const spans =
      known.get(hours) ?? openSpans({ zone, closures: [], resourceHours: null, openingHours }, within);
    known.set(hours, spans);
    return spans;
  };
}

/**
 * Hours and cycles are worked out for some days at first; for all the horizon only where nothing turns within
 * those, and something of them could later.
 */
export const nearFuture = (at: Instant): Span => ({ start: at, end: instant(at + 8 * 86_400_000) });
export const wholeHorizon = (at: Instant): Span => ({ start: at, end: instant(at + HORIZON) });

/** Whether days further ahead could say something else about when the answer changes. */
export const isSettled = (
  { openings, passes, customer }: CheckInFacts, { nextChange }: Pick<Decision, 'nextChange'>, { end }: Span,
): boolean =>
  (nextChange !== null && nextChange < end)
  || (openings === null && (customer?.covers ?? []).length === 0
    && passes.every(({ hours }) => hours === null));
