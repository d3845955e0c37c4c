import type { PlanOffer, PortalPlace } from '../../apps/portal/readers.ts';
import { type PlanTerms, termsAt } from '../../domain/contracts/plan.ts';
import { contractTermsAt, contractStatusAt } from '../../domain/contracts/contract.ts';
import { presentDecision } from '../../api/decision.ts';
import type { LayerName, LayerOutcome } from '../../domain/access/decision.ts';
import { decideSignUpToPlan } from '../../domain/access/simple-decisions.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { money, parseCurrency } from '../../domain/kernel/money.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { planFacts } from '../access/facts/load-things.ts';
import { loadPlans, type PlanRecord } from '../plans/load-plans.ts';
import { formatsFor } from '../../api/texts/formats.ts';
import { phrasesFor } from '../../api/texts/phrase.ts';
import { loadPass } from '../benefits/passes.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import type { Work } from '../platform/work/shell.ts';
import { decisionInWords } from './decision-words.ts';
import type { Visiting } from './visiting.ts';
import { withTax } from './prices.ts';

/**
 * Plans that this visitor may see here: neither the plan itself nor its audience says no (VIS-2). Whatever
 * else keeps the visitor from signing up is told beside it.
 */
export const loadOffers = (visiting: Visiting, place: PortalPlace): Promise<readonly PlanOffer[]> => {
  const { shell, caller, customerId, language, now } = visiting;
  return shell.read(caller, async (work) => {
    const locationId = place.id as Id<'loc'>;
    const [plans, loaded] = await Promise.all([
      loadPlans(work),
      loadAskFacts(work, { action: 'signUpToPlan', via: 'portal', customerId, locationId }),
    ]);
    const held =
      loaded.held?.contracts.filter((contract) =>
        ['active', 'frozen'].includes(contractStatusAt(contract, now)),
      ) ?? [];
    const mine = new Set(held.map((contract) => contractTermsAt(contract, now).planId));
    const wished = [...plans.values()].filter((plan) => plan.archivedAt === null);
    const shown = await Promise.all(
      wished.map(async (plan) => {
        const decision = decideSignUpToPlan(await planFacts(work, loaded, plan.id), {
          at: now,
          withChange: false,
        });
        if (decision.layers.some(isHidden)) return [];
        const said = decision.allowed || customerId === null ? null
          : await decisionInWords(visiting, presentDecision(decision, { toCustomer: true }));
        return [{ plan, terms: termsAt(plan, now), refusal: said?.verdict ?? null }];
      }),
    );
    const offered = shown.flat();
    const passes = await passNames(
      work,
      offered.flatMap(({ terms }) => terms.benefits.map(({ passId }) => passId)),
    );
    return offered
      .map(({ plan, terms, refusal }) =>
        offerOf(plan, place, { mine: mine.has(plan.id), language, terms, passes, refusal }))
      .toSorted((a, b) => a.price.amount - b.price.amount);
  });
};

/** The layers that say whether it is there to be seen: an audience of plans asks for entitlement (MEM-4). */
const ofBeingSeen: ReadonlySet<LayerName> = new Set(['standing', 'freeze', 'plan', 'thing']);

const isHidden = ({ layer, outcome, code }: LayerOutcome): boolean =>
  outcome === 'deny' && (ofBeingSeen.has(layer) || code === 'suspendedBenefits');

interface Offering {
  readonly mine: boolean;
  readonly language: string;
  readonly terms: PlanTerms;
  readonly passes: ReadonlyMap<string, string>;
  readonly refusal: string | null;
}

/** What an offered plan gives is as public as the plan: the product itself reads the names. */
async function passNames(work: Work, ids: readonly Id<'pas'>[]): Promise<ReadonlyMap<string, string>> {
  const known = await Promise.all(
    [...new Set(ids)].map((id) =>
      work.shell.read(callerOf(system, null), (own) => loadPass(own, id, 'benefits.read')),
    ),
  );
  return new Map(known.map(({ id, name }) => [id, name]));
}

function offerOf(
  { id, name }: PlanRecord,
  place: PortalPlace,
  { mine, language, terms, passes, refusal }: Offering,
): PlanOffer {
  const currency = parseCurrency(place.currency);
  if (currency === null) throw new TypeError(`${place.currency} is no currency`);
  const stated = (amounts: PlanTerms['prices']) => withTax(money(amounts[currency] ?? 0, currency), place);
  return {
    id,
    name,
    mine,
    description: terms.description,
    price: stated(terms.prices),
    signUpFee: terms.signUpFees[currency] === undefined ? null : stated(terms.signUpFees),
    every: terms.cycle.every,
    unit: terms.cycle.unit,
    includes: includesOf(terms, passes, language),
    refusal,
  };
}

function includesOf(
  { benefits, entitlements, cancel }: PlanTerms,
  passes: Offering['passes'],
  language: string,
): string[] {
  const phrase = phrasesFor(language);
  const texts = benefits.map(({ passId, quantity, minutes }) => {
    const pass = passes.get(passId) ?? '';
    if (minutes === null || minutes === undefined)
      return phrase('portal-plans.includes.passes', { count: quantity, pass });
    const length = formatsFor(language).minutes(minutes);
    return phrase('portal-plans.includes.minutes', { length, pass });
  });
  if (entitlements.accessWithoutPass) texts.push(phrase('portal-plans.includes.access'));
  if (entitlements.bookingDiscountPercent > 0)
    texts.push(phrase('portal-plans.includes.discount', { percent: entitlements.bookingDiscountPercent }));
  if (cancel.minimumTermCycles > 0)
    texts.push(phrase('portal-plans.includes.minimum', { count: cancel.minimumTermCycles }));
  else if (cancel.noticeDays === 0) texts.push(phrase('portal-plans.includes.cancelAny'));
  if (cancel.noticeDays > 0)
    texts.push(phrase('portal-plans.includes.notice', { count: cancel.noticeDays }));
  return texts;
}
