import type { SentPlan } from '../../api/plans.ts';
import type { Money } from '../../domain/kernel/money.ts';
import {
  type PlanBenefit,
  type PlanEntitlements,
  type PlanTerms,
  planTermsAtFirst,
} from '../../domain/contracts/plan.ts';

/**
 * The terms that a plan has after what was sent: what was left out stays as it was, or at its first value.
 */
export function termsFrom(sent: SentPlan, before: PlanTerms | null): PlanTerms {
  const was = before ?? { ...planTermsAtFirst, prices: {}, cycle: { every: 1, unit: 'month' as const } };
  return {
    description: sent.description ?? was.description,
    prices: pricesFrom(sent) ?? was.prices,
    cycle: sent.cycle ?? was.cycle,
    billing: { ...was.billing, ...present(sent.billing) },
    billingDay: sent.billingDay === undefined ? was.billingDay : sent.billingDay,
    signUpFees: sent.signUpFee === undefined ? was.signUpFees : byCurrency(sent.signUpFee ?? []),
    usageInvoicing: sent.usageInvoicing ?? was.usageInvoicing,
    dueDays: sent.dueDays === undefined ? was.dueDays : sent.dueDays,
    validAt: sent.validAt ?? was.validAt,
    benefits: sent.benefits?.map(benefitFrom) ?? was.benefits,
    entitlements: entitlementsFrom(sent, was.entitlements),
    freeze: { ...was.freeze, ...present(sent.freeze) },
    cancel: { ...was.cancel, ...present(sent.cancel) },
    suspendOnJoin: sent.suspendOnJoin ?? was.suspendOnJoin,
    audience: sent.audience ?? was.audience,
    shownInPortal: sent.shownInPortal ?? was.shownInPortal,
  };
}

function entitlementsFrom(sent: SentPlan, was: PlanEntitlements): PlanEntitlements {
  const given = present(sent.entitlements) as Partial<PlanEntitlements>;
  const minutes = sent.limits?.bookingMinutesPer ?? sent.entitlements?.bookingMinutesPer;
  return {
    ...was,
    ...given,
    bookingMinutesPer: minutes === undefined ? was.bookingMinutesPer : present(minutes),
    bookingDiscountPercent:
      sent.discounts?.bookingPercent ??
      sent.entitlements?.bookingDiscountPercent ??
      was.bookingDiscountPercent,
  };
}

const benefitFrom = (sent: NonNullable<SentPlan['benefits']>[number]): PlanBenefit => ({
  passId: sent.passId,
  quantity: sent.quantity ?? 1,
  expires: sent.expires,
  ...(sent.minutes !== undefined && { minutes: sent.minutes }),
});

function pricesFrom(sent: SentPlan): PlanTerms['prices'] | null {
  if (sent.prices === undefined && sent.price === undefined) return null;
  return byCurrency([...(sent.prices ?? []), ...(sent.price === undefined ? [] : [sent.price])]);
}

const byCurrency = (list: readonly Money[]): Record<string, number> =>
  Object.fromEntries(list.map(({ amount, currency }) => [currency, amount]));

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Only what was sent: a field that is undefined does not undo what was there. */
const present = <T extends object>(sent: T | undefined): Present<T> =>
  Object.fromEntries(Object.entries(sent ?? {}).filter(([, value]) => value !== undefined)) as Present<T>;
