import type { PlanOffer, PortalPlace } from '../../apps/portal/readers.ts';
import { type PlanTerms, termsAt } from '../../domain/contracts/plan.ts';
import { contractTermsAt, contractStatusAt } from '../../domain/contracts/contract.ts';
import { decideSignUpToPlan } from '../../domain/access/simple-decisions.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { money, parseCurrency } from '../../domain/kernel/money.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { planFacts } from '../access/load-things.ts';
import { loadPlans, type PlanRecord } from '../plans/load-plans.ts';
import type { Visiting } from './visiting.ts';
import { withTax } from './prices.ts';

/** Plans that this visitor may see here: neither the plan itself nor its audience says no (VIS-2). */
export const loadOffers = (
  { shell, caller, customerId, phrase, now }: Visiting,
  place: PortalPlace,
): Promise<readonly PlanOffer[]> =>
  shell.read(caller, async (work) => {
    const locationId = place.id as Id<'loc'>;
    const [plans, loaded] = await Promise.all([
      loadPlans(work.tx),
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
        const { layers } = decideSignUpToPlan(await planFacts(work, loaded, plan.id), {
          at: now,
          withChange: false,
        });
        const hidden = layers.some(
          ({ layer, outcome }) => outcome === 'deny' && (layer === 'thing' || layer === 'standing'),
        );
        return hidden
          ? []
          : [offerOf(plan, place, { mine: mine.has(plan.id), phrase, terms: termsAt(plan, now) })];
      }),
    );
    return shown.flat().toSorted((a, b) => a.price.amount - b.price.amount);
  });

interface Offering {
  readonly mine: boolean;
  readonly phrase: Visiting['phrase'];
  readonly terms: PlanTerms;
}

function offerOf(
  { id, name }: PlanRecord,
  place: PortalPlace,
  { mine, phrase, terms }: Offering,
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
    includes: includesOf(terms, phrase),
  };
}

function includesOf({ entitlements, cancel }: PlanTerms, phrase: Visiting['phrase']): string[] {
  const texts: string[] = [];
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
