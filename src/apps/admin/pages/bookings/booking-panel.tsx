import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import {
  Banner, Button, ButtonLink, Checkbox, Dialog, Facts, icons, TextField, toast, useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { client, Refused } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { Region } from '../../pieces/region.tsx';
import { explainHref } from '../access/explain-href.ts';
import { BookingState } from './booking-state.tsx';
import { MoveBooking } from './move-booking.tsx';
import { QuoteLines } from './quote-lines.tsx';
import type { BookingRow } from './calendar/use-calendar.ts';

const changed = ['listBookings', 'getBooking', 'listAvailability'] as const;

/** One booking: who, when, what was promised and why, and the verbs that can still be used. */
export function BookingPanel({
  bookingId,
  zone,
  first = 'read',
  onClose,
}: {
  bookingId: string;
  zone: Zone;
  /** Whether it opens at its facts or at the question of cancelling it. */
  first?: 'read' | 'cancel';
  onClose: () => void;
}) {
  const { phrase } = useSpeech();
  const answer = useAnswer('getBooking', { params: { bookingId: bookingId as never } });
  return (
    <Dialog open title={answer.data?.resourceName ?? phrase('admin-calendar.booking')} onClose={onClose}>
      <Region answer={answer}>
        {(booking) => <Booking booking={booking} zone={zone} first={first} onClose={onClose} />}
      </Region>
    </Dialog>
  );
}

interface BookingProps {
  readonly booking: BookingRow;
  readonly zone: Zone;
  readonly first: 'read' | 'cancel';
  readonly onClose: () => void;
}

function Booking({ booking, zone, first, onClose }: BookingProps) {
  const { phrase, formats } = useSpeech();
  const { hrefTo, may } = useHere();
  const stands = ['requested', 'tentative', 'confirmed', 'checkedIn'].includes(booking.state);
  const [mode, setMode] = useState<'read' | 'move' | 'cancel'>(stands ? first : 'read');
  const customer: ReactNode = booking.customerId === null ? phrase('admin-calendar.blocked')
    : <a href={hrefTo(`customers/${booking.customerId}`)}><bdi>{booking.customerName}</bdi></a>;
  return (
    <>
      <div className="row wrap">
        <BookingState state={booking.state} />
        <span className="num">{formats.during(booking.startAt, booking.endAt, zone)}</span>
      </div>
      <Facts
        of={[
          [phrase('admin-calendar.panel.who'), customer],
          [phrase('admin-calendar.panel.via'), phrase(`admin-calendar.via.${booking.via}`)],
          ...(booking.note === '' ? [] : [[phrase('admin-calendar.panel.note'), booking.note] as const]),
          ...(booking.price === null
          || booking.price.amount === 0
          || Date.parse(booking.freeToCancelUntil) <= now()
            ? []
            : [
                [
                  phrase('admin-calendar.panel.freeUntil'),
                  formats.at(booking.freeToCancelUntil, zone),
                ] as const,
              ]),
          ...(booking.invoiceId === null
            ? []
            : [
                [
                  phrase('admin-calendar.panel.invoice'),
                  <a key="i" href={hrefTo(`money/invoices/${booking.invoiceId}`)}>
                    {phrase('admin-calendar.panel.openInvoice')}
                  </a>,
                ] as const,
              ]),
        ]}
      />
      {booking.override === null ? null : (
        <Banner icon={icons.info}>
          {phrase('admin-calendar.panel.overridden', { reason: booking.override.reason })}
        </Banner>
      )}
      {booking.quote === null || mode !== 'read' ? null : <QuoteLines quote={booking.quote} />}
      {mode === 'move' ? <MoveBooking booking={booking} zone={zone} onDone={() => setMode('read')} /> : null}
      {mode === 'cancel' ? (
        <CancelBooking booking={booking} onBack={() => setMode('read')} onDone={onClose} />
      ) : null}
      {mode === 'read' ? (
        <div className="row wrap">
          {stands && may('bookings.write') ? (
            <>
              {booking.state === 'requested' ? <Settle booking={booking} /> : null}
              <Button icon={icons.calendar} onClick={() => setMode('move')}>
                {phrase('admin-calendar.panel.move')}
              </Button>
              <Button kind="quiet" onClick={() => setMode('cancel')}>
                {phrase('admin-calendar.panel.cancel')}
              </Button>
            </>
          ) : null}
          <WhyLink booking={booking} zone={zone} />
        </div>
      ) : null}
    </>
  );
}

/** Why this customer may, or may not, have what is booked: the booking is not in its own way. */
function WhyLink({ booking, zone }: Pick<BookingProps, 'booking' | 'zone'>) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const href = explainHref({
    subject: booking.customerId, action: 'book', target: booking.resourceId, via: booking.via,
    during: booking, but: booking.id,
  }, zone);
  if (href === null || !may('access.explain')) return null;
  return (
    <ButtonLink kind="quiet" icon={icons.help} href={hrefTo(href)}>
      {phrase('admin-explain.title')}
    </ButtonLink>
  );
}

