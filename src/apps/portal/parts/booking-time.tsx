import { check, clock, hourglass, x } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import type { Booking } from '../readers.ts';
import type { Frame } from '../frame/view.ts';

/** What a booking waits for, as a badge; soon ones say how soon. */
export function BookingTime({
  frame,
  booking,
  minutes,
}: {
  frame: Frame;
  booking: Booking;
  minutes: number | null;
}) {
  const { phrase, format } = frame;
  if (minutes !== null && minutes >= 0 && minutes <= 720 && booking.state === 'confirmed') {
    return (
      <span className="badge badge--scheduled">
        <Icon of={clock} />
        {phrase('portal-bookings.in', { time: format.minutes(minutes) })}
      </span>
    );
  }
  const [look, shape] = looks[booking.state];
  return (
    <span className={`badge badge--${look}`}>
      <Icon of={shape} />
      {phrase(`portal-bookings.state.${booking.state}`)}
    </span>
  );
}

const looks = {
  requested: ['soon', hourglass],
  tentative: ['soon', hourglass],
  confirmed: ['scheduled', check],
  checkedIn: ['active', check],
  completed: ['quiet', check],
  noShow: ['quiet', x],
  cancelled: ['quiet', x],
  rejected: ['alert', x],
} as const;
