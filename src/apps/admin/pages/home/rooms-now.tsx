import type { CSSProperties } from 'react';
import { ButtonLink, Card, EmptyState, icons, useSpeech } from '../../../../kit/plain/index.ts';
import { minuteOfDayAt } from '../../../../domain/kernel/zone.ts';
import { instant } from '../../../../domain/kernel/instant.ts';
import { useHere } from '../../data/here.tsx';
import { Region } from '../../pieces/region.tsx';
import { type DayHere, hoursShown } from './day.ts';
import { type BookingRow, isTaking, useBookingsToday, useDay, useResources } from './use-day.ts';

const SHOWN = 7;

/** The rooms over the hours of today, with a line for now. The picture is read out as a sentence. */
export function RoomsNow() {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const resources = useResources();
  const rooms = resources.data?.filter((one) => one.units === 1).slice(0, SHOWN) ?? [];
  return (
    <Card
      title={phrase('admin-home.rooms.title')}
      acts={
        <ButtonLink kind="quiet" small href={hrefTo('calendar')}>
          {phrase('admin-home.rooms.open')}
        </ButtonLink>
      }>
      <Region answer={resources} rows={5}>
        {() =>
          rooms.length > 0 ? (
            <Lanes rooms={rooms} />
          ) : (
            <EmptyState
              icon={icons.spaces}
              act={
                may('resources.write') ? (
                  <ButtonLink small href={hrefTo('spaces/resources')}>
                    {phrase('admin-home.rooms.add')}
                  </ButtonLink>
                ) : undefined
              }>
              {phrase('admin-home.rooms.none')}
            </EmptyState>
          )
        }
      </Region>
    </Card>
  );
}

function Lanes({ rooms }: { rooms: readonly { readonly id: string; readonly name: string }[] }) {
  const { formats, phrase } = useSpeech();
  const { location } = useHere();
  const day = useDay();
  const bookings = (useBookingsToday().data ?? []).filter(isTaking);
  const spans = bookings.map((one) => ({ ...minutesOf(one, day), booking: one }));
  const { fromHour, untilHour } = hoursShown(location?.openingHours ?? null, day.day, spans);
  const share = (minute: number) => (minute - fromHour * 60) / ((untilHour - fromHour) * 60);
  const nowShare = share(minuteOfDayAt(instant(day.now), day.zone));
  const inUse = bookings
    .filter((one) => Date.parse(one.startAt) <= day.now && day.now < Date.parse(one.endAt))
    .map((one) =>
      phrase('admin-home.rooms.usedUntil', {
        resource: one.resourceName,
        time: formats.time(one.endAt, day.zone),
      }),
    );
  const sentence =
    inUse.length === 0
      ? phrase('admin-home.rooms.allFree')
      : phrase('admin-home.rooms.inUse', { rooms: formats.list(inUse) });
  const hours = Array.from({ length: Math.ceil((untilHour - fromHour) / 2) }, (_, at) => fromHour + at * 2);
  return (
    <div className="mini" role="img" aria-label={sentence}>
      <div className="mini__row mini__row--head">
        <span />
        <span className="mini__lane">
          {hours.map((hour) => (
            <i key={hour} style={at({ s: share(hour * 60) })}>
              {String(hour).padStart(2, '0')}
            </i>
          ))}
        </span>
      </div>
      {rooms.map((room) => (
        <div key={room.id} className="mini__row">
          <b>
            <bdi>{room.name}</bdi>
          </b>
          <span className="mini__lane">
            {spans
              .filter(({ booking }) => booking.resourceId === room.id)
              .map(({ booking, ...span }) => (
                <u
                  key={booking.id}
                  className={
                    booking.state === 'requested' || booking.state === 'tentative' ? 'hold' : undefined
                  }
                  style={at({
                    s: share(span.fromMinute),
                    d: share(span.untilMinute) - share(span.fromMinute),
                  })}
                />
              ))}
          </span>
        </div>
      ))}
      {nowShare >= 0 && nowShare <= 1 ? <span className="mini__now" style={at({ s: nowShare })} /> : null}
    </div>
  );
}

const at = (of: { s: number; d?: number }) => ({ '--s': of.s, '--d': of.d }) as CSSProperties;

/** The part of a booking that lies in the day, in minutes after its midnight. */
function minutesOf(booking: BookingRow, day: DayHere) {
  const [start, end] = [Date.parse(booking.startAt), Date.parse(booking.endAt)];
  return {
    fromMinute: start <= day.start ? 0 : minuteOfDayAt(instant(start), day.zone),
    untilMinute: end >= day.end ? 1440 : minuteOfDayAt(instant(end), day.zone),
  };
}
