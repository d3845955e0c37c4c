import type { WeekHours } from '../../../../domain/locations/setting.ts';

/** A time as a field wants it: 480 is 08:00. */
export const textOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes after midnight of what a time field holds. */
export const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const day = [{ fromMinute: 480, untilMinute: 1200 }];

/** What to begin with when a place is not always open: Monday to Friday, 08:00 to 20:00. */
export const usualWeek: WeekHours = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
