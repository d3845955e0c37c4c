import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/locations.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Closure } from '../../domain/locations/closure.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadLocations, locationOf } from './load-locations.ts';
import { deleteClosure, insertClosure } from './location-store.ts';

/** Closes a location for whole days: one, unless the first day open again is named. */
export async function closeDays(
  work: Work, locationId: Id<'loc'>, { reason, startDay, endDay }: BodyOf<typeof api.addClosure>,
): Promise<Closure> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('settings.write', locationId);
  const closure = {
    id: work.newId('clo'),
    locationId,
    reason,
    startDay,
    endDay: endDay ?? addDays(startDay, 1),
  };
  if (closure.endDay <= startDay)
    throw fieldProblem('endDay', 'notValid', 'needs to be after the first day closed');
  await insertClosure(work.tx, closure, work.now);
  work.audit({ action: 'location.closed', aboutId: locationId, locationId, after: closure });
  work.tell({ kind: 'location.closed', aboutId: locationId, facts: { startDay, endDay: closure.endDay } });
  return closure;
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
