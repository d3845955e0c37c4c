import { isPortalSection } from '../../../domain/access/section.ts';
import type { Asked, Outcome } from './route.ts';
import { show } from './route.ts';
import type { ClosedFacts } from '../pages/facts.ts';
import type { Decision } from '../readers.ts';
import { isolate } from '../parts/isolate.ts';
import { whyLayers } from './why.ts';

/**
 * A closed section answers with its reason and the way forward (SEC-6): 401 where signing in would help,
 * 403 where it would not.
 */
export async function closedPage(asked: Asked, section: string, decision: Decision): Promise<Outcome> {
  const { visit, phrase } = asked;
  const code = decision.firstDenial?.code ?? 'unknown';
  const signedOut = visit.customer === null && visit.accountEmail === null;
  const status = signedOut ? 401 : 403;
  const heading = phrase('portal-closed.heading', {
    section: phrase(`portal-closed.section.${section}`),
    to: openTo(code),
  });
  const facts: ClosedFacts = {
    heading,
    text: textOf(asked, decision),
    why: whyLayers(decision, phrase),
    ...(await wayForward(asked, decision, signedOut)),
    remind: await remindOf(asked, section),
  };
  return show('closed', heading, facts, { status });
}

/** Only where the day is known on which the refusal ends. */
async function remindOf(
  { visit, phrase, link, place }: Asked, section: string,
): Promise<ClosedFacts['remind']> {
  if (visit.customer === null || !isPortalSection(section)) return null;
  const decision = await visit.refuse(section, place);
  return decision.nextChange === null ? null
    : { label: phrase('portal-remind.ask'), href: link('remind', { target: section }) };
}

type OpenTo = 'members' | 'contacts' | 'signedIn' | 'nobody';

/** Whom the reason code names as those who may enter; the code comes from the engine. */
function openTo(code: string): OpenTo {
  const known: Readonly<Record<string, OpenTo>> = {
    membersOnly: 'members',
    gateForMembers: 'members',
    memberElsewhere: 'members',
    frozenSection: 'members',
    membershipStarts: 'members',
    contactsOnly: 'contacts',
    gateForContacts: 'contacts',
    notSignedIn: 'signedIn',
    needsSignIn: 'signedIn',
  };
  return known[code] ?? 'nobody';
}

function textOf({ visit, phrase, sections }: Asked, decision: Decision): string {
  const { customer } = visit;
  const to = openTo(decision.firstDenial?.code ?? '');
  if (customer === null || to === 'nobody') return decision.verdict;
  const email = isolate(customer.email);
  const helps = to === 'members' && customer.standing === 'contact' && sections.plans.allowed;
  return helps ? phrase('portal-closed.anyPlan', { email }) : decision.verdict;
}

type Forward = Pick<ClosedFacts, 'offer' | 'act' | 'grants'>;

/** What opens it, if anything a customer can do does. */
async function wayForward(asked: Asked, decision: Decision, signedOut: boolean): Promise<Forward> {
  const { visit, phrase, link, place, sections } = asked;
  if (signedOut) {
    return {
      offer: null,
      grants: [],
      act: { label: phrase('portal-frame.menu.signIn'), href: link('signIn', { next: asked.address }) },
    };
  }
  const members = openTo(decision.firstDenial?.code ?? '') === 'members';
  const [offers, wallet] = await Promise.all([
    members && visit.customer?.standing === 'contact' && sections.plans.allowed ? visit.plans(place) : [],
    visit.customer !== null && sections.benefits.allowed ? visit.wallet() : null,
  ]);
  const grants = (wallet?.grants ?? []).filter((grant) => grant.left > 0 && !grant.paused).slice(0, 2);
  const home = sections.home.allowed ? { label: phrase('portal-closed.home'), href: link('home') } : null;
  return { offer: offers[0] ?? null, grants, act: offers.length > 0 ? null : home };
}
