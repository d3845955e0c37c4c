import { lazy, type ReactNode, Suspense, useState } from 'react';
import '../../../css/bookings.css';
import {
  Button, ButtonLink, EmptyState, icons, Segmented, SkeletonRows, useSpeech,
} from '../../../../../kit/plain/index.ts';
import { formatInstant, instant } from '../../../../../domain/kernel/instant.ts';
import type { Day } from '../../../../../domain/kernel/day.ts';
import { dayAt, wallTime } from '../../../../../domain/kernel/zone.ts';
import { useAnswer } from '../../../data/answers.ts';
import { useAddressValue } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { now } from '../../../data/now.ts';
import { useShell } from '../../../data/shell.tsx';
import { Page } from '../../../frame/page.tsx';
import { Fault } from '../../../pieces/region.tsx';
import { BookingPanel } from '../booking-panel.tsx';
import { DayGrid } from './grid/day-grid.tsx';
import type { Picked } from '../customer-picker.tsx';
import { DayList } from './day-list.tsx';
import { DayNav, useDayKeys } from './day-nav.tsx';
import { CELL, cellStart, type GridDay } from './grid/grid-model.ts';
import type { Selection } from './grid/grid-row.tsx';
import { Narrow } from './narrow.tsx';
import { NewDialog } from '../new-dialog.tsx';
import { PaintedFor } from './painted-for.tsx';
import { type ResourceRow, useCalendar, useCalendarDay } from './use-calendar.ts';
import { type Slot, useWhy } from './use-why.ts';
import { Week } from './week.tsx';
import { weekAround } from './week-days.ts';

const ExplainPanel = lazy(async () => ({
  default: (await import('../../access/explain-panel.tsx')).ExplainPanel,
}));

/** The day over resources: what is booked, what is closed, and what one person could have. */
export function Calendar() {
  const { location } = useHere();
  return location === undefined ? <ChoosePlace /> : <DayHere />;
}

function ChoosePlace() {
  const { phrase } = useSpeech();
  const { hrefTo, locations } = useHere();
  return (
    <Page title={phrase('admin-calendar.title')}>
      <EmptyState icon={icons.calendar}>{phrase('admin-calendar.chooseLocation')}</EmptyState>
      <div className="row wrap">
        {locations.filter(({ parentId }) => parentId !== null).map((one) => (
          <ButtonLink key={one.id} href={hrefTo('calendar', one.slug)}>{one.name}</ButtonLink>
        ))}
      </div>
    </Page>
  );
}

function DayHere() {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const { day, today, zone, showDay } = useCalendarDay();
  const { language } = useShell();
  const [view, setView] = useAddressValue('view');
  const [open, setOpen] = useAddressValue('open');
  const [personId, setPerson] = useAddressValue('for');
  const [cancelling, setCancelling] = useState(false);
  const calendar = useCalendar(personId);
  const { lines, grid } = calendar;
  const booking = useBooking(calendar);
  const why = useWhy(zone);
  const who = usePerson(personId);
  const days = weekAround(day, language);
  const isWeek = view === 'week';
  const show = (bookingId: string | undefined, toCancel = false) => {
    setCancelling(toCancel);
    setOpen(bookingId);
  };
  const acts = (
    <>
      <Segmented
        label={phrase('admin-calendar.view')}
        value={views.find((one) => one === view) ?? 'day'}
        choices={views.map((value) => ({ value, label: phrase(`admin-calendar.${value}View`) }))}
        onChoose={(value) => setView(value === 'day' ? undefined : value)}
      />
      {may('bookings.write') && lines.length > 0 ? (
        <Button kind="primary" icon={icons.plus} onClick={() => booking.choose(firstFree(grid, now()), true)}>
          {phrase('admin-calendar.booking')}
        </Button>
      ) : null}
    </>
  );
  const week = { from: formats.day(days[0]!), last: formats.day(days[6]!, 'dated') };
  return (
    <Page
      title={isWeek ? phrase('admin-calendar.weekOf', week) : formats.day(day, 'heading')}
      note={<DayNav by={isWeek ? 7 : 1} />}
      acts={acts}
    >
      <div className="calpage" onKeyDown={useDayKeys(isWeek ? 7 : 1)}>
        <div className="row wrap">
          <Narrow />
          {isWeek ? null : <PaintedFor person={who} onPaint={(id) => setPerson(id ?? undefined)} />}
        </div>
        <Shown resources={calendar.resources}>
          {isWeek ? (
            <Week days={days} today={today} zone={zone} lines={lines} onOpen={show} onDay={showDay}
              onBook={may('bookings.write') ? booking.onDay : undefined} />
          ) : view === 'list' ? (
            <DayList lines={lines} zone={zone} onOpen={show} />
          ) : (
            <DayGrid calendar={calendar} who={who} chosen={booking.chosen} onChoose={booking.choose}
              onOpen={show} onWhy={why.ask} />
          )}
        </Shown>
      </div>
      <Asking booking={booking} why={why} lines={lines} who={who} />
      {open === undefined ? null : (
        <BookingPanel bookingId={open} zone={zone} first={cancelling ? 'cancel' : 'read'}
          onClose={() => show(undefined)} />
      )}
    </Page>
  );
}

