import { Badge, ButtonLink, icons, ListRow, NameText, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { ListCard } from '../../pieces/list-card.tsx';
import { CheckInButton } from './check-in-button.tsx';
import { type BookingRow, isTaking, useBookingsToday, useDay } from './use-day.ts';
import { useInTheBuilding } from './use-stays.ts';

const SHOWN = 6;

/** Who comes today and has not come yet, in the order of their time. */
export function Arrivals() {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const { now } = useDay();
  const bookings = useBookingsToday();
  const inside = new Set(useInTheBuilding().data?.map((stay) => stay.customerId));
  const coming = (bookings.data ?? [])
    .filter((one) => isComing(one, now) && !inside.has(one.customerId as never))
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
  const more = (
    <ButtonLink kind="quiet" small href={hrefTo('calendar')}>
      {phrase('admin-home.seeAll')}
    </ButtonLink>
  );
  return (
    <ListCard
      title={phrase('admin-home.arrivals.title')}
      count={bookings.data && phrase('admin-home.arrivals.toCome', { count: coming.length })}
      acts={coming.length > SHOWN ? more : undefined}
      answer={bookings}
      rows={coming.slice(0, SHOWN)}
      skeletons={5}
      empty={{ icon: icons.clock, text: phrase('admin-home.arrivals.none') }}
    >
      {(one) => <Arrival key={one.id} of={one} />}
    </ListCard>
  );
}

function Arrival({ of }: { of: BookingRow }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo, may } = useHere();
  const { zone } = useDay();
  const name = of.customerName ?? of.resourceName;
  return (
    <ListRow
      lead={<span className="when">{formats.time(of.startAt, zone)}</span>}
      title={
        <a href={hrefTo(`customers/${of.customerId}`)}>
          <NameText>{name}</NameText>
        </a>
      }
      note={phrase('admin-home.arrivals.note', {
        resource: of.resourceName,
        until: formats.time(of.endAt, zone),
      })}>
      {of.state === 'tentative' ? <Badge state="tentative" /> : null}
      {may('checkIns.write') ? <CheckInButton of={of} /> : null}
    </ListRow>
  );
}

const isComing = (booking: BookingRow, now: number): boolean =>
  booking.customerId !== null &&
  isTaking(booking) &&
  Date.parse(booking.endAt) > now &&
  ['confirmed', 'tentative'].includes(booking.state);
