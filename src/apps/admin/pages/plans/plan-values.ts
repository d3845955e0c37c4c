import type { AnswerTo, Sent } from '../../data/client.ts';
import { minorUnits, typedAmount } from '../contracts/amounts.ts';

type Plan = AnswerTo<'getPlan'>;

/** A plan as its form holds it: texts alone. */
export type PlanValues = {
  name: string;
  description: string;
  locationId: string;
  price: string;
  /** JSON of what was typed, by currency. */
  otherPrices: string;
  signUpFee: string;
  every: string;
  unit: string;
  when: string;
  proration: string;
  billingDay: string;
  usageInvoicing: string;
  /** JSON of GivenPass: a form holds texts alone. */
  passes: string;
  discount: string;
  withoutPass: string;
  freezeByCustomers: string;
  freezeCycles: string;
  freezeTimes: string;
  cancelByCustomers: string;
  minimumTerm: string;
  notice: string;
  suspendOnJoin: string;
  shownInPortal: string;
};

/** A pass as its row in the form holds it; `minutes` of a time pass stays as it was. */
export interface GivenPass {
  readonly passId: string;
  readonly quantity: string;
  readonly expires: 'endOfCycle' | 'never' | 'days';
  readonly days: string;
  readonly minutes?: number | null | undefined;
}

export const readPasses = (text: string): GivenPass[] => JSON.parse(text) as GivenPass[];
export const writePasses = (passes: readonly GivenPass[]): string => JSON.stringify(passes);
export const readPrices = (text: string): Record<string, string> =>
  JSON.parse(text) as Record<string, string>;
export const writePrices = (prices: Readonly<Record<string, string>>): string => JSON.stringify(prices);

const yes = (on: boolean): string => (on ? 'yes' : 'no');
const text = (value: number | null): string => (value === null ? '' : String(value));
const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));

export const newValues = (locationId: string): PlanValues => ({
  name: '',
  description: '',
  locationId,
  price: '',
  otherPrices: '{}',
  signUpFee: '',
  every: '1',
  unit: 'month',
  when: 'advance',
  proration: 'byDays',
  billingDay: '',
  usageInvoicing: 'cycleEnd',
  passes: '[]',
  discount: '0',
  withoutPass: 'no',
  freezeByCustomers: 'no',
  freezeCycles: '',
  freezeTimes: '',
  cancelByCustomers: 'yes',
  minimumTerm: '0',
  notice: '0',
  suspendOnJoin: 'no',
  shownInPortal: 'yes',
});

export const valuesOf = (plan: Plan): PlanValues => ({
  name: plan.name,
  description: plan.description,
  locationId: plan.locationId,
  price: typedAmount(plan.price),
  otherPrices: writePrices(
    Object.fromEntries(
      plan.prices
        .filter(({ currency }) => currency !== plan.price.currency)
        .map((price) => [price.currency, typedAmount(price)]),
    ),
  ),
  signUpFee: plan.signUpFee === null ? '' : typedAmount(plan.signUpFee),
  every: String(plan.cycle.every),
  unit: plan.cycle.unit,
  when: plan.billing.when,
  proration: plan.billing.proration,
  billingDay: text(plan.billingDay),
  usageInvoicing: plan.usageInvoicing,
  passes: writePasses(
    plan.benefits.map(({ passId, quantity, expires, minutes }) => ({
      passId,
      quantity: String(quantity),
      expires: typeof expires === 'string' ? expires : 'days',
      days: typeof expires === 'string' ? '' : String(expires.days),
      ...(minutes != null && { minutes }),
    })),
  ),
  discount: String(plan.discounts.bookingPercent),
  withoutPass: yes(plan.entitlements.accessWithoutPass),
  freezeByCustomers: yes(plan.freeze.byCustomers),
  freezeCycles: text(plan.freeze.cyclesMax),
  freezeTimes: text(plan.freeze.timesPerYear),
  cancelByCustomers: yes(plan.cancel.byCustomers),
  minimumTerm: String(plan.cancel.minimumTermCycles),
  notice: String(plan.cancel.noticeDays),
  suspendOnJoin: yes(plan.suspendOnJoin),
  shownInPortal: yes(plan.shownInPortal),
});

/** What is sent. */
export function bodyOf(values: PlanValues, currency: string) {
  const money = (typed: string, of = currency) => ({ amount: minorUnits(typed, of), currency: of as never });
  const others = Object.entries(readPrices(values.otherPrices)).filter(([, typed]) => typed.trim() !== '');
  return {
    name: values.name,
    description: values.description,
    prices: [money(values.price), ...others.map(([of, typed]) => money(typed, of))],
    signUpFee: values.signUpFee === '' ? null : money(values.signUpFee),
    cycle: { every: Number(values.every), unit: values.unit as 'month' },
    billing: { when: values.when as 'advance', proration: values.proration as 'byDays' },
    billingDay: number(values.billingDay),
    usageInvoicing: values.usageInvoicing as 'cycleEnd',
    benefits: readPasses(values.passes).map(({ passId, quantity, expires, days, minutes }) => ({
      passId: passId as never,
      quantity: Number(quantity),
      ...(minutes != null && { minutes }),
      expires: expires === 'days' ? { days: Number(days) } : expires,
    })),
    entitlements: { accessWithoutPass: values.withoutPass === 'yes' },
    discounts: { bookingPercent: Number(values.discount) },
    freeze: {
      byCustomers: values.freezeByCustomers === 'yes',
      cyclesMax: number(values.freezeCycles),
      timesPerYear: number(values.freezeTimes),
    },
    cancel: {
      byCustomers: values.cancelByCustomers === 'yes',
      minimumTermCycles: Number(values.minimumTerm),
      noticeDays: Number(values.notice),
    },
    suspendOnJoin: values.suspendOnJoin === 'yes',
    shownInPortal: values.shownInPortal === 'yes',
  } satisfies Sent<'changePlan'>['body'];
}
