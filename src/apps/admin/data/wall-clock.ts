/** Minutes after midnight as a field of type time holds them: 540 is 09:00; the end of a day is 00:00. */
export const clockText = (minute: number): string =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Null where nothing, or only half of it, is typed. */
export function minuteIn(text: string): number | null {
  const [hour, minute] = text.split(':').map(Number);
  if (text === '' || hour === undefined || minute === undefined) return null;
  return Number.isNaN(hour + minute) ? null : hour * 60 + minute;
}
