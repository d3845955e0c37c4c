import { type FormEvent, useState } from 'react';
import { Banner, Button, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { type Day, parseDay } from '../../../../domain/kernel/day.ts';
import { instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../../domain/kernel/zone.ts';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { Refused } from '../../data/client.ts';
import { useSend } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { atClock, clockOf } from './new-dialog.tsx';
import type { BookingRow } from './calendar/use-calendar.ts';

interface MoveBookingProps {
  readonly booking: BookingRow;
  readonly zone: Zone;
  readonly onDone: () => void;
}

/** Another time for a booking. What refuses says which rule; staff may go on with a reason. */
export function MoveBooking({ booking, zone, onDone }: MoveBookingProps) {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const [day, setDay] = useState<Day>(dayAt(instant(Date.parse(booking.startAt)), zone));
  const [from, setFrom] = useState(clockOf(booking.startAt, zone));
  const [until, setUntil] = useState(clockOf(booking.endAt, zone));
  const [reason, setReason] = useState('');
  const send = useSend('changeBooking', { refresh: ['listBookings', 'getBooking', 'listAvailability'] });
  const refused = send.error instanceof Refused ? send.error : null;
  const mayAnyway = refused?.decision != null && may('bookings.override');
  const move = (event: FormEvent) => {
    event.preventDefault();
    const startAt = atClock(day, from, zone);
    const endAt = atClock(day, until === '00:00' ? '24:00' : until, zone);
    if (startAt === null || endAt === null) return;
    const before = { startAt: booking.startAt, endAt: booking.endAt };
    const override = reason.trim() === '' ? {} : { override: { reason: reason.trim() } };
    send.mutate(
      { params: { bookingId: booking.id }, body: { startAt, endAt, ...override } },
      {
        onSuccess: () => {
          toast(phrase('admin-calendar.panel.moved', { when: formats.during(startAt, endAt, zone) }), () =>
            send.mutate({ params: { bookingId: booking.id }, body: before }),
          );
          onDone();
        },
      },
    );
  };
  return (
    <form className="newbooking__form" onSubmit={move}>
      <div className="row wrap fields">
        <DayField value={day} onDay={setDay} />
        <TextField
          name="from"
          type="time"
          label={phrase('admin-calendar.new.from')}
          value={from}
          onValue={setFrom}
        />
        <TextField
          name="until"
          type="time"
          label={phrase('admin-calendar.new.until')}
          value={until}
          onValue={setUntil}
        />
      </div>
      {refused === null ? null : <Refusal of={refused} zone={zone} />}
      {mayAnyway ? (
        <TextField
          name="reason"
          label={phrase('admin-calendar.new.reason')}
          value={reason}
          onValue={setReason}
        />
      ) : null}
      <div className="row">
        <Button kind="primary" type="submit" busy={send.isPending}>
          {phrase('admin-calendar.panel.moveNow')}
        </Button>
        <Button onClick={onDone}>{phrase('kit.cancel')}</Button>
      </div>
    </form>
  );
}

/** A day half typed is not taken. */
function DayField({ value, onDay }: { readonly value: Day; readonly onDay: (day: Day) => void }) {
  const { phrase } = useSpeech();
  return (
    <TextField
      name="day"
      type="date"
      label={phrase('admin-calendar.panel.day')}
      value={value}
      autoFocus
      onValue={(text) => {
        const parsed = parseDay(text);
        if (parsed !== null) onDay(parsed);
      }}
    />
  );
}

/** The rule in a sentence where one refuses, else what the server says. */
function Refusal({ of: refused, zone }: { readonly of: Refused; readonly zone: Zone }) {
  const { phrase, formats } = useSpeech();
  return (
    <Banner tone="alert">
      {refused.decision === null
        ? refused.detail
        : verdictSentence(refused.decision as never, 'staff', { phrase, formats, zone })}
    </Banner>
  );
}
