import type { ReactNode } from 'react';
import { useSpeech } from '../words/speech.tsx';

export interface SlotChoice {
  readonly key: string;
  /** What the clock shows: 10:00. */
  readonly time: string;
  readonly href: string;
  /** A time that cannot be taken stays tappable: it says why. */
  readonly free: boolean;
}

/** Start times. The first free one is marked; dashed ones can be tapped too. */
export function SlotGrid({
  label,
  slots,
  reasonId,
}: {
  readonly label: string;
  readonly slots: readonly SlotChoice[];
  /** The id of the sentence that explains the dashed ones. */
  readonly reasonId?: string;
}) {
  const { phrase } = useSpeech();
  if (slots.length === 0) return <p className="muted small">{phrase('kit.slots.none')}</p>;
  const first = slots.find((slot) => slot.free)?.key;
  return (
    <div className="slots num" role="group" aria-label={label}>
      {slots.map((slot) => (
        <a
          key={slot.key}
          href={slot.href}
          className={slot.key === first ? 'is-first' : slot.free ? undefined : 'is-no'}
          aria-label={phrase(slot.free ? 'kit.slots.free' : 'kit.slots.taken', { time: slot.time })}
          aria-describedby={slot.free ? undefined : reasonId}>
          {slot.time}
        </a>
      ))}
    </div>
  );
}

/** Seven days to choose from. */
export function DayStrip({
  label,
  days,
  current,
  hrefOf,
}: {
  readonly label: string;
  readonly days: readonly string[];
  readonly current: string;
  readonly hrefOf: (day: string) => string;
}) {
  const { formats } = useSpeech();
  return (
    <nav className="days" aria-label={label}>
      {days.map((day) => (
        <a key={day} className="day" href={hrefOf(day)} aria-current={day === current ? 'date' : undefined}>
          {formats.weekday(isoWeekday(day), 'short')} <b>{Number(day.slice(8))}</b>
          <span className="sr"> {formats.day(day, 'month')}</span>
        </a>
      ))}
    </nav>
  );
}

const isoWeekday = (day: string): number => new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() || 7;

export interface QuoteLine {
  readonly key: string;
  readonly what: ReactNode;
  readonly note?: ReactNode;
  readonly amount: ReactNode;
}

/** What something costs, line by line, with a total under a rule. */
export function Quote({
  lines,
  total,
}: {
  readonly lines: readonly QuoteLine[];
  readonly total: Pick<QuoteLine, 'what' | 'amount'>;
}) {
  return (
    <dl className="quote">
      {lines.map((line) => (
        <div key={line.key} className="quote__line">
          <dt>
            {line.what}
            {line.note === undefined ? null : <small>{line.note}</small>}
          </dt>
          <dd>{line.amount}</dd>
        </div>
      ))}
      <div className="quote__line quote__total">
        <dt className="total">{total.what}</dt>
        <dd className="total">{total.amount}</dd>
      </div>
    </dl>
  );
}
