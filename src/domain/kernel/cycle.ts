import { addDays, type Day, dayOfMonth, daysBetween } from './day.ts';

/** How often something is billed: every N days, weeks, months or years. */
export interface Cycle {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/**
 * What turns are counted from: turn 0 begins on `day`; months and years begin on the billing day (1 to 31).
 */
export interface Anchor {
  readonly day: Day;
  readonly billingDay: number;
}

/** One turn of a cycle, half-open. Number 0 begins at the anchor; earlier turns are negative. */
export interface Turn {
  readonly number: number;
  readonly startDay: Day;
  readonly endDay: Day;
}

/**
 * The turn with this number. Months and years keep the billing day: the 31st becomes the last day
 * of a shorter month and comes back to the 31st (CYC-1).
 */
export const turnOf = (cycle: Cycle, anchor: Anchor, number: number): Turn => ({
  number,
  startDay: startOfTurn(cycle, anchor, number),
  endDay: startOfTurn(cycle, anchor, number + 1),
});

/** The turn that holds this day. */
export function turnAt(cycle: Cycle, anchor: Anchor, on: Day): Turn {
  let number = Math.floor(daysBetween(anchor.day, on) / (cycle.every * averageDays[cycle.unit]));
  while (startOfTurn(cycle, anchor, number) > on) number -= 1;
  while (startOfTurn(cycle, anchor, number + 1) <= on) number += 1;
  return turnOf(cycle, anchor, number);
}

/**
 * Months and years are anchored at the billing day at or before the start (the start's own day unless set),
 * days and weeks at the start itself (CYC-1). A start between two billing days lies inside turn 0.
 */
export function anchorOf(cycle: Cycle, startDay: Day, billingDay: number | null): Anchor {
  const day = billingDay ?? dayOfMonth(startDay);
  if (cycle.unit === 'day' || cycle.unit === 'week')
    return { day: startDay, billingDay: dayOfMonth(startDay) };
  const month = monthOf(startDay);
  const inMonth = dayInMonth(month, day);
  return { day: inMonth <= startDay ? inMonth : dayInMonth(month - 1, day), billingDay: day };
}

function startOfTurn(cycle: Cycle, anchor: Anchor, number: number): Day {
  const steps = cycle.every * number;
  if (cycle.unit === 'day') return addDays(anchor.day, steps);
  if (cycle.unit === 'week') return addDays(anchor.day, 7 * steps);
  const months = cycle.unit === 'month' ? steps : 12 * steps;
  return dayInMonth(monthOf(anchor.day) + months, anchor.billingDay);
}

/** Months counted from the year 0: plain arithmetic, because every contract asks for many of them. */
export const monthOf = (of: Day): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1;

export const daysOfMonth = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** That date of the month, or its last day where it is shorter. */
export function dayInMonth(month: number, wished: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${two((month % 12) + 1)}-${two(Math.min(wished, daysOfMonth(month)))}` as Day;
}

const two = (of: number): string => String(of).padStart(2, '0');

const averageDays = { day: 1, week: 7, month: 30.436_875, year: 365.2425 };
