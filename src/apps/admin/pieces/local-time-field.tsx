import { TextField } from '../../../kit/plain/index.ts';
import { parseDay } from '../../../domain/kernel/day.ts';
import { formatInstant, instant } from '../../../domain/kernel/instant.ts';
import { dayAt, minuteOfDayAt, wallTime, type Zone } from '../../../domain/kernel/zone.ts';

export interface LocalTimeProps {
  readonly label: string;
  readonly name: string;
  readonly zone: string;
  /** RFC 3339; empty: no time. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

/** A time by the clock of a place. */
export function LocalTimeField({ zone: named, value, onValue, ...shown }: LocalTimeProps) {
  const zone = named as Zone;
  return (
    <TextField
      {...shown}
      type="datetime-local"
      value={value === '' ? '' : localText(Date.parse(value), zone)}
      onValue={(text) => {
        const [date = '', time = ''] = text.split('T');
        const on = parseDay(date);
        if (on === null || time === '') return onValue('');
        const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
        return onValue(formatInstant(wallTime(on, minute, zone)));
      }}
    />
  );
}

/** As a field for local times wants it: 2026-12-07T06:00. */
function localText(at: number, zone: Zone): string {
  const minute = minuteOfDayAt(instant(at), zone);
  const two = (of: number) => String(of).padStart(2, '0');
  return `${dayAt(instant(at), zone)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
