import { type FormEvent, useState } from 'react';
import { Banner, Button, Dialog, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { type Day, parseDay } from '../../../../domain/kernel/day.ts';
import { instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../../domain/kernel/zone.ts';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { Refused } from '../../data/client.ts';
import { useSend } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { Alternatives } from './alternatives.tsx';
import type { RefusedMove } from './calendar/grid/use-moving.ts';
import { atClock, clockOf } from './new-dialog.tsx';
import type { BookingRow } from './calendar/use-calendar.ts';

interface MoveBookingProps {
  readonly booking: BookingRow;
  readonly zone: Zone;
  /** Where it was dropped and refused; the form begins there. */
  readonly dropped?: RefusedMove | undefined;
  readonly onDone: () => void;
}

/** A drop that the rules refused: which one, another time, or the reason for which it happens anyway. */
export function MoveRefused({ of, zone, onClose }: {
  readonly of: RefusedMove;
  readonly zone: Zone;
  readonly onClose: () => void;
}) {
  const { phrase } = useSpeech();
  const title = phrase('admin-calendar.notMoved', { name: of.booking.customerName ?? '' });
  return (
    <Dialog open title={title} onClose={onClose}>
      <MoveBooking booking={of.booking} zone={zone} dropped={of} onDone={onClose} />
    </Dialog>
  );
}

/** Another time for a booking. What refuses says which rule; staff may go on with a reason. */
export function MoveBooking(props: MoveBookingProps) {
  const { zone, onDone } = props;
  const { phrase } = useSpeech();
  const { wish, set, refused, mayAnyway, busy, move, take } = useMove(props);
  const anyway = mayAnyway && wish.reason.trim() !== '';
  const field = (name: 'from' | 'until' | 'reason') => ({
    name,
    label: phrase(`admin-calendar.new.${name}`),
    value: wish[name],
    onValue: (text: string) => set({ [name]: text }),
  });
  return (
    <form className="newbooking__form" onSubmit={move}>
      <div className="row wrap fields">
        <DayField value={wish.day} onDay={(day) => set({ day })} />
        <TextField type="time" {...field('from')} />
        <TextField type="time" {...field('until')} />
      </div>
      {refused === null ? null : (
        <>
          <Refusal of={refused} zone={zone} />
          <Alternatives of={refused} zone={zone} onTake={take} />
        </>
      )}
      {mayAnyway ? <TextField {...field('reason')} maxLength={500} /> : null}
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {phrase(anyway ? 'admin-calendar.panel.moveAnyway' : 'admin-calendar.panel.moveNow')}
        </Button>
        <Button onClick={onDone}>{phrase('kit.cancel')}</Button>
      </div>
    </form>
  );
}

interface Wish {
  readonly day: Day;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

const wishOf = ({ startAt, endAt }: { startAt: string; endAt: string }, zone: Zone) => ({
  day: dayAt(instant(Date.parse(startAt)), zone),
  from: clockOf(startAt, zone),
  until: clockOf(endAt, zone),
});

/** What is typed, what the API said to it, and asking it. */
function useMove({ booking, zone, dropped, onDone }: MoveBookingProps) {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const first = dropped?.wished ?? booking;
  const [wish, setWish] = useState<Wish>({ ...wishOf(first, zone), reason: '' });
  const send = useSend('changeBooking', { refresh: ['listBookings', 'getBooking', 'listAvailability'] });
  const error = send.isIdle ? dropped?.error : send.error;
  const refused = error instanceof Refused ? error : null;
  const set = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const params = { bookingId: booking.id };
  const move = (event: FormEvent) => {
    event.preventDefault();
    const startAt = atClock(wish.day, wish.from, zone);
    const endAt = atClock(wish.day, wish.until === '00:00' ? '24:00' : wish.until, zone);
    if (startAt === null || endAt === null) return;
    const before = { resourceId: booking.resourceId, startAt: booking.startAt, endAt: booking.endAt };
    const reason = wish.reason.trim();
    const body = {
      startAt, endAt,
      ...(first.resourceId !== booking.resourceId && { resourceId: first.resourceId as never }),
      ...(reason !== '' && { override: { reason } }),
    };
    const onSuccess = () => {
      const when = formats.during(startAt, endAt, zone);
      toast(phrase('admin-calendar.panel.moved', { when }), () => send.mutate({ params, body: before }));
      onDone();
    };
    send.mutate({ params, body }, { onSuccess });
  };
  return {
    wish, set, refused, move,
    mayAnyway: isOverridable(refused) && may('bookings.override'),
    busy: send.isPending,
    take: (startAt: string, endAt: string) => set(wishOf({ startAt, endAt }, zone)),
  };
}

/** What somebody with the right may go past; a time that is taken nobody can. */
const isOverridable = (refused: Refused | null): boolean =>
  refused?.decision != null &&
  !refused.decision.layers.some(({ code, outcome }) => code === 'occupied' && outcome === 'deny');

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
