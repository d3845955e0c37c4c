import { addMinutes, type Instant, MINUTE } from '../kernel/instant.ts';
import { encloses, type Span } from '../kernel/interval.ts';
import { joined } from './opening.ts';
import { blockedBy } from './resource.ts';
import type { Schedule } from './schedule.ts';

/**
 * Every period of this length that begins on a step and lies within: free or not, all of it opening hours.
 */
export function candidatesIn(
  schedule: Schedule, within: Span, lengths: { readonly minutes: number; readonly stepMinutes: number },
): Span[] {
  const candidates: Span[] = [];
  for (const day of schedule.days) {
    for (const open of day.open) {
      const steps = Math.max(0, Math.ceil((within.start - open.start) / (lengths.stepMinutes * MINUTE)));
      for (let start = addMinutes(open.start, steps * lengths.stepMinutes);
        start < open.end && start < within.end; start = addMinutes(start, lengths.stepMinutes)) {
        const during = { start, end: addMinutes(start, lengths.minutes) };
        if (during.end <= within.end) candidates.push(during);
      }
    }
  }
  return candidates;
}

/** The longest periods that one unit is free for, buffers kept, made of what may be booked. */
export function bookablePeriods(schedule: Schedule, bookable: readonly Span[]): Span[] {
  const periods = schedule.taken.flatMap((_, index) => freeSpans(schedule, index)
    .flatMap((free) => joined(bookable.filter((span) => encloses(free, span)))));
  const distinct = new Map(periods.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()]
    .filter((span, _, all) => !all.some((other) => other !== span && encloses(other, span)))
    .sort((a, b) => a.start - b.start);
}

/**
 * When one unit (counted from 0) can be booked: open, and far enough from its other bookings for both
 * buffers.
 */
export function freeSpans(schedule: Schedule, unitIndex: number): Span[] {
  const { bufferBeforeMinutes, bufferAfterMinutes } = schedule.resource;
  const keptFree = { bufferBeforeMinutes: bufferAfterMinutes, bufferAfterMinutes: bufferBeforeMinutes };
  const taken = joined((schedule.taken[unitIndex] ?? []).map(({ blocked }) => blockedBy(keptFree, blocked)));
  return schedule.open.flatMap((open) => without(open, taken));
}

/**
 * The free periods nearest to the one wished for: first the same time on this day, then what comes after.
 * Only as many are judged as it takes.
 */
export function nearest(
  candidates: readonly Span[],
  wished: Instant,
  { count, isFree }: { readonly count: number; readonly isFree: (span: Span) => boolean },
): Span[] {
  const found: Span[] = [];
  const inOrder = [...candidates]
    .sort((a, b) => Math.abs(a.start - wished) - Math.abs(b.start - wished) || a.start - b.start);
  for (const span of inOrder) {
    if (found.length === count) break;
    if (isFree(span)) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

function without(open: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = open.start;
  for (const span of taken) {
    if (span.end <= start) continue;
    if (span.start >= open.end) break;
    if (span.start > start) left.push({ start, end: span.start });
    start = span.end;
  }
  if (start < open.end) left.push({ start, end: open.end });
  return left;
}
