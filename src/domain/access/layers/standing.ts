import type { Instant } from '../../kernel/instant.ts';
import { type Standing, standingDuring } from '../../membership/standing.ts';
import type { Fix, Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts, CustomerFacts, PlaceStretch } from '../facts.ts';
import {
  coverEdges, type Found, memberStretch, nextMemberStretch, placeAt, placeEdges, placesOver,
} from '../lookup.ts';
import { deny, denyBetween, fix, notAsked, pass, passed } from '../outcome.ts';
import type { AccessLevel, PortalSection } from '../section.ts';
import { audienceOf } from './audience.ts';

/**
 * Layer 2: is it for members, for contacts, or for both? A booking is judged over its whole period,
 * everything else at its instant (BKA-4). `members` leaves contacts out and `contacts` leaves members out
 * (SEC-2).
 */
export const standing: Layer<AskFacts> = { layer: 'standing', judge, edges };

const isContact = passed('standing', 'isContact');
const notAskedHere = notAsked('standing', 'standingNotAsked');

interface Named {
  readonly level: AccessLevel;
  readonly section: PortalSection | null;
  readonly thing: string;
}

function judge(facts: AskFacts, asking: Instant): LayerOutcome {
  const isBooking = facts.action === 'book';
  const at = isBooking ? (facts as BookingFacts).during.start : asking;
  const place = placeAt(facts.places, at);
  const asked = audienceOf(facts, place, at);
  const { customer } = facts;
  if (asked === null) return customer === null ? notAskedHere : shown(customer, place, at);
  const level = asked.level === 'plans' ? 'signedIn' : asked.level;
  const named: Named = { level, section: asked.section, thing: asked.thing };
  if (level === 'public') return pass('standing', 'forEverybody', named);
  if (customer === null) return deny('standing', 'needsSignIn', named, [fix.signIn]);
  if (level === 'signedIn') {
    // Plans ask for entitlement, in layers 4 and 5; the standing is shown beside it.
    return asked.level === 'plans' ? shown(customer, place, at) : pass('standing', 'forSignedIn', named);
  }
  const period = { start: at, end: isBooking ? (facts as BookingFacts).during.end : at };
  const is = standingOver(facts, customer, period);
  if (level === 'members') {
    return is === 'member' ? shown(customer, place, at) : forMembers(facts, named, place, period);
  }
  return is === 'contact' ? isContact : forContacts(facts, named, place, period);
}

interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/** By the rule in force in each part of the period: who counts as a member here may change in it (BKA-4). */
function standingOver(
  { places }: AskFacts, { covers }: CustomerFacts, { start, end }: Period,
): Standing | 'both' {
  const parts = placesOver(places, start, end);
  if (parts.length === 1) return standingDuring(covers, start, end, parts[0]!.membersAre);
  const each = parts.map((part, index) => standingDuring(
    covers, index === 0 ? start : part.start, parts[index + 1]?.start ?? end, part.membersAre,
  ));
  return each.every((is) => is === each[0]) ? each[0]! : 'both';
}

function shown(customer: CustomerFacts, place: PlaceStretch, at: Instant): LayerOutcome {
  const found = memberStretch(customer.covers, at, place.membersAre);
  if (found === null) return isContact;
  return pass('standing', 'isMember', {
    contractId: found.cover.contractId,
    planName: found.stretch.planName,
  });
}

function forMembers(
  facts: AskFacts, named: Named, place: PlaceStretch, { start, end }: Period,
): LayerOutcome {
  const { covers } = facts.customer!;
  const fixes = fixesFor(facts, named, place);
  const now = memberStretch(covers, start, place.membersAre);
  const endAt = now?.cover.end ?? null;
  if (now !== null && endAt !== null && endAt < end) {
    return deny('standing', 'membershipEnds', { ...named, endAt, ...naming(now) }, fixes);
  }
  const elsewhere = memberStretch(covers, start, 'anyOfNetwork');
  const next = nextMemberStretch(covers, start, place.membersAre);
  const until = next === null ? null : next.stretch.start;
  if (elsewhere !== null) {
    return denyBetween('standing', 'memberElsewhere', { ...named, ...naming(elsewhere) },
      { until, fixes: [...fixes, fix.location('changeMembersRule', facts.locationId)] });
  }
  if (next !== null) {
    return denyBetween(
      'standing',
      'membershipStarts',
      { ...named, startAt: next.stretch.start, ...naming(next) },
      { until, fixes },
    );
  }
  return deny('standing', 'membersOnly', { ...named, standing: 'contact' }, fixes);
}

function forContacts(
  facts: AskFacts, named: Named, place: PlaceStretch, { start, end }: Period,
): LayerOutcome {
  const { covers } = facts.customer!;
  const found = memberStretch(covers, start, place.membersAre)
    ?? nextMemberStretch(covers, start, place.membersAre);
  const name = found === null ? { contractId: null, planName: '' } : naming(found);
  const until = end > start ? null : contactFrom(facts.customer!, place, start);
  return denyBetween('standing', 'contactsOnly', { ...named, ...name },
    { until, fixes: fixesFor(facts, named, place).filter(({ code }) => code !== 'takePlan') });
}

/** When the last contract that counts here runs out; null: not known. */
function contactFrom({ covers }: CustomerFacts, place: PlaceStretch, from: Instant): Instant | null {
  let at = from;
  for (let found = memberStretch(covers, at, place.membersAre); found !== null;) {
    if (found.stretch.end === null) return null;
    at = found.stretch.end;
    found = memberStretch(covers, at, place.membersAre);
  }
  return at;
}

const naming = ({ cover, stretch }: Found): { contractId: string; planName: string } =>
  ({ contractId: cover.contractId, planName: stretch.planName });

function fixesFor(facts: AskFacts, named: Named, place: PlaceStretch): Fix[] {
  if (named.section !== null) {
    return [fix.takePlan, fix.changeSectionLevel(place.levels[named.section].setAt ?? facts.locationId)];
  }
  if (facts.action !== 'book') return [fix.takePlan];
  return [fix.takePlan, fix.resource('openToAll', (facts as BookingFacts).resource.id)];
}

/** The answer about a booking is the same whenever it is asked. */
function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action === 'book') return;
  placeEdges(facts, into);
  coverEdges(facts.customer, into);
}
