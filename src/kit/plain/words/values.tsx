import type { Amount, DayStyle, Moment } from '../../../api/texts/formats.ts';
import { useSpeech } from './speech.tsx';

/** An amount, isolated so that its sign and symbol keep their places in a right-to-left line. */
export function MoneyText({ of, round = false }: { of: Amount; round?: boolean }) {
  return <bdi className="num nowrap">{useSpeech().formats.money(of, round ? 'round' : undefined)}</bdi>;
}

/** A calendar day: 3 Dec. */
export function DayText({ of, style = 'short' }: { of: string; style?: DayStyle }) {
  return <time dateTime={of} className="num nowrap">{useSpeech().formats.day(of, style)}</time>;
}

/** A time of day on the location's wall: 10:00. */
export function TimeText({ at, zone }: { at: Moment; zone: string }) {
  return <time dateTime={wire(at)} className="num nowrap">{useSpeech().formats.time(at, zone)}</time>;
}

/** Day and time on the location's wall: Thu 3 Dec, 10:00. */
export function AtText({ at, zone, style = 'weekday' }: { at: Moment; zone: string; style?: DayStyle }) {
  return <time dateTime={wire(at)} className="num nowrap">{useSpeech().formats.at(at, zone, style)}</time>;
}

/** From when to when: Tue 1 Dec, 10:00–11:00. */
export function DuringText({ start, end, zone }: { start: Moment; end: Moment; zone: string }) {
  return <span className="num nowrap">{useSpeech().formats.during(start, end, zone)}</span>;
}

/** A length of time: 1 h 30. */
export function MinutesText({ of }: { of: number }) {
  return <span className="num nowrap">{useSpeech().formats.minutes(of)}</span>;
}

/** A name of a person or thing, isolated: names run in their own direction. */
export function NameText({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}

const wire = (at: Moment): string => (typeof at === 'string' ? at : new Date(at).toISOString());
