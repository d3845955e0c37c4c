import type { Suspension } from '../../customers/customer.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SuspensionSwitches } from '../../locations/setting.ts';
import type { Action, Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts, ItemFacts, SectionFacts } from '../facts.ts';
import { intervalEdges, placeAt, placeEdges, suspendedUntil, suspensionAt } from '../lookup.ts';
import { denyBetween, fix, notAsked, pass, passed } from '../outcome.ts';
import type { ReasonCode, ReasonFacts } from '../reason.ts';
import type { PortalSection } from '../section.ts';
import { rightOf } from './claim.ts';
import { isOpenToAnybody } from './portal-access.ts';

/** Layer 3, judged at the instant of asking: the operator's switches for suspended customers (SUS-3). */
export const suspension: Layer<AskFacts> = { layer: 'suspension', judge, edges };

const notSuspended = passed('suspension', 'notSuspended');
const notAskedHere = notAsked('suspension', 'suspensionNotAsked');

type Denial = {
  [C in ReasonCode]: ReasonFacts[C] extends ReasonFacts['suspendedSignIn'] ? C : never;
}[ReasonCode];

const needs: Readonly<Record<Action, readonly [keyof SuspensionSwitches, Denial]>> = {
  signIn: ['signIn', 'suspendedSignIn'],
  viewSection: ['signIn', 'suspendedSignIn'],
  viewItem: ['signIn', 'suspendedSignIn'],
  book: ['createBookings', 'suspendedBook'],
  buy: ['buy', 'suspendedBuy'],
  signUpToPlan: ['signUpToPlans', 'suspendedSignUp'],
  checkIn: ['checkIn', 'suspendedCheckIn'],
  pay: ['payInvoices', 'suspendedPay'],
  post: ['post', 'suspendedPost'],
};

/**
 * What can be done in a section besides looking; where all of it is off, the section is shown as read-only.
 */
const actsIn: Readonly<Partial<Record<PortalSection, readonly (keyof SuspensionSwitches)[]>>> = {
  bookings: ['createBookings', 'changeBookings'], store: ['buy'], plans: ['signUpToPlans'],
  payments: ['payInvoices'], benefits: ['useBenefits'], discussions: ['post'], helpDesk: ['openTickets'],
  events: ['buy'],
};

const isReadOnly = (section: PortalSection, switches: SuspensionSwitches): boolean =>
  actsIn[section]?.every((act) => !switches[act]) ?? false;

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  const { customer } = facts;
  if (customer === null) return notAskedHere;
  if (customer.suspensions.length === 0) return notSuspended;
  const open = suspensionAt(customer.suspensions, at);
  if (open === null) return notSuspended;
  const place = placeAt(facts.places, at);
  const switches = place.whileSuspended;
  if (!switches.signIn && isOpenToAnybody(facts, place)) return may(open, false);
  const [switched, code] = needs[facts.action];
  if (!switches[switched]) return no(facts, code, open, at);
  const signsIn = facts.via === 'portal' && facts.action !== 'pay' && facts.action !== 'checkIn';
  if (signsIn && !switches.signIn) return no(facts, 'suspendedSignIn', open, at);
  if (!switches.useBenefits && asksPlan(facts, at)) return no(facts, 'suspendedBenefits', open, at);
  return may(open, facts.action === 'viewSection' && isReadOnly((facts as SectionFacts).section, switches));
}

/** What only a plan gives is a benefit (SUS-3): it asks for entitlement (MEM-4). */
const asksPlan = (facts: AskFacts, at: Instant): boolean => rightOf(facts, at)?.audience.level === 'plans';

const may = ({ id, cause, during }: Suspension, readOnly: boolean): LayerOutcome =>
  pass('suspension', 'suspendedMayStill', { suspensionId: id, cause, sinceAt: during.start, readOnly });

function no(
  facts: AskFacts,
  code: Denial | 'suspendedBenefits',
  open: Suspension,
  at: Instant,
): LayerOutcome {
  const { id, suspensions } = facts.customer!;
  const thing =
    facts.action === 'book'
      ? (facts as BookingFacts).resource.name
      : facts.action === 'viewItem'
        ? (facts as ItemFacts).item.name
        : '';
  return denyBetween(
    'suspension',
    code,
    { suspensionId: open.id, cause: open.cause, sinceAt: open.during.start, thing },
    {
      since: open.during.start,
      until: suspendedUntil(suspensions, at),
      fixes: [fix.liftSuspension(id, open.id), fix.location('allowWhileSuspended', facts.locationId)],
    },
  );
}

function edges(facts: AskFacts, into: Instant[]): void {
  placeEdges(facts, into);
  if (facts.customer === null) return;
  for (const { during } of facts.customer.suspensions) intervalEdges([during], into);
}
