import { Button, EmptyState, icons, MoneyText, Table, useSpeech } from '../../../../../kit/plain/index.ts';
import { BookingState } from '../booking-state.tsx';
import type { Line } from './use-calendar.ts';

/** The same day as a list: for those who listen, for paper and for phones. */
export function DayList({
  lines,
  zone,
  onOpen,
}: {
  lines: readonly Line[];
  zone: string;
  onOpen: (bookingId: string) => void;
}) {
  const { phrase, formats } = useSpeech();
  const rows = lines.flatMap(({ bookings }) => bookings).sort((a, b) => a.startAt.localeCompare(b.startAt));
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState icon={icons.calendar}>{phrase('admin-calendar.nothingBooked')}</EmptyState>
      </div>
    );
  return (
    <div className="card">
      <Table
        caption={phrase('admin-calendar.listView')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'when',
            title: phrase('admin-calendar.list.when'),
            cell: (row) => (
              <Button kind="quiet" small onClick={() => onOpen(row.id)}>
                {formats.times(row.startAt, row.endAt, zone)}
              </Button>
            ),
          },
          {
            key: 'resource',
            title: phrase('admin-calendar.list.resource'),
            cell: (row) => <bdi>{row.resourceName}</bdi>,
          },
          {
            key: 'who',
            title: phrase('admin-calendar.list.who'),
            cell: (row) => <bdi>{row.customerName ?? phrase('admin-calendar.blocked')}</bdi>,
          },
          {
            key: 'state',
            title: phrase('admin-calendar.list.state'),
            cell: (row) => <BookingState state={row.state} small />,
          },
          {
            key: 'price',
            title: phrase('admin-calendar.list.price'),
            figures: true,
            wideOnly: true,
            cell: (row) => (row.price === null ? '–' : <MoneyText of={row.price} />),
          },
        ]}
      />
    </div>
  );
}
