import type { KeyboardEvent } from 'react';
import { Button, icons, useSpeech } from '../../../../../kit/plain/index.ts';
import { parseDay } from '../../../../../domain/kernel/day.ts';
import { useCalendarDay } from './use-calendar.ts';

/** T today, [ and ] back and on, G to the day's field; never while somebody types. */
export function useDayKeys(by: number) {
  const { today, go, step } = useCalendarDay();
  return (event: KeyboardEvent) => {
    const types = (event.target as HTMLElement).matches('input, textarea, select');
    if (types || event.metaKey || event.ctrlKey) return;
    if (event.key === 't') go(today);
    if (event.key === '[') step(-by);
    if (event.key === ']') step(by);
    if (event.key === 'g') document.getElementById('calendar-date')?.focus();
  };
}

/** Back, today, on, and any day by name. */
export function DayNav({ by }: { readonly by: 1 | 7 }) {
  const { phrase } = useSpeech();
  const { day, today, go, step } = useCalendarDay();
  return (
    <span className="row gap4">
      <Button
        icon={icons.left}
        label={phrase(by === 1 ? 'admin-calendar.previous' : 'admin-calendar.previousWeek')}
        className="flip"
        onClick={() => step(-by)}
      />
      <Button onClick={() => go(today)}>{phrase('admin-calendar.today')}</Button>
      <Button
        icon={icons.right}
        label={phrase(by === 1 ? 'admin-calendar.next' : 'admin-calendar.nextWeek')}
        className="flip"
        onClick={() => step(by)}
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
