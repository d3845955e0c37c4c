import { isYearCounted } from './day.ts';

/**
 * An instant is a whole number of milliseconds since 1970-01-01T00:00Z: cheap to compare, free of time zones.
 * Texts on the wire are RFC 3339 with an offset; a text without one is refused, because it names no instant.
 */
export type Instant = number & { readonly brand: 'Instant' };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;

export const instant = (milliseconds: number): Instant => milliseconds as Instant;

/** Null when the text is not RFC 3339 with an offset, or names a day or an hour that does not exist. */
export function parseInstant(text: string): Instant | null {
  if (!rfc3339.test(text) || !isYearCounted(Number(text.slice(0, 4)))) return null;
  const milliseconds = Date.parse(text.toUpperCase());
  const named = Number(text.slice(8, 10));
  const daysInMonth = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  return Number.isNaN(milliseconds) || named > daysInMonth ? null : instant(milliseconds);
}

/** RFC 3339 in UTC, milliseconds only where there are any. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export const addMinutes = (at: Instant, minutes: number): Instant => instant(at + minutes * MINUTE);

/** Whole minutes from one instant to another, seconds dropped (PAS-7). */
export const minutesBetween = (from: Instant, to: Instant): number => Math.floor((to - from) / MINUTE);

export const earliest = (...instants: (Instant | null)[]): Instant | null =>
  instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);
