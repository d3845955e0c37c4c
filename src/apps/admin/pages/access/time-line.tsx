import { momentText, type Speaking } from '../../../../api/decision-text.ts';
import { addDays } from '../../../../domain/kernel/day.ts';
import { type Instant, instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, startOfDay, type Zone } from '../../../../domain/kernel/zone.ts';
import { type Change, TimeSlider } from '../../../../kit/plain/index.ts';
import type { Happenings, Stretches } from './use-explain.ts';

export interface TimeLineProps {
  readonly stretches: Stretches;
  readonly happenings: Happenings;
  readonly at: Instant;
  readonly now: Instant;
  readonly speaking: Speaking;
  /**
   * Day by day the hours and other people's bookings open and close: then only what happens to the customer
   * is told.
   */
  readonly byDay: boolean;
  readonly onMove: (at: Instant) => void;
  readonly onNow: () => void;
}

/** The same question through time: a slider over the answer, and the changes as a list below it. */
export function TimeLine(props: TimeLineProps) {
  const { stretches, happenings, at, now, speaking, byDay, onMove, onNow } = props;
  const { phrase, formats, zone } = speaking;
  const drawn = stretches.map((of) =>
    ({ start: Date.parse(of.at), end: Date.parse(of.until), allowed: of.allowed }));
  const changes = changesOf(byDay ? [] : stretches, happenings, speaking);
  const [start, end] = [drawn[0]?.start ?? at, drawn.at(-1)?.end ?? at];
  const inWindow = changes.filter((change) => change.at >= start && change.at < end);
  const inside = instant(Math.min(end - 1, Math.max(start, at)));
  const [from, until] = byDay ? dayAround(at, zone as Zone) : [at, at];
  const before = changes.findLast((change) => change.at < from);
  const after = changes.find((change) => (byDay ? change.at >= until : change.at > until));
  const allowed = drawn.findLast((of) => of.start <= inside)?.allowed ?? false;
  const isNow = Math.abs(at - now) < 86_400_000 / 2;
  const spoken = phrase('admin-explain.spoken', {
    day: formats.dayAt(at, zone, 'full'), now: isNow ? 'yes' : 'no', allowed: allowed ? 'yes' : 'no',
  });
  return (
    <div className="stack stack--8">
      <TimeSlider
        label={phrase('admin-explain.when')}
        stretches={drawn}
        changes={spread(changes, start, end)}
        at={inside}
        spoken={spoken}
        flag={formats.dayAt(at, zone)}
        jumps={{ before: before?.at, after: after?.at }}
        onMove={(to) => onMove(instant(to))}
        onNow={onNow}
        words={{
          previous: phrase('admin-explain.previous', { day: before?.day ?? '–' }),
          next: phrase('admin-explain.next', { day: after?.day ?? '–' }),
          now: phrase('admin-explain.now'),
        }}
      />
      {inWindow.length === 0 ? null : (
        <details className="changes">
          <summary>{phrase('admin-explain.changes', { count: inWindow.length })}</summary>
          <ul>
            {inWindow.map((change) => (
              <li key={change.at}>
                <button type="button" className="link" onClick={() => onMove(instant(change.at))}>
                  <span className="num">{change.day}</span> {change.what}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Asked at an hour of its day, a day is one step: what changes within it is no other answer to go to. */
function dayAround(at: Instant, zone: Zone): [Instant, Instant] {
  const day = dayAt(at, zone);
  return [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
}

/** What happens to the customer, and where the answer turns without anything happening to the customer. */
function changesOf(stretches: Stretches, happenings: Happenings, speaking: Speaking): Change[] {
  const { phrase } = speaking;
  const byInstant = new Map<number, Set<string>>();
  for (const { at, causes } of happenings) {
    const texts = byInstant.get(Date.parse(at)) ?? new Set();
    for (const { kind, name } of causes)
      texts.add(phrase(`admin-explain.cause.${kind}`, { name: nameFor(kind, name, speaking) }));
    byInstant.set(Date.parse(at), texts);
  }
  for (const { at, allowed } of stretches.slice(1)) {
    if (byInstant.has(Date.parse(at))) continue;
    byInstant.set(
      Date.parse(at),
      new Set([phrase(allowed ? 'admin-explain.opens' : 'admin-explain.closes')]),
    );
  }
  return [...byInstant].sort(([a], [b]) => a - b).map(([at, texts]) =>
    ({ at, day: momentText(at, speaking), what: speaking.formats.list([...texts]) }));
}

const nameFor = (kind: string, name: string, { phrase }: Speaking): string =>
  (kind.startsWith('suspen') && name !== '' ? phrase(`reasons.cause.${name}`) : name);

/** What a letter takes of the slider where it is narrowest. */
const LETTER = 0.0098;

/**
 * Labels that would stand on each other, or over an end, are shortened to their day, or left to the list.
 */
function spread(changes: readonly Change[], start: number, end: number): Change[] {
  const shown: Change[] = [];
  let taken = 0;
  for (const change of changes) {
    if (change.at <= start || change.at >= end) continue;
    const share = (change.at - start) / (end - start);
    const fits = [change, { ...change, what: '' }].find((of) => {
      const half = ((of.day.length + of.what.length + 1) * LETTER) / 2;
      return share - half >= taken && share + half <= 1;
    });
    if (fits !== undefined) taken = share + ((fits.day.length + fits.what.length + 1) * LETTER) / 2;
    shown.push(fits ?? { ...change, day: '', what: '' });
  }
  return shown;
}
