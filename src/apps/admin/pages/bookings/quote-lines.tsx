import { MoneyText, Quote, type QuoteLine, type Speech, useSpeech } from '../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../data/client.ts';

type QuoteAnswer = NonNullable<AnswerTo<'quoteBooking'>['quote']>;

/** What a booking costs, each step with what it is based on. */
export function QuoteLines({ quote }: { quote: QuoteAnswer }) {
  const speech = useSpeech();
  return (
    <Quote lines={quote.steps.map((step, at) => lineOf(step, at, quote, speech))}
      total={{ what: speech.phrase('admin-calendar.quote.toPay'), amount: <MoneyText of={quote.total} /> }} />
  );
}

function lineOf(
  step: QuoteAnswer['steps'][number], at: number, quote: QuoteAnswer, { phrase, formats }: Speech,
): QuoteLine {
  const amount = <MoneyText of={step.amount} />;
  const key = `${step.kind}${at}`;
  const named = step.name === undefined || step.name === '' ? undefined : step.name;
  if (step.kind === 'rate') {
    const price = step.pricePerHour === undefined ? '' : formats.money(step.pricePerHour);
    const what = phrase('admin-calendar.quote.rate', {
      length: formats.minutes(step.minutes ?? quote.minutes),
      price,
    });
    return { key, what, amount, note: step.capped === true ? phrase('admin-calendar.quote.capped') : named };
  }
  if (step.kind === 'memberRate') {
    return {
      key,
      amount,
      what: phrase('admin-calendar.quote.memberRate', { plan: step.planName ?? '' }),
      note: named,
    };
  }
  if (step.kind === 'planDiscount') {
    const values = { plan: step.planName ?? '', percent: formats.percent((step.percent ?? 0) / 100) };
    return { key, amount, what: phrase('admin-calendar.quote.planDiscount', values) };
  }
  const values = { tax: step.taxName ?? '', rate: formats.percent((step.taxRate ?? 0) / 10_000) };
  return {
    key,
    amount,
    what: phrase(
      step.included === true ? 'admin-calendar.quote.taxIncluded' : 'admin-calendar.quote.tax',
      values,
    ),
  };
}
