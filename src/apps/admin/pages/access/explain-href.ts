import { instant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { movedTo, timeText } from './question.ts';

interface Refused {
  readonly subject: string | null;
  readonly action: string;
  readonly target?: string | undefined;
  readonly via: string;
  readonly during?: { readonly startAt: string; readonly endAt: string } | undefined;
  /** A booking that is not in its own way. */
  readonly but?: string | undefined;
}

/** Where a refused slot is explained, with the question in the address; null where it is about nobody. */
export function explainHref(of: Refused, zone: string): string | null {
  const values = slotAsked(of, zone);
  if (of.subject === null || values === null) return null;
  return `customers/${of.subject}/explain?${new URLSearchParams(values).toString()}`;
}

/** The question about a slot, as the address holds it. */
export function slotAsked({ action, target, via, during, but }: Refused, zone: string) {
  if (during === undefined) return null;
  const [start, end] = [Date.parse(during.startAt), Date.parse(during.endAt)];
  const { day, minuteOfDay } = movedTo(instant(start), zone as Zone);
  return {
    action, via, day, time: timeText(minuteOfDay), min: String((end - start) / 60_000),
    ...(target !== undefined && { target }), ...(but !== undefined && { but }),
  };
}
