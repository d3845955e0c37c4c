import { useState } from 'react';
import '../../css/bookings.css';
import { icons, MoneyText, Segmented, useSpeech } from '../../../../kit/plain/index.ts';
import { formatInstant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { useAddressValue } from '../../data/filters.ts';
import { useList } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { useZone } from '../../data/today.ts';
import { DataTable } from '../../pieces/data-table.tsx';
import { BookingPanel } from './booking-panel.tsx';
import { BookingState } from './booking-state.tsx';
import type { BookingRow } from './calendar/use-calendar.ts';

/** The bookings of one customer: what comes first, or what was. */
export function CustomerBookings({ customerId }: { customerId: string }) {
  const { phrase, formats } = useSpeech();
  const { locations, hrefTo } = useHere();
  const zoneHere = useZone();
  const [which, setWhich] = useState<'coming' | 'past'>('coming');
  const [open, setOpen] = useAddressValue('open');
  const [at] = useState(() => formatInstant(now()));
  const zoneOf = (row: BookingRow): Zone =>
    (locations.find(({ id }) => id === row.locationId)?.timeZone ?? zoneHere) as Zone;
  const list = useList('listBookings', { query: {
    customerId: customerId as never, limit: 50,
    ...(which === 'coming' ? { from: at } : { to: at, sort: '-startAt' as const }),
  } });
  const opened = list.rows?.find(({ id }) => id === open);
  return (
    <div className="stack">
      <div className="row">
        <Segmented
          label={phrase('admin-calendar.tab.which')}
          value={which}
          onChoose={setWhich}
          choices={[
            { value: 'coming', label: phrase('admin-calendar.tab.coming') },
            { value: 'past', label: phrase('admin-calendar.tab.past') },
          ]}
        />
      </div>
      <DataTable
        caption={phrase('admin-calendar.tab.title')}
        list={list}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`customers/${customerId}/bookings?open=${id}`)}
        empty={{ icon: icons.calendar, text: phrase(`admin-calendar.tab.none.${which}`) }}
        columns={[
          {
            key: 'when',
            title: phrase('admin-calendar.list.when'),
            cell: (row) => (
              <span className="num">{formats.during(row.startAt, row.endAt, zoneOf(row))}</span>
            ),
          },
          {
            key: 'resource',
            title: phrase('admin-calendar.list.resource'),
            cell: (row) => <bdi>{row.resourceName}</bdi>,
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
            cell: (row) => (row.price === null ? '–' : <MoneyText of={row.price} />),
          },
        ]}
      />
      {open === undefined ? null : (
        <BookingPanel
          bookingId={open}
          zone={opened === undefined ? zoneHere : zoneOf(opened)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
