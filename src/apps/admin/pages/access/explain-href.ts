import { instant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { movedTo, timeText } from './question.ts';

interface Refused {
  readonly subject: string | null;
  readonly action: string;
  readonly target?: string | undefined;
  readonly via: string;
  readonly during?: { readonly startAt: string; readonly endAt: string } | undefined;
}

/** Where a refused slot is explained, with the question in the address; null where it is about nobody. */
export function explainHref({ subject, action, target, via, during }: Refused, zone: string): string | null {
  if (subject === null || during === undefined) return null;
  const [start, end] = [Date.parse(during.startAt), Date.parse(during.endAt)];
  const { day, minuteOfDay } = movedTo(instant(start), zone as Zone);
  const search = new URLSearchParams({
    action, via, day, time: timeText(minuteOfDay), min: String((end - start) / 60_000),
    ...(target !== undefined && { target }),
  });
  return `customers/${subject}/explain?${search.toString()}`;
}
