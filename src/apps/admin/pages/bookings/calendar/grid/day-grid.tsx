import { useSpeech } from '../../../../../../kit/plain/index.ts';
import { formatInstant } from '../../../../../../domain/kernel/instant.ts';
import { useHere } from '../../../../data/here.tsx';
import type { Picked } from '../../customer-picker.tsx';
import { MoveRefused } from '../../move-booking.tsx';
import { adjusted } from './adjusting.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { cellStart } from './grid-model.ts';
import type { Selection } from './grid-row.tsx';
import { Legend } from './legend.tsx';
import { useCalendar, useCalendarDay } from '../use-calendar.ts';
import type { Slot } from '../use-why.ts';
import { useMoving } from './use-moving.ts';

interface DayGridProps {
  readonly calendar: ReturnType<typeof useCalendar>;
  readonly who: Picked | null;
  readonly chosen: Selection | null;
  readonly onChoose: (selection: Selection | null, isDone: boolean) => void;
  readonly onOpen: (bookingId: string, toCancel?: boolean) => void;
  readonly onWhy: (slot: Slot) => void;
}

/** The day as a grid with its legend; bookings can be taken elsewhere, and what refuses says so. */
export function DayGrid({ calendar, who, chosen, onChoose, onOpen, onWhy }: DayGridProps) {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const { day, zone } = useCalendarDay();
  const { lines, grid } = calendar;
  const moving = useMoving({ lines, zone, onMoved: calendar.refetch });
  const { adjusting } = moving;
  const mayWrite = may('bookings.write');
  const wished = adjusting === null ? null : adjusted(adjusting);
  return (
    <>
      <div className="calwrap">
        <CalendarGrid
          label={phrase('admin-calendar.gridOf', { day: formats.day(day, 'full') })}
          lines={lines}
          grid={grid}
          zone={zone}
          personId={who?.id}
          chosen={chosen}
          onOpen={(one) => onOpen(one.id)}
          onChoose={mayWrite ? onChoose : () => undefined}
          adjusting={adjusting}
          onAdjust={mayWrite ? moving.adjust : undefined}
          onCancel={(one) => onOpen(one.id, true)}
          onWhy={(row, cell) => {
            const resource = lines[row]?.resource;
            if (resource === undefined || !may('access.explain')) return;
            onChoose(null, true);
            onWhy({
              resourceId: resource.id, startAt: formatInstant(cellStart(grid, cell)),
              endAt: formatInstant(cellStart(grid, Math.min(cell + 2, grid.cells))),
            });
          }}
        />
      </div>
      <Legend person={who?.name ?? null} />
      <p className="muted small calkeys" role="status">
        {adjusting === null || wished === null
          ? phrase(mayWrite ? 'admin-calendar.keys' : 'admin-calendar.keysReading')
          : phrase('admin-calendar.adjusting', {
              resource: lines[adjusting.row]?.resource.name ?? '',
              when: formats.times(wished.start, wished.end, zone),
            })}
      </p>
      {moving.refused === null ? null : (
        <MoveRefused of={moving.refused} zone={zone} onClose={moving.forget} />
      )}
    </>
  );
}
