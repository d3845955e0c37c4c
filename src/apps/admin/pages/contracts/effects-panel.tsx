import {
  Banner,
  DuringText,
  MoneyText,
  Quote,
  SkeletonRows,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { addDays, day } from '../../../../domain/kernel/day.ts';
import type { AnswerTo } from '../../data/client.ts';
import { Refused } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { Effects } from '../../pieces/effects.tsx';

type Preview = Extract<AnswerTo<'cancelContract'>, { preview: true }>;
type Effect = Preview['stops'][number];

/** What a verb would do, before it is done: what stops, what keeps working, and the money. */
export function EffectsPanel({
  answer,
  error,
}: {
  readonly answer: { readonly preview?: true } | object | undefined;
  readonly error: Error | null;
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
      <BookingsAhead of={effects} />
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

function BookingsAhead({ of }: { of: Preview }) {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  const zone = locations.find(({ id }) => id === of.contract.locationId)?.timeZone ?? 'UTC';
  if (of.bookings.length === 0) return null;
  return (
    <section>
      <h3>{phrase('admin-contracts.effects.bookings', { count: of.bookings.length })}</h3>
      <ul>
        {of.bookings.slice(0, 5).map((booking) => (
          <li key={booking.id}>
            {booking.resourceName} <DuringText start={booking.startAt} end={booking.endAt} zone={zone} />
          </li>
        ))}
      </ul>
      <p className="muted small">{phrase('admin-contracts.effects.bookingsStand')}</p>
    </section>
  );
}

/** Periods are half-open; people read the last day. */
const dayBefore = (untilDay: string): string => addDays(day(untilDay), -1);
