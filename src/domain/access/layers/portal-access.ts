import type { Instant } from '../../kernel/instant.ts';
import { isFrozenAt, standingAt } from '../../membership/standing.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, CustomerFacts, ItemFacts, PlaceStretch, SectionFacts } from '../facts.ts';
import { coverEdges, intervalAt, intervalEdges, placeAt, placeEdges, thaw } from '../lookup.ts';
import { deny, denyBetween, fix, pass, passed } from '../outcome.ts';
import type { LevelInForce, PortalSection } from '../section.ts';

/**
 * Layer 1, judged at the instant of asking (BKA-4): not archived, and where it is asked through the portal,
 * allowed to sign in and past the gates: the entire portal, and the section the thing stands in (SEC-3).
 */
export const portalAccess: Layer<AskFacts> = { layer: 'portalAccess', judge, edges };

const known = passed('portalAccess', 'known');
const byLink = passed('portalAccess', 'byLink');
const noGates: readonly PortalSection[] = [];
const onlyPortal: readonly PortalSection[] = ['entirePortal'];
const gates: Readonly<Partial<Record<PortalSection, readonly PortalSection[]>>> = {
  bookings: ['entirePortal', 'bookings'], store: ['entirePortal', 'store'], plans: ['entirePortal', 'plans'],
  discussions: ['entirePortal', 'discussions'], events: ['entirePortal', 'events'],
  articles: ['entirePortal', 'articles'], perks: ['entirePortal', 'perks'], faq: ['entirePortal', 'faq'],
};

/**
 * What must be open before the thing itself is asked about. Signing in and paying by link stay reachable
 * (SEC-3).
 */
function gatesOf(facts: AskFacts): readonly PortalSection[] {
  switch (facts.action) {
    case 'viewSection': return (facts as SectionFacts).section === 'entirePortal' ? noGates : onlyPortal;
    case 'viewItem': return gates[(facts as ItemFacts).section] ?? onlyPortal;
    case 'book': return gates.bookings!;
    case 'buy': return gates.store!;
    case 'signUpToPlan': return gates.plans!;
    case 'post': return gates.discussions!;
    default: return noGates;
  }
}

/**
 * Looking asks for nobody's name where everything on the way is public: then it is as open as to anybody
 * (SEC-5).
 */
export function isOpenToAnybody(facts: AskFacts, place: PlaceStretch): boolean {
  if (facts.action === 'viewSection') {
    return place.levels.entirePortal.level === 'public'
      && place.levels[(facts as SectionFacts).section].level === 'public';
  }
  if (facts.action !== 'viewItem') return false;
  const { section, item } = facts as ItemFacts;
  return item.audience.level === 'public' && place.levels.entirePortal.level === 'public'
    && place.levels[section].level === 'public';
}

const looks = (facts: AskFacts): boolean => facts.action === 'viewSection' || facts.action === 'viewItem';
const asksForName = ({ action }: AskFacts): boolean =>
  action === 'signIn' || action === 'checkIn' || action === 'post';

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  // An invoice is paid by its link, without signing in: nothing here stands before it (SEC-3, ACC-7).
  if (facts.action === 'pay') return byLink;
  const place = placeAt(facts.places, at);
  const { customer } = facts;
  const asksPortal = facts.via === 'portal' || looks(facts) || facts.action === 'signIn';
  if (customer === null) return asksPortal ? nobody(facts, place) : noName();
  if (isOpenToAnybody(facts, place)) return opened('open', 'entirePortal', place.levels.entirePortal);
  const archiving = intervalAt(customer.archivings, at);
  if (archiving !== null) {
    return denyBetween('portalAccess', 'archived', { sinceAt: archiving.start },
      { since: archiving.start, until: archiving.end, fixes: [fix.restoreCustomer(customer.id)] });
  }
  if (!asksPortal) return known;
  if (intervalAt(customer.mayEnter, at) === null) return shutOut(customer, at);
  return past(facts, customer, place, at);
}

function nobody(facts: AskFacts, place: PlaceStretch): LayerOutcome {
  for (const section of gatesOf(facts)) {
    const { level, setAt } = place.levels[section];
    if (level !== 'public')
      return deny('portalAccess', 'notSignedIn', { section, level, setAtId: setAt }, [fix.signIn]);
  }
  return asksForName(facts) ? noName() : opened('open', 'entirePortal', place.levels.entirePortal);
}

const noName = (): LayerOutcome => deny('portalAccess', 'notSignedIn',
  { section: 'entirePortal', level: 'signedIn', setAtId: null }, [fix.signIn]);

function opened(
  code: 'open' | 'signedIn',
  section: PortalSection,
  { level, setAt }: LevelInForce,
): LayerOutcome {
  return pass('portalAccess', code, { section, level, setAtId: setAt });
}

function shutOut(customer: CustomerFacts, at: Instant): LayerOutcome {
  let since: Instant | null = null;
  let until: Instant | null = null;
  for (const { start, end } of customer.mayEnter) {
    if (end !== null && end <= at && (since === null || end > since)) since = end;
    if (start > at && (until === null || start < until)) until = start;
  }
  return denyBetween('portalAccess', 'noPortalAccess', { sinceAt: since },
    { since, until, fixes: [fix.givePortalAccess(customer.id)] });
}

function past(facts: AskFacts, customer: CustomerFacts, place: PlaceStretch, at: Instant): LayerOutcome {
  let last: PortalSection = 'entirePortal';
  for (const section of gatesOf(facts)) {
    const { level, setAt } = place.levels[section];
    last = section;
    if (level !== 'members' && level !== 'contacts') continue;
    const standing = standingAt(customer.covers, at, place.membersAre);
    const fixes = [fix.changeSectionLevel(setAt ?? facts.locationId)];
    if (level === 'contacts' && standing === 'member') {
      return deny('portalAccess', 'gateForContacts', { section, level, setAtId: setAt }, fixes);
    }
    if (level === 'members' && standing === 'contact') {
      return deny('portalAccess', 'gateForMembers', { section, level, setAtId: setAt }, [
        fix.takePlan,
        ...fixes,
      ]);
    }
    if (level === 'members' && !place.frozenMembersEnter && isFrozenAt(customer.covers, at)) {
      const { fact, until, contractId, freezeId } = thaw(customer.covers, at);
      return denyBetween(
        'portalAccess',
        'frozenSection',
        { ...fact, section },
        {
          since: fact.fromAt as Instant,
          until,
          fixes: [
            fix.resumeContract(contractId, freezeId),
            fix.location('letFrozenMembersIn', facts.locationId),
          ],
        },
      );
    }
  }
  return opened('signedIn', last, place.levels[last]);
}

function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action === 'pay') return;
  placeEdges(facts, into);
  const { customer } = facts;
  if (customer === null) return;
  intervalEdges(customer.archivings, into);
  intervalEdges(customer.mayEnter, into);
  coverEdges(customer, into);
}
