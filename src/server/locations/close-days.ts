import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/locations.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Recurrence } from '../../domain/kernel/recurrence.ts';
import { parseRecurrence } from '../../domain/kernel/recurrence-text.ts';
import type { Closure } from '../../domain/locations/closure.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadLocations, locationOf } from './load-locations.ts';
import { deleteClosure, insertClosure } from './location-store.ts';

type Wished = BodyOf<typeof api.addClosure>;

/** Closes a location for whole days: one, unless the first day open again is named. */
export async function closeDays(
  work: Work, locationId: Id<'loc'>, wished: Wished,
): Promise<Closure> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('settings.write', locationId);
  const closure = closureOf(work, locationId, wished);
  const { startDay } = closure;
  await insertClosure(work.tx, closure, work.now);
  work.audit({ action: 'location.closed', aboutId: locationId, locationId, after: closure });
  work.tell({ kind: 'location.closed', aboutId: locationId, facts: { startDay, endDay: closure.endDay } });
  return closure;
}

/** Throws 422 when it would end before it begins, or come again by a rule that is none. */
export function closureOf(
  work: Work, locationId: Id<'loc'>, wished: Wished,
): Closure {
  const { reason, startDay, endDay = addDays(startDay, 1) } = wished;
  if (endDay <= startDay) throw fieldProblem('endDay', 'notValid', 'needs to be after the first day closed');
  return { id: work.newId('clo'), locationId, reason, startDay, endDay, repeats: ruleOf(wished) };
}

function ruleOf({ startDay, repeats, exceptDays = [] }: Wished): Recurrence | null {
  if (typeof repeats !== 'string') {
    if (exceptDays.length === 0) return null;
    throw fieldProblem('exceptDays', 'notValid', 'needs a rule in repeats, whose times may fall out');
  }
  const rule = parseRecurrence(repeats, startDay);
  const needs = 'needs an RRULE that holds the first day, such as FREQ=YEARLY or FREQ=WEEKLY;INTERVAL=2';
  if (rule === null) throw fieldProblem('repeats', 'notValid', needs);
  return { ...rule, exceptDays };
}

export async function takeClosureBack(
  work: Work, { locationId, closureId }: { locationId: Id<'loc'>; closureId: Id<'clo'> },
): Promise<void> {
  work.caller.mustMay('settings.write', locationId);
  const gone = await deleteClosure(work.tx, { id: closureId, locationId });
  if (!gone) throw new Problem('closureNotFound');
  work.audit({
    action: 'location.closureTakenBack',
    aboutId: locationId,
    locationId,
    before: { id: closureId },
  });
  work.tell({ kind: 'location.closureTakenBack', aboutId: locationId, facts: { closureId } });
}
