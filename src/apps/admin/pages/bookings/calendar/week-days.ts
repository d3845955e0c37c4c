import { addDays, type Day, weekdayOf } from '../../../../../domain/kernel/day.ts';

/** The seven days around a day, from the one with which weeks begin in a language. */
export function weekAround(day: Day, language: string): readonly Day[] {
  const back = (weekdayOf(day) - firstWeekday(language) + 7) % 7;
  return Array.from({ length: 7 }, (_, at) => addDays(day, at - back));
}

/** 1 Monday to 7 Sunday. English is British here. */
function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language === 'en' ? 'en-GB' : language) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
