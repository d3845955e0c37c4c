import { useState } from 'react';
import { toast, useSpeech } from '../../../../../../kit/plain/index.ts';
import { formatInstant, instant } from '../../../../../../domain/kernel/instant.ts';
import { useSend } from '../../../../data/answers.ts';
import { Refused } from '../../../../data/client.ts';
import { type Adjusting, adjusted, isElsewhere } from './adjusting.ts';
import type { BookingRow, Line } from '../use-calendar.ts';

/** What was wished for and refused: shown with the rule, and for those who may the way past it. */
export interface RefusedMove {
  readonly booking: BookingRow;
  readonly wished: { readonly resourceId: string; readonly startAt: string; readonly endAt: string };
  readonly error: Refused;
}

interface MovingWishes {
  readonly lines: readonly Line[];
  readonly zone: string;
  readonly onMoved: () => Promise<unknown>;
}

/** A booking on its way over the grid. The API is asked when it is dropped, and what it refuses is kept. */
export function useMoving({ lines, zone, onMoved }: MovingWishes) {
  const { phrase, formats } = useSpeech();
  const [adjusting, setAdjusting] = useState<Adjusting | null>(null);
  const [refused, setRefused] = useState<RefusedMove | null>(null);
  const send = useSend('changeBooking', { refresh: ['listBookings', 'getBooking', 'listAvailability'] });
  const drop = async (next: Adjusting) => {
    const { booking } = next;
    const resource = lines[next.row]?.resource;
    if (resource === undefined || !isElsewhere(next, resource.id)) return setAdjusting(null);
    setAdjusting(next);
    const { start, end } = adjusted(next);
    const [startAt, endAt] = [formatInstant(instant(start)), formatInstant(instant(end))];
    const params = { bookingId: booking.id };
    const other = resource.id === booking.resourceId ? {} : { resourceId: resource.id };
    const { resourceId } = booking;
    const before = { resourceId, startAt: booking.startAt, endAt: booking.endAt };
    try {
      await send.mutateAsync({ params, body: { startAt, endAt, ...other } });
      toast(phrase('admin-calendar.panel.moved', { when: formats.during(startAt, endAt, zone) }), () =>
        send.mutate({ params, body: before }),
      );
      await onMoved();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused({ booking, wished: { resourceId: resource.id, startAt, endAt }, error });
    } finally {
      setAdjusting(null);
    }
    return undefined;
  };
  return {
    adjusting,
    adjust: (next: Adjusting | null, isDone: boolean) => {
      // What has been dropped is on its way to the API: nothing takes it along until that has answered.
      if (send.isPending) return;
      if (isDone && next !== null) void drop(next);
      else setAdjusting(next);
    },
    refused,
    forget: () => setRefused(null),
  };
}
