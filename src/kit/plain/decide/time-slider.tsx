import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { Button } from '../act/button.tsx';
import { left, right } from '../icon/shapes.generated.ts';
import { Icon } from '../icon/icon.tsx';

/** A stretch of time in which the answer stays the same. Milliseconds, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly allowed: boolean;
}

export interface Change {
  readonly at: number;
  /** The day of the change, and what changes. */
  readonly day: string;
  readonly what: string;
}

export interface TimeSliderProps {
  readonly label: string;
  readonly stretches: readonly Stretch[];
  readonly changes: readonly Change[];
  readonly at: number;
  /** What the slider says at this instant: "Tuesday 1 December, now: not allowed". */
  readonly spoken: string;
  readonly flag: string;
  readonly words: { readonly previous: string; readonly next: string; readonly now: string };
  /** Where the change before and the next one are, also beyond what is drawn; left out: of those drawn. */
  readonly jumps?: { readonly before: number | undefined; readonly after: number | undefined };
  readonly onMove: (at: number) => void;
  readonly onNow: () => void;
}

const DAY = 86_400_000;

/**
 * When does the answer change? Arrows move a day, PageUp and PageDown jump between changes, so do the
 * buttons.
 */
export function TimeSlider(props: TimeSliderProps) {
  const { label, stretches, changes, at, spoken, flag, words, onMove, onNow } = props;
  const start = stretches[0]?.start ?? at;
  const end = stretches.at(-1)?.end ?? at + DAY;
  const kept = (to: number) => onMove(Math.min(end - 1, Math.max(start, to)));
  const { before, after } = props.jumps ?? {
    before: changes.findLast((change) => change.at < at)?.at, after: changes.find((of) => of.at > at)?.at,
  };
  const share = (of: number) => ({ '--x': `${((of - start) / (end - start)) * 100}%` }) as CSSProperties;
  const onKey = (event: KeyboardEvent) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to = moveFor(event.key, forward, { at, start, end, before, after });
    if (to === undefined) return;
    event.preventDefault();
    if (event.key.startsWith('Page')) onMove(to);
    else kept(to);
  };
  return (
    <div className="time">
      <div
        className="time__track"
        onPointerDown={(event) => follow(event, (part) => kept(start + part * (end - start)))}>
        <div className="time__bar">
          {stretches.map((stretch) => (
            <span
              key={stretch.start}
              className={stretch.allowed ? undefined : 'no'}
              style={{ '--d': (stretch.end - stretch.start) / DAY } as CSSProperties}
            />
          ))}
        </div>
        {changes.map((change) => (
          <span key={change.at} className="time__change" style={share(change.at)} />
        ))}
        {changes.map((change) => (
          <span key={`${change.at}-label`} className="time__label num" style={share(change.at)}>
            <b>{change.day}</b> {change.what}
          </span>
        ))}
        <span
          className="time__thumb"
          style={share(at)}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={Math.round((end - start) / DAY)}
          onKeyDown={onKey}
          aria-valuenow={Math.round((at - start) / DAY)}
          aria-valuetext={spoken}>
          <span className="time__flag">{flag}</span>
        </span>
      </div>
      <div className="row">
        <Button label={words.previous} onClick={() => before !== undefined && onMove(before)}>
          <Icon of={left} flip />
        </Button>
        <Button label={words.next} onClick={() => after !== undefined && onMove(after)}>
          <Icon of={right} flip />
        </Button>
        <Button onClick={onNow}>{words.now}</Button>
      </div>
    </div>
  );
}

interface Around {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function moveFor(
  key: string,
  forward: string,
  { at, start, end, before, after }: Around,
): number | undefined {
  if (key === 'PageUp') return after;
  if (key === 'PageDown') return before;
  if (key === 'Home') return start;
  if (key === 'End') return end;
  if (key === 'ArrowUp' || key === forward) return at + DAY;
  return key === 'ArrowDown' || key.startsWith('Arrow') ? at - DAY : undefined;
}

/** Follows the pointer along the track, from 0 at its start to 1 at its end. */
function follow(event: PointerEvent<HTMLElement>, move: (part: number) => void) {
  const track = event.currentTarget;
  const box = track.getBoundingClientRect();
  const turned = getComputedStyle(track).direction === 'rtl';
  const to = (clientX: number) => {
    const part = (clientX - box.left) / box.width;
    move(turned ? 1 - part : part);
  };
  to(event.clientX);
  const moved = (next: globalThis.PointerEvent) => to(next.clientX);
  const end = () => {
    removeEventListener('pointermove', moved);
    removeEventListener('pointerup', end);
  };
  addEventListener('pointermove', moved);
  addEventListener('pointerup', end);
}
