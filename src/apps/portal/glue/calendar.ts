import type { Booking, PortalPlace } from '../readers.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';

/** One booking as an iCalendar file (RFC 5545): in UTC, so that every calendar shows its own time. */
export function calendarOf(booking: Booking, place: PortalPlace, now: Instant): string {
  const cancelled = booking.state === 'cancelled' || booking.state === 'rejected';
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Members Portal//EN',
    'CALSCALE:GREGORIAN',
    cancelled ? 'METHOD:CANCEL' : 'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${booking.id}@foyer`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(booking.start)}`,
    `DTEND:${stamp(booking.end)}`,
    `SUMMARY:${escaped(`${booking.resourceName}, ${place.name}`)}`,
    `LOCATION:${escaped([place.name, place.address].filter(Boolean).join(', '))}`,
    `STATUS:${cancelled ? 'CANCELLED' : booking.state === 'requested' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

const stamp = (at: Instant): string => new Date(at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines hold at most 75 bytes; the rest goes on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
}
