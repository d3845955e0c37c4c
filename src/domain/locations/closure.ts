import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';

/** Whole days on which a location is closed, from `startDay` up to, and without, `endDay` (LOC-1). */
export interface Closure {
  readonly id: Id<'clo'>;
  readonly locationId: Id<'loc'>;
  readonly reason: string;
  readonly startDay: Day;
  readonly endDay: Day;
}
