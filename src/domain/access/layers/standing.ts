import type { Instant } from '../../kernel/instant.ts';
import { standingDuring } from '../../membership/standing.ts';
import type { Fix, Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts, CustomerFacts, PlaceStretch } from '../facts.ts';
import { coverEdges, type Found, memberStretch, nextMemberStretch, placeAt, placeEdges } from '../lookup.ts';
import { deny, denyBetween, fix, notAsked, pass, passed } from '../outcome.ts';
import type { AccessLevel, PortalSection } from '../section.ts';
import { type Asked, audienceOf } from './audience.ts';

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

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  const place = placeAt(facts.places, at);
  const asked = audienceOf(facts, place);
  const { customer } = facts;
  if (asked === null) return customer === null ? notAskedHere : shown(customer, place, at);
  const level = asked.level === 'plans' ? 'signedIn' : asked.level;
  const named: Named = { level, section: asked.section, thing: asked.thing };
  if (level === 'public') return pass('standing', 'forEverybody', named);
  if (customer === null) return deny('standing', 'needsSignIn', named, [fix.signIn]);
  if (level === 'signedIn') return signedIn(facts, asked, named, { customer, place, at });
  const start = facts.action === 'book' ? (facts as BookingFacts).during.start : at;
  const end = facts.action === 'book' ? (facts as BookingFacts).during.end : at;
  const is = standingDuring(customer.covers, start, end, place.membersAre);
  if (level === 'members') {
    return is === 'member' ? shown(customer, place, start) : forMembers(facts, named, place, { start, end });
  }
  return is === 'contact' ? isContact : forContacts(facts, named, place, { start, end });
}

/** Plans ask for entitlement, in layers 4 and 5; the standing is shown beside it. */
function signedIn(
  facts: AskFacts, asked: Asked, named: Named,
  { customer, place, at }: { customer: CustomerFacts; place: PlaceStretch; at: Instant },
): LayerOutcome {
  if (asked.level !== 'plans') return pass('standing', 'forSignedIn', named);
  return shown(customer, place, facts.action === 'book' ? (facts as BookingFacts).during.start : at);
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
  facts: AskFacts, named: Named, place: PlaceStretch, { start, end }: { start: Instant; end: Instant },
): LayerOutcome {
  const { covers } = facts.customer!;
  const fixes = fixesFor(facts, named, place);
  const now = memberStretch(covers, start, place.membersAre);
  if (now !== null && end > start) {
    const endAt = lastEnd(now);
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
  facts: AskFacts, named: Named, place: PlaceStretch, { start, end }: { start: Instant; end: Instant },
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

const lastEnd = ({ cover, stretch }: Found): number => cover.end ?? stretch.end ?? cover.start;

function fixesFor(facts: AskFacts, named: Named, place: PlaceStretch): Fix[] {
  if (named.section !== null) {
    return [fix.takePlan, fix.changeSectionLevel(place.levels[named.section].setAt ?? facts.locationId)];
  }
  if (facts.action !== 'book') return [fix.takePlan];
  return [fix.takePlan, fix.resource('openToAll', (facts as BookingFacts).resource.id)];
}

function edges(facts: AskFacts, into: Instant[]): void {
  placeEdges(facts, into);
  if (facts.action !== 'book') coverEdges(facts.customer, into);
}
