import type { AnswerTo, Sent } from '../../data/client.ts';
import { minorUnits, typedAmount } from '../contracts/amounts.ts';

type Plan = AnswerTo<'getPlan'>;

/** A plan as its form holds it: texts alone. */
export type PlanValues = {
  name: string;
  description: string;
  locationId: string;
  price: string;
  signUpFee: string;
  every: string;
  unit: string;
  when: string;
  proration: string;
  billingDay: string;
  usageInvoicing: string;
  passId: string;
  passCount: string;
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

const yes = (on: boolean): string => (on ? 'yes' : 'no');
const text = (value: number | null): string => (value === null ? '' : String(value));
const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));

export const newValues = (locationId: string): PlanValues => ({
  name: '',
  description: '',
  locationId,
  price: '',
  signUpFee: '',
  every: '1',
  unit: 'month',
  when: 'advance',
  proration: 'byDays',
  billingDay: '',
  usageInvoicing: 'cycleEnd',
  passId: '',
  passCount: '',
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
  signUpFee: plan.signUpFee === null ? '' : typedAmount(plan.signUpFee),
  every: String(plan.cycle.every),
  unit: plan.cycle.unit,
  when: plan.billing.when,
  proration: plan.billing.proration,
  billingDay: text(plan.billingDay),
  usageInvoicing: plan.usageInvoicing,
  passId: plan.benefits[0]?.passId ?? '',
  passCount: plan.benefits[0] === undefined ? '' : String(plan.benefits[0].quantity),
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

/** What is sent. The first price and the first benefit are the form's; any others a plan has are kept. */
export function bodyOf(values: PlanValues, currency: string, plan: Plan | null) {
  const money = (typed: string) => ({ amount: minorUnits(typed, currency), currency: currency as never });
  const others = (plan?.prices ?? []).filter((price) => price.currency !== currency) as {
    amount: number;
    currency: never;
  }[];
  const benefits = (plan?.benefits ?? [])
    .slice(1)
    .map(({ minutes, ...benefit }) => ({ ...benefit, ...(minutes != null && { minutes }) }));
  return {
    name: values.name,
    description: values.description,
    prices: [money(values.price), ...others],
    signUpFee: values.signUpFee === '' ? null : money(values.signUpFee),
    cycle: { every: Number(values.every), unit: values.unit as 'month' },
    billing: { when: values.when as 'advance', proration: values.proration as 'byDays' },
    billingDay: number(values.billingDay),
    usageInvoicing: values.usageInvoicing as 'cycleEnd',
    benefits:
      values.passId === ''
        ? benefits
        : [
            {
              passId: values.passId as never,
              quantity: Number(values.passCount),
              expires: plan?.benefits[0]?.expires ?? ('endOfCycle' as const),
            },
            ...benefits,
          ],
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
