import { minorDigits, type Currency } from '../../../../domain/kernel/money.ts';
import type { FormErrors } from '../../data/form.ts';
import { clockText, minuteIn } from '../../data/wall-clock.ts';
import { idsIn } from './plan-choice.tsx';
import type { RateRow } from './rates.tsx';

/** "12,50" and "12.50" in minor units of the currency; null where it is no amount. */
function amountIn(text: string, currency: string): number | null {
  const digits = minorDigits(currency as Currency);
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (match === null || (match[2]?.length ?? 0) > digits) return null;
  return Number(match[1]) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0') || 0);
}

const amountText = (amount: number, currency: string): string => {
  const digits = minorDigits(currency as Currency);
  return (amount / 10 ** digits).toFixed(digits);
};

/** A rate as its form holds it: texts, with what is a list between spaces. */
export const valuesOf = (rate: RateRow | null, currency: string) => ({
  name: rate?.name ?? '',
  price: rate === null ? '' : amountText(rate.price.amount, currency),
  currency,
  cap: rate?.cap == null ? '' : amountText(rate.cap.amount, currency),
  audience: (rate?.audience.level ?? 'public') as string,
  planIds: (rate?.audience.planIds ?? []).join(' '),
  weekdays: (rate?.weekdays ?? []).join(' '),
  from: rate?.hours == null ? '' : clockText(rate.hours.fromMinute),
  until: rate?.hours == null ? '' : clockText(rate.hours.untilMinute),
  minutesMin: rate?.minutesMin == null ? '' : String(rate.minutesMin),
  minutesMax: rate?.minutesMax == null ? '' : String(rate.minutesMax),
  isDefault: rate?.isDefault === true ? 'yes' : '',
});

export type RateValues = ReturnType<typeof valuesOf>;

export function bodyOf(values: RateValues) {
  const money = (text: string) => ({
    amount: amountIn(text, values.currency) ?? 0,
    currency: values.currency as never,
  });
  const [fromMinute, untilMinute] = [minuteIn(values.from), minuteIn(values.until)];
  const { audience } = values;
  return {
    name: values.name.trim(),
    price: money(values.price),
    cap: values.cap === '' ? null : money(values.cap),
    audience:
      audience === 'plans'
        ? { level: 'plans' as const, planIds: idsIn(values.planIds) as never[] }
        : { level: audience as 'public' },
    weekdays: values.weekdays === '' ? null : idsIn(values.weekdays).map(Number).sort(),
    hours:
      fromMinute === null || untilMinute === null ? null : { fromMinute, untilMinute: untilMinute || 1440 },
    minutesMin: values.minutesMin === '' ? null : Number(values.minutesMin),
    minutesMax: values.minutesMax === '' ? null : Number(values.minutesMax),
    isDefault: values.isDefault === 'yes',
  };
}

/** What cannot be sent as it is; hours are both or neither. */
export const checkRate =
  (phrase: (key: string) => string) =>
  (values: RateValues): FormErrors => {
    const isNoAmount = (text: string) => amountIn(text, values.currency) === null;
    const amount = phrase('admin-resources.rates.amount');
    const isHalf = (values.from === '') !== (values.until === '');
    return {
      ...(isNoAmount(values.price) && { price: amount }),
      ...(values.cap !== '' && isNoAmount(values.cap) && { cap: amount }),
      ...(isHalf && { [values.from === '' ? 'from' : 'until']: phrase('admin-resources.rates.bothHours') }),
      ...(values.audience === 'plans' &&
        values.planIds === '' && { planIds: phrase('admin-resources.rates.somePlan') }),
    };
  };