function Settle({ booking }: { booking: BookingRow }) {
  const { phrase } = useSpeech();
  const approve = useSend('approveBooking', { refresh: changed });
  const reject = useSend('rejectBooking', { refresh: changed });
  const params = { bookingId: booking.id };
  return (
    <>
      <Button kind="primary" busy={approve.isPending} onClick={() => approve.mutate({ params, body: {} })}>
        {phrase('admin-calendar.panel.approve')}
      </Button>
      <Button busy={reject.isPending} onClick={() => reject.mutate({ params, body: {} })}>
        {phrase('admin-calendar.panel.reject')}
      </Button>
    </>
  );
}

/** What cancelling does is shown before it is done: the fee, and that the rest is taken back. */
function CancelBooking({
  booking,
  onBack,
  onDone,
}: {
  booking: BookingRow;
  onBack: () => void;
  onDone: () => void;
}) {
  const { phrase, formats } = useSpeech();
  const [reason, setReason] = useState('');
  const [withoutFee, setWithoutFee] = useState(false);
  const params = { bookingId: booking.id };
  const send = useSend('cancelBooking', { refresh: changed });
  const preview = useQuery({
    queryKey: ['cancelBooking', booking.id, booking.version],
    queryFn: ({ signal }) => client.call('cancelBooking', { params, body: { preview: true }, signal }),
  });
  const fee = preview.data?.fee ?? null;
  const said = {
    ...(reason.trim() && { reason: reason.trim() }),
    ...(withoutFee && { fee: 'none' as const }),
  };
  const cancel = () =>
    send.mutate(
      { params, body: said },
      {
        onSuccess: ({ fee: kept }) => {
          toast(
            kept === null || kept.amount === 0
              ? phrase('admin-calendar.panel.cancelled')
              : phrase('admin-calendar.panel.cancelledFee', { fee: formats.money(kept) }),
          );
          onDone();
        },
      },
    );
  return (
    <>
      <p>{phrase('admin-calendar.panel.cancelText')}</p>
      {fee === null || fee.amount === 0 ? null : (
        <>
          <Banner tone="soon">{phrase('admin-calendar.panel.feeNow', { fee: formats.money(fee) })}</Banner>
          <Checkbox name="withoutFee" checked={withoutFee} onCheck={setWithoutFee}>
            {phrase('admin-calendar.panel.withoutFee')}
          </Checkbox>
        </>
      )}
      <TextField
        name="cancelReason"
        label={phrase('admin-calendar.panel.reason')}
        optional
        value={reason}
        onValue={setReason}
        maxLength={500}
      />
      {send.error instanceof Refused ? <Banner tone="alert">{send.error.detail}</Banner> : null}
      <div className="row">
        <Button kind="danger" busy={send.isPending} onClick={cancel}>
          {phrase('admin-calendar.panel.cancelNow')}
        </Button>
        <Button onClick={onBack}>{phrase('admin-calendar.panel.keep')}</Button>
      </div>
    </>
  );
}
