import {
  Banner,
  MoneyText,
  Quote,
  SkeletonRows,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { addDays, day } from '../../../../domain/kernel/day.ts';
import type { AnswerTo } from '../../data/client.ts';
import { Refused } from '../../data/client.ts';
import { Effects } from '../../pieces/effects.tsx';
import { TouchedBookings } from '../../pieces/touched-bookings.tsx';

type Preview = Extract<AnswerTo<'cancelContract'>, { preview: true }>;
type Effect = Preview['stops'][number];

export interface Wish {
  readonly value: string;
  readonly set: (value: string) => void;
}

/** What a verb would do, before it is done: what stops, what keeps working, and the money. */
export function EffectsPanel({
  answer,
  error,
  bookings,
}: {
  readonly answer: { readonly preview?: true } | object | undefined;
  readonly error: Error | null;
  /** What becomes of bookings already made; left out where a verb touches none. */
  readonly bookings?: Wish | undefined;
}) {
  const { phrase } = useSpeech();
  const sentence = useSentence();
  if (error !== null)
    return (
      <Banner tone="alert">{error instanceof Refused ? error.detail : phrase('kit.error.title')}</Banner>
    );
  if (answer === undefined || !('preview' in answer)) return <SkeletonRows rows={3} round={false} />;
  const effects = answer as Preview;
  return (
    <div className="does" aria-live="polite">
      <Effects stops={effects.stops.map(sentence)} goesOn={effects.goesOn.map(sentence)} />
      <Money of={effects} />
      {bookings === undefined ? null : (
        <TouchedBookings of={effects.bookings} wish={bookings.value} onWish={bookings.set} />
      )}
    </div>
  );
}

/** Texts are made from code and facts; amounts are written as the language writes them. */
function useSentence(): (effect: Effect) => string {
  const { phrase, formats } = useSpeech();
  return ({ code, facts }) => {
    const fee = facts.fee as { amount: number; currency: string } | undefined;
    return phrase(`admin-contracts.effects.codes.${code}`, {
      plan: String(facts.planName ?? ''),
      count: Number(facts.quantity ?? 0),
      percent: Number(facts.percent ?? 0),
      fee: fee === undefined ? '' : formats.money(fee),
    });
  };
}

function Money({ of }: { of: Preview }) {
  const { phrase, formats } = useSpeech();
  if (of.billing === null) return null;
  const { lines, difference } = of.billing;
  return (
    <section>
      <h3>{phrase('admin-contracts.effects.money')}</h3>
      {lines.length === 0 ? (
        <p className="muted">{phrase('admin-contracts.effects.noMoney')}</p>
      ) : (
        <Quote
          lines={lines.map((line) => ({
            key: `${line.text}${line.fromDay}`,
            what: line.text,
            note:
              line.fromDay === null || line.untilDay === null
                ? undefined
                : phrase('admin-contracts.effects.period', {
                    from: formats.day(line.fromDay),
                    last: formats.day(dayBefore(line.untilDay)),
                  }),
            amount: <MoneyText of={line.amount} />,
          }))}
          total={{ what: phrase('admin-contracts.effects.sum'), amount: <MoneyText of={difference} /> }}
        />
      )}
    </section>
  );
}

/** Periods are half-open; people read the last day. */
const dayBefore = (untilDay: string): string => addDays(day(untilDay), -1);
