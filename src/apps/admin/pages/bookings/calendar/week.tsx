import { Button, Icon, icons, SkeletonRows, useSpeech } from '../../../../../kit/plain/index.ts';
import { addDays, type Day } from '../../../../../domain/kernel/day.ts';
import { formatInstant, instant } from '../../../../../domain/kernel/instant.ts';
import { dayAt, startOfDay, type Zone } from '../../../../../domain/kernel/zone.ts';
import { useWhole } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { Fault } from '../../../pieces/region.tsx';
import { type BookingRow, isTaking, type Line, type ResourceRow } from './use-calendar.ts';

interface WeekProps {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly zone: Zone;
  readonly lines: readonly Line[];
  readonly onOpen: (bookingId: string) => void;
  readonly onDay: (day: Day) => void;
  /** Undefined where nothing may be booked. */
  readonly onBook: ((resource: ResourceRow, day: Day) => void) | undefined;
}

/** Seven days over the same resources: what is booked when, and a way into each day. */
export function Week(props: WeekProps) {
  const { days, zone, lines } = props;
  const { location } = useHere();
  const query = {
    locationId: location?.id as never,
    from: formatInstant(startOfDay(days[0]!, zone)),
    to: formatInstant(startOfDay(addDays(days[6]!, 1), zone)),
  };
  const found = useWhole('listBookings', { query }, { everyMs: 15_000 });
  if (found.data === undefined) {
    if (found.error === null) return <SkeletonRows rows={6} round={false} />;
    return <Fault error={found.error} onRetry={() => void found.refetch()} />;
  }
  const rows = found.data.filter(isTaking);
  return (
    <div className="card calwrap">
      <table className="weekgrid">
        <WeekHead {...props} />
        <tbody>
          {lines.map(({ resource }) => (
            <tr key={resource.id}>
              <th scope="row">
                <bdi>{resource.name}</bdi>
              </th>
              {days.map((day) => (
                <td key={day}>
                  <InDay
                    {...props}
                    day={day}
                    resource={resource}
                    bookings={rows.filter((one) => one.resourceId === resource.id && isOn(one, day, zone))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A night that two days share is seen on both. */
const isOn = (one: BookingRow, day: Day, zone: Zone): boolean =>
  dayAt(instant(Date.parse(one.startAt)), zone) <= day &&
  dayAt(instant(Date.parse(one.endAt) - 1), zone) >= day;

function WeekHead({ days, today, onDay }: WeekProps) {
  const { phrase, formats } = useSpeech();
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="sr">{phrase('admin-calendar.list.resource')}</span>
        </th>
        {days.map((day) => (
          <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
            <Button kind="quiet" small onClick={() => onDay(day)}>
              {formats.day(day, 'weekday')}
            </Button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface InDayProps extends WeekProps {
  readonly day: Day;
  readonly resource: ResourceRow;
  readonly bookings: readonly BookingRow[];
}

function InDay({ day, resource, bookings, zone, onOpen, onDay, onBook }: InDayProps) {
  const { phrase, formats } = useSpeech();
  if (resource.units > 1) {
    if (bookings.length === 0) return null;
    return (
      <Button kind="quiet" small onClick={() => onDay(day)}>
        {phrase('admin-calendar.bookedCount', { count: bookings.length })}
      </Button>
    );
  }
  const onDayNamed = formats.day(day, 'weekday');
  return (
    <div className="weekgrid__day">
      {bookings.map((one) => (
        <button key={one.id} type="button" className={lookOf(one)} onClick={() => onOpen(one.id)}>
          <b>
            {one.state === 'requested' ? <Icon of={icons.hourglass} size={14} /> : null}
            <bdi>{one.customerName ?? phrase('admin-calendar.blocked')}</bdi>
          </b>
          <span className="num">{formats.times(one.startAt, one.endAt, zone)}</span>
        </button>
      ))}
      {onBook === undefined ? null : (
        <Button
          kind="quiet"
          small
          className="weekgrid__add"
          icon={icons.plus}
          label={phrase('admin-calendar.bookOn', { resource: resource.name, day: onDayNamed })}
          onClick={() => onBook(resource, day)}
        />
      )}
    </div>
  );
}

const lookOf = ({ state }: BookingRow): string =>
  `weekgrid__slot ${state === 'requested' || state === 'tentative' ? 'slot--hold' : 'slot--booked'}`;
