import { useState } from 'react';
import { Dialog, SelectField, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import type { Day } from '../../../../domain/kernel/day.ts';
import { formatInstant, instant } from '../../../../domain/kernel/instant.ts';
import { minuteOfDayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import type { Picked } from './customer-picker.tsx';
import { NewBooking, type NewBookingProps } from './new-booking.tsx';
import type { Line, ResourceRow } from './calendar/use-calendar.ts';

/**
 * The times are typed as the wall of the location shows them; a skipped hour moves forward by itself
 * (BKG-6).
 */
export const clockOf = (at: string, zone: Zone): string => {
  const minute = minuteOfDayAt(instant(Date.parse(at)), zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};
export const atClock = (day: Day, clock: string, zone: Zone): string | null => {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null
    : formatInstant(wallTime(day, hours * 60 + minutes, zone));
};

/** A new booking: what the grid chose can still be changed, then who, and what it costs. */
export function NewDialog({ lines, resource, startAt, endAt, zone, day, person, onClose, onWhy }: {
  readonly lines: readonly Line[];
  readonly resource: ResourceRow;
  readonly startAt: string;
  readonly endAt: string;
  readonly zone: Zone;
  readonly day: Day;
  readonly person: Picked | null;
  readonly onClose: () => void;
  readonly onWhy?: NewBookingProps['onWhy'];
}) {
  const { phrase, formats } = useSpeech();
  const [resourceId, setResource] = useState<string>(resource.id);
  const [times, setTimes] = useState({ from: clockOf(startAt, zone), until: clockOf(endAt, zone) });
  const [taken, setTaken] = useState<{ startAt: string; endAt: string } | null>(null);
  const chosen = lines.find((line) => line.resource.id === resourceId)?.resource ?? resource;
  const start = taken?.startAt ?? atClock(day, times.from, zone) ?? startAt;
  const typedEnd =
    taken?.endAt ?? atClock(day, times.until === '00:00' ? '24:00' : times.until, zone) ?? endAt;
  const end = typedEnd > start ? typedEnd : endAt;
  const type = (name: 'from' | 'until') => (value: string) => {
    setTaken(null);
    setTimes((before) => ({ ...before, [name]: value }));
  };
  return (
    <Dialog open title={phrase('admin-calendar.new.title', { resource: chosen.name })} onClose={onClose}>
      <p className="muted small num">{formats.during(start, end, zone)}</p>
      <NewBooking
        resource={chosen}
        startAt={start}
        endAt={end}
        zone={zone}
        person={person}
        onClose={onClose}
        onWhy={onWhy}
        onTake={(from, until) => setTaken({ startAt: from, endAt: until })}
      >
        <details>
          <summary>{phrase('admin-calendar.new.change')}</summary>
          <div className="row wrap fields">
            <SelectField
              name="resource"
              label={phrase('admin-calendar.new.resource')}
              value={resourceId}
              onValue={setResource}
              options={lines.map((line) => ({ value: line.resource.id, label: line.resource.name }))}
            />
            <TextField
              name="from"
              type="time"
              label={phrase('admin-calendar.new.from')}
              value={clockOf(start, zone)}
              onValue={type('from')}
            />
            <TextField
              name="until"
              type="time"
              label={phrase('admin-calendar.new.until')}
              value={clockOf(end, zone)}
              onValue={type('until')}
            />
          </div>
        </details>
      </NewBooking>
    </Dialog>
  );
}
