import { Card, MoneyText, Quote, useSpeech } from '../../../../kit/plain/index.ts';
import { anchorOf, type Cycle, turnAt, turnOf } from '../../../../domain/kernel/cycle.ts';
import { addDays, type Day, daysBetween } from '../../../../domain/kernel/day.ts';
import { roundedShare } from '../../../../domain/kernel/money.ts';
import { useToday } from '../../data/today.ts';
import { minorUnits } from '../contracts/amounts.ts';
import { type PlanValues, readPasses } from './plan-values.ts';

/** What a plan means in plain words, and an example of its first weeks; made from the form, read only. */
export function InPlainWords({
  values,
  currency,
}: {
  readonly values: PlanValues;
  readonly currency: string;
}) {
  const { phrase, formats } = useSpeech();
  const amount = minorUnits(values.price, currency);
  if (Number.isNaN(amount) || !(Number(values.every) > 0)) {
    return (
      <Card title={phrase('admin-plans.words.title')} padded>
        <p className="muted">{phrase('admin-plans.words.none')}</p>
      </Card>
    );
  }
  const price = formats.money({ amount, currency }, 'round');
  const passes = readPasses(values.passes).reduce((sum, { quantity }) => sum + Number(quantity), 0);
  const sentences = [
    phrase(`admin-plans.words.price.${values.unit}`, { price, every: Number(values.every) }),
    phrase(`admin-plans.words.when.${values.when}`),
    passes > 0 ? phrase('admin-plans.words.passes', { count: passes }) : null,
    values.withoutPass === 'yes' ? phrase('admin-plans.words.withoutPass') : null,
    Number(values.discount) > 0
      ? phrase('admin-plans.words.discount', { percent: Number(values.discount) })
      : null,
    phrase(values.freezeByCustomers === 'yes' ? 'admin-plans.words.freeze' : 'admin-plans.words.noFreeze'),
    Number(values.minimumTerm) > 0
      ? phrase('admin-plans.words.minimumTerm', { count: Number(values.minimumTerm) })
      : null,
    values.cancelByCustomers === 'yes'
      ? phrase('admin-plans.words.cancel', { days: Number(values.notice) })
      : phrase('admin-plans.words.noCancel'),
  ].filter((sentence) => sentence !== null);
  return (
    <div className="stack">
      <Card title={phrase('admin-plans.words.title')} padded>
        <ul className="sentences">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <Card title={phrase('admin-plans.example.title')} padded>
        <Example values={values} amount={amount} currency={currency} />
      </Card>
    </div>
  );
}

/** Somebody who joins today: the first part cycle, then a whole one (CYC-1). */
function Example({ values, amount, currency }: { values: PlanValues; amount: number; currency: string }) {
  const { phrase, formats } = useSpeech();
  const today = useToday();
  const fee = minorUnits(values.signUpFee, currency);
  const money = (of: number) => <MoneyText of={{ amount: of, currency }} />;
  const lines = exampleOf(values, amount, today);
  return (
    <Quote
      lines={[
        ...(Number.isNaN(fee)
          ? []
          : [{ key: 'fee', what: phrase('admin-plans.fields.signUpFee'), amount: money(fee) }]),
        ...lines.map((line) => ({
          key: line.from,
          what: phrase('admin-contracts.effects.period', {
            from: formats.day(line.from),
            last: formats.day(addDays(line.until, -1)),
          }),
          note: phrase('admin-plans.example.days', { days: line.days, of: line.of }),
          amount: money(line.amount),
        })),
      ]}
      total={{
        what: phrase('admin-plans.example.total'),
        amount: money(lines.reduce((sum, line) => sum + line.amount, Number.isNaN(fee) ? 0 : fee)),
      }}
    />
  );
}

function exampleOf(values: PlanValues, amount: number, from: Day) {
  const cycle = { every: Number(values.every), unit: values.unit } as Cycle;
  const anchor = anchorOf(cycle, from, values.billingDay === '' ? null : Number(values.billingDay));
  const first = turnAt(cycle, anchor, from);
  const second = turnOf(cycle, anchor, first.number + 1);
  const of = daysBetween(first.startDay, first.endDay);
  const days = daysBetween(from, first.endDay);
  const part =
    values.proration === 'free' && days < of
      ? 0
      : values.proration === 'full'
        ? amount
        : roundedShare(amount, days, of);
  const whole = daysBetween(second.startDay, second.endDay);
  return [
    { from, until: first.endDay, days, of, amount: part },
    { from: second.startDay, until: second.endDay, days: whole, of: whole, amount },
  ];
}
