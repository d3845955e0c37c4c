import type { Frame } from '../frame/view.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { OpenToday } from '../readers.ts';

/** Until when it is open, from when, or that it is closed; without an instant, today's hours. */
export function openText({ phrase, format }: Frame, open: OpenToday, now: Instant | null): string {
  if (open === 'always') return phrase('portal-home.openAlways');
  if (open === null) return phrase('portal-home.closedToday');
  const hours = { from: format.time(open.from), until: format.time(open.until) };
  if (now === null) return phrase('portal-home.openHours', hours);
  if (now < open.from) return phrase('portal-home.openFrom', hours);
  return phrase(now < open.until ? 'portal-home.openUntil' : 'portal-home.closedNow', hours);
}
