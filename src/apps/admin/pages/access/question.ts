import { type Action, actions, type Via, vias } from '../../../../domain/access/decision.ts';
import { isPortalSection } from '../../../../domain/access/section.ts';
import { type Day, parseDay } from '../../../../domain/kernel/day.ts';
import { formatInstant, type Instant, instant, MINUTE } from '../../../../domain/kernel/instant.ts';
import { dayAt, minuteOfDayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import type { Sent } from '../../data/client.ts';
import { type Hours, usualSlot } from './usual-slot.ts';

/**
 * A question as the address holds it: `?action=book&target=res_…&day=2026-12-01&time=1230&min=60&via=portal`.
 */
export interface Question {
  readonly action: Action;
  /** Empty where the action has none, or none is chosen yet. */
  readonly target: string;
  readonly day: Day;
  /** Minutes after midnight at the location. */
  readonly minuteOfDay: number;
  /** Length of a booking. */
  readonly minutes: number;
  readonly via: Via;
  /** The booking whose own time is asked about: it is not in its own way. Empty: none. */
  readonly but: string;
}

export const names = ['action', 'target', 'day', 'time', 'min', 'via', 'but'] as const;
export type Name = (typeof names)[number];

const withTarget: ReadonlySet<Action> = new Set<Action>([
  'viewSection', 'viewItem', 'book', 'signUpToPlan', 'pay',
]);
export const asksTarget = (action: Action): boolean => withTarget.has(action);
export const asksVia = (action: Action): boolean => action === 'book' || action === 'checkIn';

export interface AskedAt extends Hours {
  readonly zone: Zone;
}
const alwaysOpen: Hours = { openingHours: null, closures: [] };

/** What the address says, with what is asked most often where it says nothing. */
export function readQuestion(of: (name: Name) => string | undefined, now: Instant, place: AskedAt): Question {
  const action = actions.find((one) => one === of('action')) ?? 'book';
  const time = of('time');
  const asked = Number(of('min'));
  const minutes = Number.isInteger(asked) && asked > 0 && asked <= 1440 ? asked : 60;
  const slot = usualSlot(now, place.zone, action === 'book' ? place : alwaysOpen, minutes);
  return {
    action,
    target: of('target') ?? (action === 'viewSection' ? 'bookings' : ''),
    day: parseDay(of('day') ?? '') ?? slot.day,
    minuteOfDay: (time === undefined ? null : minuteOf(time)) ?? slot.minuteOfDay,
    minutes,
    via: vias.find((one) => one === of('via')) ?? (action === 'checkIn' ? 'desk' : 'portal'),
    but: action === 'book' ? of('but') ?? '' : '',
  };
}

/** 1230 for 12:30, as it stands in the address. */
export const timeText = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}${String(minuteOfDay % 60).padStart(2, '0')}`;

function minuteOf(text: string): number | null {
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(text)) return null;
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(2));
}

/** The instant that the sentence names. */
export const momentOf = ({ day, minuteOfDay }: Question, zone: Zone): Instant =>
  wallTime(day, minuteOfDay, zone);

/** The same question at another instant. */
export const movedTo = (to: Instant, zone: Zone): { day: Day; minuteOfDay: number } =>
  ({ day: dayAt(to, zone), minuteOfDay: minuteOfDayAt(to, zone) });

export interface Place extends AskedAt {
  readonly customerId: string;
  readonly locationId: string;
  readonly now: Instant;
}

/** False while a target is missing: then there is nothing to ask yet. Paying may be asked of any invoice. */
export const isWhole = ({ action, target }: Question): boolean =>
  !asksTarget(action) || action === 'pay'
  || (action === 'viewSection' ? isPortalSection(target) : target !== '');

/**
 * As the API is asked. A booking to come is asked about now; one that is past, as it would have been asked
 * then.
 */
export function bodyOf(
  question: Question,
  { customerId, locationId, zone, now }: Place,
): Sent<'askDecision'>['body'] {
  const { action, target, minutes, via, but } = question;
  const moment = momentOf(question, zone);
  const books = action === 'book';
  const end = instant(moment + minutes * MINUTE);
  return {
    customerId: customerId as never,
    locationId: locationId as never,
    action,
    via,
    at: formatInstant(books && moment > now ? now : moment),
    ...(asksTarget(action) && target !== '' && { target }),
    ...(but !== '' && { assume: { withoutBooking: but as never } }),
    ...(books && { during: { startAt: formatInstant(moment), endAt: formatInstant(end) } }),
  };
}
