import type { Id } from '../../domain/kernel/id.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import { findStay } from './check-in-store.ts';
import { endStay, settledAt } from './end-stay.ts';
import { loadLocations, settingAt } from '../locations/load-locations.ts';

/** CHK-3: no stay is left open. */
export const checkInDeadlines: Deadlines = {
  'stay.cutOff': async (work, checkInId) => {
    const stay = await findStay(work.tx, checkInId as Id<'chk'>);
    if (stay === null || stay.endedAt !== null) return;
    await endStay(work, stay, { at: stay.cutOffAt, by: 'cutOff' });
  },
  'stay.passRunsOut': async (work, checkInId, dueAt) => {
    const stay = await findStay(work.tx, checkInId as Id<'chk'>);
    if (stay === null || stay.endedAt !== null) return;
    const locations = await loadLocations(work);
    const where = { locationId: stay.locationId, at: dueAt };
    if (settingAt(locations, where, 'timePassRunsOut') !== 'endStay') return;
    const { ranOutAt } = await settledAt(work, stay, locations, stay.cutOffAt);
    if (ranOutAt === null) return;
    if (ranOutAt > dueAt) work.dueAt('stay.passRunsOut', checkInId, ranOutAt);
    else await endStay(work, stay, { at: ranOutAt, by: 'passRanOut' });
  },
};
