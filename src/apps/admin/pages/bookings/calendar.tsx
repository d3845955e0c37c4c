import { useState } from 'react';
import '../../css/bookings.css';
import {
  Button, ButtonLink, Chip, EmptyState, icons, Menu, Segmented, SkeletonRows, useSpeech,
} from '../../../../kit/plain/index.ts';
import { formatInstant } from '../../../../domain/kernel/instant.ts';
import { parseDay } from '../../../../domain/kernel/day.ts';
import { useAnswer } from '../../data/answers.ts';
import { useAddressValue, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Fault } from '../../pieces/region.tsx';
import { BookingPanel } from './booking-panel.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { DayList } from './day-list.tsx';
import { cellStart } from './grid-model.ts';
import type { Selection } from './grid-row.tsx';
import { Legend } from './legend.tsx';
import { NewDialog } from './new-dialog.tsx';
import { PaintedFor } from './painted-for.tsx';
import { useCalendar, useCalendarDay } from './use-calendar.ts';

/** The day over resources: what is booked, what is closed, and what one person could have. */
export function Calendar() {
  const { phrase, formats } = useSpeech();
  const { location, may, hrefTo, locations } = useHere();
  const { day, today, go, step, zone } = useCalendarDay();
  const [view, setView] = useAddressValue('view');
  const [open, setOpen] = useAddressValue('open');
  const [personId, setPerson] = useAddressValue('for');
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [booking, setBooking] = useState<Selection | null>(null);
  const calendar = useCalendar(personId);
  const { lines, grid } = calendar;
  const person = useAnswer('getCustomer', { params: { customerId: personId as never } }, { when: personId !== undefined });
  const who = personId === undefined || person.data === undefined ? null : { id: personId, name: person.data.name };
  const isList = view === 'list';
  const onKey = (event: React.KeyboardEvent) => {
    if ((event.target as HTMLElement).matches('input, textarea, select') || event.metaKey || event.ctrlKey) return;
    if (event.key === 't') go(today);
    if (event.key === '[') step(-1);
    if (event.key === ']') step(1);
    if (event.key === 'g') document.getElementById('calendar-date')?.focus();
  };
  const choose = (selection: Selection | null, isDone: boolean) => {
    setChosen(selection);
    setBooking(isDone ? selection : null);
  };
  const line = booking === null ? undefined : lines[booking.row];
  if (location === undefined) {
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
  const nav = (
    <>
      <Button icon={icons.left} label={phrase('admin-calendar.previous')} className="flip" onClick={() => step(-1)} />
      <Button onClick={() => go(today)}>{phrase('admin-calendar.today')}</Button>
      <Button icon={icons.right} label={phrase('admin-calendar.next')} className="flip" onClick={() => step(1)} />
      <input className="input input--date" id="calendar-date" type="date" aria-label={phrase('admin-calendar.goTo')} value={day}
        onChange={(event) => { const to = parseDay(event.currentTarget.value); if (to !== null) go(to); }} />
    </>
  );
  return (
    <Page title={formats.day(day, 'heading')} note={<span className="row gap4">{nav}</span>} acts={
      <>
        <Segmented label={phrase('admin-calendar.view')} value={isList ? 'list' : 'day'}
          choices={[{ value: 'day', label: phrase('admin-calendar.dayView') }, { value: 'list', label: phrase('admin-calendar.listView') }]}
          onChoose={(value) => setView(value === 'list' ? 'list' : undefined)} />
        {may('bookings.write') && lines.length > 0 ? (
          <Button kind="primary" icon={icons.plus} onClick={() => choose(firstFree(lines.length, grid.cells), true)}>
            {phrase('admin-calendar.booking')}
          </Button>
        ) : null}
      </>
    }>
      <div className="calpage" onKeyDown={onKey}>
        <div className="row wrap">
          <Narrow />
          <PaintedFor person={who} onPaint={(id) => setPerson(id ?? undefined)} />
        </div>
        {calendar.resources.error !== null && calendar.resources.data === undefined
          ? <Fault error={calendar.resources.error} onRetry={() => void calendar.resources.refetch()} />
          : calendar.resources.data === undefined ? <SkeletonRows rows={6} round={false} />
            : calendar.resources.data.data.length === 0 ? (
              <EmptyState icon={icons.spaces} act={may('resources.write')
                ? <ButtonLink kind="primary" href={hrefTo('spaces/resources/new')}>{phrase('admin-calendar.addFirst')}</ButtonLink> : undefined}>
                {phrase('admin-calendar.none')}
              </EmptyState>
            ) : isList ? <DayList lines={lines} zone={zone} onOpen={(id) => setOpen(id)} /> : (
              <>
                <div className="calwrap">
                  <CalendarGrid label={phrase('admin-calendar.gridOf', { day: formats.day(day, 'full') })} lines={lines} grid={grid}
                    zone={zone} personId={personId} chosen={chosen} onOpen={(one) => setOpen(one.id)}
                    onChoose={may('bookings.write') ? choose : () => undefined} />
                </div>
                <Legend person={who?.name ?? null} />
              </>
            )}
      </div>
      {booking !== null && line !== undefined ? (
        <NewDialog lines={lines} resource={line.resource} startAt={formatInstant(cellStart(grid, booking.from))}
          endAt={formatInstant(cellStart(grid, booking.until))} zone={zone} day={day} person={who} onClose={() => choose(null, true)} />
      ) : null}
      {open === undefined ? null : <BookingPanel bookingId={open} zone={zone} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** The plus button begins at the first resource; the dialog lets choose another. */
const firstFree = (rows: number, cells: number): Selection | null => (rows === 0 ? null : { row: 0, from: Math.min(2, cells - 2), until: Math.min(4, cells) });

/** Filters by type and by how many people must fit in, kept in the address. */
function Narrow() {
  const { phrase } = useSpeech();
  const filters = useFilters();
  const { location } = useHere();
  const types = useAnswer('listResourceTypes', { query: { locationId: location?.id as never, limit: 100 } }, { when: location !== undefined });
  const typeId = filters.of('type');
  const named = types.data?.data.find(({ id }) => id === typeId)?.name;
  const capacity = filters.of('capacity');
  const choices = [2, 4, 6, 8, 10, 20];
  return (
    <>
      <Menu name={phrase('admin-calendar.type')} button={{ children: named ?? phrase('admin-calendar.anyType'), small: true }} items={[
        { key: 'all', label: phrase('admin-calendar.anyType'), checked: typeId === undefined, onChoose: () => filters.set('type', undefined) },
        ...(types.data?.data ?? []).map((type) => ({
          key: type.id, label: <bdi>{type.name}</bdi>, checked: type.id === typeId, onChoose: () => filters.set('type', type.id),
        })),
      ]} />
      <Menu name={phrase('admin-calendar.capacity')} button={{
        small: true,
        children: capacity === undefined ? phrase('admin-calendar.anyCapacity') : phrase('admin-calendar.atLeast', { count: Number(capacity) }),
      }} items={[
        { key: 'any', label: phrase('admin-calendar.anyCapacity'), checked: capacity === undefined, onChoose: () => filters.set('capacity', undefined) },
        ...choices.map((count) => ({
          key: String(count), label: phrase('admin-calendar.atLeast', { count }), checked: capacity === String(count),
          onChoose: () => filters.set('capacity', String(count)),
        })),
      ]} />
      {filters.any ? <Chip icon={icons.filter} onClick={filters.clear}>{phrase('kit.clearFilters')}</Chip> : null}
    </>
  );
}
