import type { Frame } from '../frame/view.ts';
import type { OpenToday } from '../readers.ts';

/** Until when it is open today, or that it is closed. */
export function openText({ phrase, format }: Frame, open: OpenToday): string {
  if (open === 'always') return phrase('portal-home.openAlways');
  if (open === null) return phrase('portal-home.closedToday');
  return phrase('portal-home.openUntil', { from: format.time(open.from), until: format.time(open.until) });
}