interface AskingProps {
  readonly booking: ReturnType<typeof useBooking>;
  readonly why: ReturnType<typeof useWhy>;
  readonly lines: ReturnType<typeof useCalendar>['lines'];
  readonly who: Picked | null;
}

/** The dialog of a new booking, or why a slot cannot be had; each leads to the other. */
function Asking({ booking, why, lines, who }: AskingProps) {
  const { may } = useHere();
  const { zone } = useCalendarDay();
  const [personId, setPerson] = useAddressValue('for');
  const explain = (slot: Slot, customerId: string) => {
    booking.choose(null, true);
    why.ask(slot, customerId);
  };
  const bookAnyway = () => {
    booking.at(why.slot());
    why.close();
  };
  if (why.isOpen && may('access.explain')) {
    return (
      <Suspense>
        <ExplainPanel customerId={personId} onCustomer={setPerson} onClose={why.close}
          onAnyway={may('bookings.write') ? bookAnyway : undefined} />
      </Suspense>
    );
  }
  if (booking.asked === null) return null;
  return (
    <NewDialog key={booking.asked.startAt} lines={lines} zone={zone} person={who} {...booking.asked}
      onClose={() => booking.choose(null, true)} onWhy={may('access.explain') ? explain : undefined} />
  );
}

const views = ['day', 'week', 'list'] as const;

/** What is chosen on the grid, and what the dialog is asked to begin with. */
function useBooking({ lines, grid }: ReturnType<typeof useCalendar>) {
  const { day, zone } = useCalendarDay();
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [wish, setWish] = useState<{ resource: ResourceRow; day: Day } | Slot | Selection | null>(null);
  const line = wish === null || 'day' in wish ? undefined
    : 'resourceId' in wish ? lines.find(({ resource }) => resource.id === wish.resourceId) : lines[wish.row];
  const asked = ((): Begun | null => {
    if (wish === null) return null;
    if ('day' in wish) {
      const [startAt, endAt] = [wallTime(wish.day, 540, zone), wallTime(wish.day, 600, zone)];
      return { ...wish, startAt: formatInstant(startAt), endAt: formatInstant(endAt) };
    }
    if (line === undefined) return null;
    if ('resourceId' in wish) {
      const { startAt, endAt } = wish;
      return { day: dayAt(instant(Date.parse(startAt)), zone), resource: line.resource, startAt, endAt };
    }
    const [startAt, endAt] = [cellStart(grid, wish.from), cellStart(grid, wish.until)];
    return { day, resource: line.resource, startAt: formatInstant(startAt), endAt: formatInstant(endAt) };
  })();
  return {
    chosen,
    asked,
    choose: (selection: Selection | null, isDone: boolean) => {
      setChosen(selection);
      setWish(isDone ? selection : null);
    },
    onDay: (resource: ResourceRow, on: Day) => setWish({ resource, day: on }),
    at: (slot: Slot) => setWish(slot),
  };
}

interface Begun {
  readonly day: Day;
  readonly resource: ResourceRow;
  readonly startAt: string;
  readonly endAt: string;
}

/** The plus button begins at the first resource, never in the past; the dialog lets choose another. */
const firstFree = ({ start, cells }: GridDay, now: number): Selection => {
  const from = Math.max(Math.min(2, cells - 2), Math.min(Math.ceil((now - start) / CELL), cells - 2));
  return { row: 0, from, until: Math.min(from + 2, cells) };
};

function usePerson(personId: string | undefined): Picked | null {
  const sent = { params: { customerId: personId as never } };
  const person = useAnswer('getCustomer', sent, { when: personId !== undefined });
  return personId === undefined || person.data === undefined
    ? null
    : { id: personId, name: person.data.name };
}

/** Loading, fault, nothing yet, or what is drawn of the resources. */
function Shown({
  resources,
  children,
}: {
  readonly resources: ReturnType<typeof useCalendar>['resources'];
  readonly children: ReactNode;
}) {
  const { phrase } = useSpeech();
  const { may, hrefTo } = useHere();
  if (resources.data === undefined) {
    if (resources.error === null) return <SkeletonRows rows={6} round={false} />;
    return <Fault error={resources.error} onRetry={() => void resources.refetch()} />;
  }
  if (resources.data.length > 0) return children;
  const add = (
    <ButtonLink kind="primary" href={hrefTo('spaces/resources/new')}>
      {phrase('admin-calendar.addFirst')}
    </ButtonLink>
  );
  return (
    <EmptyState icon={icons.spaces} act={may('resources.write') ? add : undefined}>
      {phrase('admin-calendar.none')}
    </EmptyState>
  );
}
