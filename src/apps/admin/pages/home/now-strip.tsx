import { MoneyText, Stat, StatStrip, usePhrase, useSpeech } from '../../../../kit/plain/index.ts';
import { type Here, useHere } from '../../data/here.tsx';
import { isTaking, SOON_DAYS, useBookingsToday, useCounts, useDay, useResources } from './use-day.ts';

/** Five numbers, each the way into the list that produced it. */
export function NowStrip() {
  const phrase = usePhrase();
  const here = useHere();
  return (
    <StatStrip label={phrase('admin-home.now')}>
      {here.may('checkIns.read') ? <InTheBuilding here={here} /> : null}
      {here.may('bookings.read') ? <Expected here={here} /> : null}
      {here.may('bookings.read') ? <RoomsInUse here={here} /> : null}
      {here.may('billing.read') ? <Unpaid here={here} /> : null}
      {here.may('contracts.read') ? <EndingSoon here={here} /> : null}
    </StatStrip>
  );
}

function InTheBuilding({ here }: { here: Here }) {
  const phrase = usePhrase();
  const capacity = here.location?.settings?.capacity.value ?? null;
  const count = useCounts()?.occupancy?.inside;
  return (
    <Stat
      label={phrase('admin-home.inTheBuilding')}
      value={count ?? '–'}
      href={here.hrefTo('desk')}
      of={capacity === null ? undefined : phrase('admin-home.ofCapacity', { capacity })}
      share={capacity === null || count === undefined ? undefined : count / capacity}
      note={capacity === null && here.location !== undefined ? phrase('admin-home.noCapacity') : undefined}
    />
  );
}

function Expected({ here }: { here: Here }) {
  const phrase = usePhrase();
  const bookings = useBookingsToday();
  const expected = (bookings.data ?? []).filter((one) => isTaking(one) && one.customerId !== null);
  const arrived = expected.filter((one) => one.state === 'checkedIn' || one.state === 'completed').length;
  return (
    <Stat
      label={phrase('admin-home.expected')}
      value={bookings.data === undefined ? '–' : expected.length}
      href={here.hrefTo('calendar')}
      note={bookings.data && phrase('admin-home.arrived', { count: arrived })}
    />
  );
}

function RoomsInUse({ here }: { here: Here }) {
  const { phrase, formats } = useSpeech();
  const { now, zone } = useDay();
  const rooms = useResources().data?.filter((one) => one.units === 1);
  const bookings = useBookingsToday().data;
  const taken = (bookings ?? []).filter(
    (one) => isTaking(one) && Date.parse(one.startAt) <= now && now < Date.parse(one.endAt),
  );
  const inUse = new Set(taken.map((one) => one.resourceId)).size;
  const nextFree = Math.min(...taken.map((one) => Date.parse(one.endAt)));
  return (
    <Stat
      label={phrase('admin-home.roomsInUse')}
      value={rooms === undefined || bookings === undefined ? '–' : inUse}
      href={here.hrefTo('calendar')}
      of={rooms === undefined ? undefined : phrase('admin-home.ofRooms', { count: rooms.length })}
      note={
        bookings === undefined
          ? undefined
          : taken.length === 0
            ? phrase('admin-home.allFree')
            : phrase('admin-home.nextFree', { time: formats.time(nextFree, zone) })
      }
    />
  );
}

function Unpaid({ here }: { here: Here }) {
  const phrase = usePhrase();
  const invoices = useCounts()?.invoices;
  return (
    <Stat
      label={phrase('admin-home.unpaid')}
      href={here.hrefTo('money/invoices?f.state=open')}
      value={
        !invoices
          ? '–'
          : invoices.outstanding.length === 0
            ? 0
            : invoices.outstanding.map((sum) => <MoneyText key={sum.currency} of={sum} round />)
      }
      note={invoices && phrase('admin-home.overdueCount', { count: invoices.overdue })}
    />
  );
}

function EndingSoon({ here }: { here: Here }) {
  const phrase = usePhrase();
  const ending = useCounts()?.contracts?.ending;
  return (
    <Stat
      label={phrase('admin-home.contractsEnding')}
      value={ending ?? '–'}
      href={here.hrefTo('money/contracts')}
      note={phrase('admin-home.inDays', { days: SOON_DAYS })}
    />
  );
}
