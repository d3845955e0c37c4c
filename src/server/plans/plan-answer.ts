import type { AnsweredPlan } from '../../api/plans.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Currency, Money } from '../../domain/kernel/money.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PlanTerms } from '../../domain/contracts/plan.ts';
import type { PlanRecord } from './load-plans.ts';

/**
 * A plan as the API shows it: the terms in force, prices in the order of their currencies, the location's
 * first.
 */
export function answerPlan(plan: PlanRecord, currency: Currency | null, now: Instant): AnsweredPlan {
  const version = plan.versions.findLast(({ inForceFrom }) => inForceFrom <= now) ?? plan.versions[0];
  if (version === undefined) throw new RangeError(`plan ${plan.id} has no version`);
  const { terms } = version;
  const { prices, signUpFees, entitlements, ...shown } = terms;
  const [first] = moneyOf(prices, currency);
  return {
    ...shown,
    id: plan.id,
    locationId: plan.locationId,
    name: plan.name,
    price: first ?? { amount: 0, currency: currency ?? 'EUR' },
    prices: moneyOf(prices, currency),
    signUpFee: moneyOf(signUpFees, currency)[0] ?? null,
    signUpFees: moneyOf(signUpFees, currency),
    benefits: terms.benefits.map(({ minutes, ...benefit }) => ({ ...benefit, minutes: minutes ?? null })),
    validAt:
      'locationIds' in terms.validAt
        ? { where: 'chosen', locationIds: [...terms.validAt.locationIds] }
        : { where: terms.validAt.where },
    audience:
      'planIds' in terms.audience
        ? { level: 'plans', planIds: [...terms.audience.planIds] }
        : { level: terms.audience.level },
    entitlements: answerEntitlements(entitlements),
    discounts: { bookingPercent: entitlements.bookingDiscountPercent },
    limits: { bookingMinutesPer: entitlements.bookingMinutesPer as Record<string, number> },
    archivedAt: textOrNull(plan.archivedAt),
    createdAt: text(plan.createdAt),
    version: plan.version,
    inForceFrom: text(version.inForceFrom),
  };
}

const answerEntitlements = (given: PlanTerms['entitlements']): AnsweredPlan['entitlements'] => ({
  ...given,
  resourceTypeIds: [...given.resourceTypeIds],
  resourceIds: [...given.resourceIds],
  bookingMinutesPer: given.bookingMinutesPer as Record<string, number>,
  hours:
    given.hours === null
      ? null
      : Object.fromEntries(
          Object.entries(given.hours).map(([weekday, periods]) => [
            weekday,
            periods.map((period) => ({ ...period })),
          ]),
        ),
});

const moneyOf = (amounts: Readonly<Record<string, number>>, first: Currency | null): Money[] =>
  Object.entries(amounts)
    .map(([currency, amount]) => ({ amount, currency: currency as Currency }))
    .sort(
      (a, b) =>
        Number(b.currency === first) - Number(a.currency === first) || (a.currency < b.currency ? -1 : 1),
    );
