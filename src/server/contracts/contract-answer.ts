import type { z } from 'zod';
import type { AnsweredContract, freezeSchema } from '../../api/contracts.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Currency, Money } from '../../domain/kernel/money.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import { billingDayOf, lastDayOf } from '../../domain/contracts/cancellation.ts';
import { contractStatusAt, type ContractTerms, type Freeze } from '../../domain/contracts/contract.ts';
import { isTakenBack, minimumTermEnd } from '../../domain/contracts/minimum-term.ts';
import type { TermsOfPlan } from '../../domain/contracts/turns.ts';
import { contractTermsOn, nextTerms } from '../../domain/contracts/turns.ts';
import { type Plans, termsIn } from '../plans/load-plans.ts';
import type { ContractRecord } from './contract-record.ts';

type AnsweredFreeze = z.input<typeof freezeSchema>;

/** A contract as the API shows it at an instant. */
export function answerContract(
  contract: ContractRecord,
  plans: Plans,
  { at, nextInvoiceDay }: { at: Instant; nextInvoiceDay: Day | null },
): AnsweredContract {
  const termsOfPlan = termsIn(plans, at);
  const today = dayAt(at, contract.zone);
  const terms = contractTermsOn(contract, today);
  const next = nextTerms(contract, today);
  const { currency } = contract;
  return {
    id: contract.id,
    customerId: contract.customerId,
    customerName: contract.customerName,
    locationId: contract.locationId,
    teamId: contract.teamId,
    seats: contract.seats,
    planId: terms.planId,
    planName: plans.get(terms.planId)?.name ?? '',
    status: contractStatusAt(contract, at),
    startDay: contract.startDay,
    endDay: contract.endDay,
    lastDay: lastDayOf(contract.endDay),
    billingDay: billingDayOf(contract, termsOfPlan),
    cycle: termsOfPlan(terms.planId).cycle,
    price: priceOf(terms, termsOfPlan, currency),
    ownPrice: ownPriceOf(terms, currency),
    quantity: terms.quantity,
    minimumTermEndDay: minimumTermEnd(contract, today),
    noticeDays: contract.noticeDays,
    usageInvoicing: contract.usageInvoicing ?? termsOfPlan(terms.planId).usageInvoicing,
    nextPlan:
      next === null
        ? null
        : {
            planId: next.planId,
            planName: plans.get(next.planId)?.name ?? '',
            fromDay: next.fromDay,
            price: priceOf(next, termsOfPlan, currency),
            ownPrice: ownPriceOf(next, currency),
          },
    freezes: contract.freezes.map((freeze) => answerFreeze(contract, freeze, at)),
    cancelledAt: textOrNull(contract.cancelledAt),
    nextInvoiceDay,
    createdAt: text(contract.createdAt),
    version: contract.version,
  };
}

export function answerFreeze(contract: ContractRecord, freeze: Freeze, at: Instant): AnsweredFreeze {
  const { start, end } = freeze.during;
  const state = isTakenBack(freeze)
    ? 'takenBack'
    : at < start
      ? 'scheduled'
      : end === null || at < end
        ? 'inForce'
        : 'over';
  return {
    id: freeze.id,
    contractId: contract.id,
    fromDay: freeze.fromDay,
    untilDay: freeze.untilDay,
    startsAt: text(start),
    endsAt: textOrNull(end),
    billing:
      typeof freeze.billing === 'string'
        ? freeze.billing
        : { fee: { amount: freeze.billing.fee, currency: contract.currency } },
    extendsMinimumTerm: freeze.extendsMinimumTerm,
    state,
  };
}

/** Per cycle and piece: the contract's own price, else its plan's. */
export const priceOf = (terms: ContractTerms, termsOfPlan: TermsOfPlan, currency: Currency): Money => ({
  amount: terms.price ?? termsOfPlan(terms.planId).prices[currency] ?? 0,
  currency,
});

const ownPriceOf = ({ price }: ContractTerms, currency: Currency): Money | null =>
  price === null ? null : { amount: price, currency };
