import { type KeyboardEvent, useState } from 'react';
import '../../../css/bookings.css';
import {
  Button, ButtonLink, EmptyState, icons, Segmented, SkeletonRows, useSpeech,
} from '../../../../../kit/plain/index.ts';
import { formatInstant } from '../../../../../domain/kernel/instant.ts';
import { parseDay } from '../../../../../domain/kernel/day.ts';
import { useAnswer } from '../../../data/answers.ts';
import { useAddressValue } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { Fault } from '../../../pieces/region.tsx';
import { BookingPanel } from '../booking-panel.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import type { Picked } from '../customer-picker.tsx';
import { DayList } from './day-list.tsx';
import { cellStart } from './grid-model.ts';
import type { Selection } from './grid-row.tsx';
import { Legend } from './legend.tsx';
import { Narrow } from './narrow.tsx';
import { NewDialog } from '../new-dialog.tsx';
import { PaintedFor } from './painted-for.tsx';
import { useCalendar, useCalendarDay } from './use-calendar.ts';

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
  const { day, zone } = useCalendarDay();
  const [view, setView] = useAddressValue('view');
  const [open, setOpen] = useAddressValue('open');
  const [personId, setPerson] = useAddressValue('for');
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [booking, setBooking] = useState<Selection | null>(null);
  const calendar = useCalendar(personId);
  const { lines, grid } = calendar;
  const who = usePerson(personId);
  const choose = (selection: Selection | null, isDone: boolean) => {
    setChosen(selection);
    setBooking(isDone ? selection : null);
  };
  const line = booking === null ? undefined : lines[booking.row];
  const views = [
    { value: 'day', label: phrase('admin-calendar.dayView') },
    { value: 'list', label: phrase('admin-calendar.listView') },
  ] as const;
  const acts = (
    <>
      <Segmented
        label={phrase('admin-calendar.view')}
        value={view === 'list' ? 'list' : 'day'}
        choices={views}
        onChoose={(value) => setView(value === 'list' ? 'list' : undefined)}
      />
      {may('bookings.write') && lines.length > 0 ? (
        <Button kind="primary" icon={icons.plus} onClick={() => choose(firstFree(grid.cells), true)}>
          {phrase('admin-calendar.booking')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Page title={formats.day(day, 'heading')} note={<DayNav />} acts={acts}>
      <div className="calpage" onKeyDown={useDayKeys()}>
        <div className="row wrap">
          <Narrow />
          <PaintedFor person={who} onPaint={(id) => setPerson(id ?? undefined)} />
        </div>
        <Body
          calendar={calendar}
          isList={view === 'list'}
          onOpen={setOpen}
          who={who}
          chosen={chosen}
          onChoose={choose}
        />
      </div>
      {booking !== null && line !== undefined ? (
        <NewDialog
          lines={lines}
          resource={line.resource}
          zone={zone}
          day={day}
          person={who}
          startAt={formatInstant(cellStart(grid, booking.from))}
          endAt={formatInstant(cellStart(grid, booking.until))}
          onClose={() => choose(null, true)}
        />
      ) : null}
      {open === undefined ? null : (
        <BookingPanel bookingId={open} zone={zone} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

/** The plus button begins at the first resource; the dialog lets choose another. */
const firstFree = (cells: number): Selection => ({
  row: 0,
  from: Math.min(2, cells - 2),
  until: Math.min(4, cells),
});

function usePerson(personId: string | undefined): Picked | null {
  const sent = { params: { customerId: personId as never } };
  const person = useAnswer('getCustomer', sent, { when: personId !== undefined });
  return personId === undefined || person.data === undefined
    ? null
    : { id: personId, name: person.data.name };
}

/** T today, [ and ] a day back and on, G to the day's field; never while somebody types. */
function useDayKeys() {
  const { today, go, step } = useCalendarDay();
  return (event: KeyboardEvent) => {
    const types = (event.target as HTMLElement).matches('input, textarea, select');
    if (types || event.metaKey || event.ctrlKey) return;
    if (event.key === 't') go(today);
    if (event.key === '[') step(-1);
    if (event.key === ']') step(1);
    if (event.key === 'g') document.getElementById('calendar-date')?.focus();
  };
}

function DayNav() {
  const { phrase } = useSpeech();
  const { day, today, go, step } = useCalendarDay();
  return (
    <span className="row gap4">
      <Button
        icon={icons.left}
        label={phrase('admin-calendar.previous')}
        className="flip"
        onClick={() => step(-1)}
      />
      <Button onClick={() => go(today)}>{phrase('admin-calendar.today')}</Button>
      <Button
        icon={icons.right}
        label={phrase('admin-calendar.next')}
        className="flip"
        onClick={() => step(1)}
      />
      <input
        className="input input--date"
        id="calendar-date"
        type="date"
        aria-label={phrase('admin-calendar.goTo')}
        value={day}
        onChange={(event) => {
          const to = parseDay(event.currentTarget.value);
          if (to !== null) go(to);
        }}
      />
    </span>
  );
}

interface BodyProps {
  readonly calendar: ReturnType<typeof useCalendar>;
  readonly isList: boolean;
  readonly who: Picked | null;
  readonly chosen: Selection | null;
  readonly onOpen: (bookingId: string) => void;
  readonly onChoose: (selection: Selection | null, isDone: boolean) => void;
}

/** Loading, fault, nothing yet, the list, or the grid with its legend. */
function Body({ calendar: { resources, lines, grid }, isList, who, chosen, onOpen, onChoose }: BodyProps) {
  const { phrase, formats } = useSpeech();
  const { may, hrefTo } = useHere();
  const { day, zone } = useCalendarDay();
  if (resources.data === undefined) {
    if (resources.error === null) return <SkeletonRows rows={6} round={false} />;
    return <Fault error={resources.error} onRetry={() => void resources.refetch()} />;
  }
  if (resources.data.data.length === 0) {
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
  if (isList) return <DayList lines={lines} zone={zone} onOpen={onOpen} />;
  return (
    <>
      <div className="calwrap">
        <CalendarGrid label={phrase('admin-calendar.gridOf', { day: formats.day(day, 'full') })} lines={lines}
          grid={grid} zone={zone} personId={who?.id} chosen={chosen} onOpen={(one) => onOpen(one.id)}
          onChoose={may('bookings.write') ? onChoose : () => undefined} />
      </div>
      <Legend person={who?.name ?? null} />
    </>
  );
}
