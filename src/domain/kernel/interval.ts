import type { Instant } from './instant.ts';

/** Instants from `start` up to, and without, `end`; null means without end. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant | null;
}

/** An interval that is known to end: a booking, a slot. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

export const holds = (interval: Interval, at: Instant): boolean =>
  interval.start <= at && (interval.end === null || at < interval.end);

export const overlaps = (a: Interval, b: Interval): boolean =>
  (b.end === null || a.start < b.end) && (a.end === null || b.start < a.end);

/** True when every instant of the inner interval lies in the outer one. */
export const encloses = (outer: Interval, inner: Interval): boolean =>
  outer.start <= inner.start && (outer.end === null || (inner.end !== null && inner.end <= outer.end));

/** The instants both share, or null. */
export function common(a: Interval, b: Interval): Interval | null {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end === null ? b.end : b.end === null ? a.end : a.end < b.end ? a.end : b.end;
  return end !== null && end <= start ? null : { start, end };
}
