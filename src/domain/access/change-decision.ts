import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import type { Decision, Layer, LayerOutcome } from './decision.ts';
import { type Asked, decide } from './decide.ts';
import type { AskFacts } from './facts.ts';
import { suspension } from './layers/suspension.ts';
import { portalAccess } from './layers/portal-access.ts';
import {
  noFreeze, noPlan, noRules, noSchedule, noStanding, noThing, noTime,
} from './layers/without.ts';
import { placeAt, suspendedUntil, suspensionAt } from './lookup.ts';
import { denyBetween, fix } from './outcome.ts';

/**
 * Somebody changes or cancels a booking of their own: about signing in, and about what suspended customers
 * may still do with what they have booked (SUS-3). Where a changed booking is to go, it is decided as a new
 * one, but for that ({@link asChanged}).
 */
export interface ChangeFacts extends AskFacts {
  readonly action: 'book';
  readonly changing: {
    readonly bookingId: Id<'bok'>;
    readonly resourceId: Id<'res'>;
    readonly resourceName: string;
    readonly during: Span;
  };
}

const asSignIn = (facts: AskFacts): AskFacts => ({ ...facts, action: 'signIn' });

const comingIn: Layer<AskFacts> = {
  layer: 'portalAccess',
  judge: (facts, at) => portalAccess.judge(asSignIn(facts), at),
  edges: (facts, into) => portalAccess.edges(asSignIn(facts), into),
};

const whileSuspended: Layer<ChangeFacts> = {
  layer: 'suspension',
  judge: (facts, at) => mayNotChange(facts, at) ?? suspension.judge(asSignIn(facts), at),
  edges: (facts, into) => suspension.edges(facts, into),
};

function mayNotChange(facts: ChangeFacts, at: Instant): LayerOutcome | null {
  const { customer, changing: { resourceName } } = facts;
  const open = customer === null ? null : suspensionAt(customer.suspensions, at);
  const { signIn, changeBookings } = placeAt(facts.places, at).whileSuspended;
  if (open === null || !signIn || changeBookings) return null;
  const { id, suspensions } = customer!;
  const { during: { start }, cause } = open;
  const said = { suspensionId: open.id, cause, sinceAt: start, thing: resourceName };
  return denyBetween('suspension', 'suspendedChange', said, {
    since: start, until: suspendedUntil(suspensions, at),
    fixes: [fix.liftSuspension(id, open.id), fix.location('allowWhileSuspended', facts.locationId)],
  });
}

export const changeLayers: readonly Layer<ChangeFacts>[] = [
  comingIn, noStanding, whileSuspended, noFreeze, noPlan, noThing, noSchedule, noRules, noTime,
];

export const decideChange = (facts: ChangeFacts, asked: Asked): Decision =>
  decide(changeLayers, facts, asked, {
    target: facts.changing.resourceId, during: facts.changing.during,
  });

/** A booking that is moved: who may change bookings while suspended needs no right to make new ones. */
export const asChanged = <F extends AskFacts>(facts: F): F => ({
  ...facts,
  places: facts.places.map((place) => ({
    ...place,
    whileSuspended: { ...place.whileSuspended, createBookings: place.whileSuspended.changeBookings },
  })),
});
