import * as api from '../../api/check-ins.ts';
import { text } from '../../api/schema.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { refusedCheckIns } from '../access/refusals/refused-check-ins.ts';
import { refusalOf } from '../access/refuse.ts';
import { loadLocations } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { checkIn, CheckInRefused, type CheckInWish } from './check-in.ts';
import { findStay, listStays, type StayRow } from './check-in-store.ts';
import { endStay } from './end-stay.ts';
import { quickCheckIn } from './quick-check-in.ts';
import { presentCheckedIn, presentStay, presentUsed } from './present-check-in.ts';
import { sellPass } from './sell-pass.ts';
import { undoCheckIn } from './undo-check-in.ts';
import { usablePasses } from './usable-passes.ts';
import { whoArrives } from './who-arrives.ts';

export const checkInRoutes = [
  serve(api.checkIn, async ({ body, caller, shell, request }) => {
    const customerId = body.customerId ?? await shell.read(caller, (work) => whoArrives(work, body));
    const wish = wishOf({ ...body, customerId }, caller, shell);
    return recordingRefusals(caller, wish, async () => {
      // Whoever sends a key may ask again: what was answered then is looked for first.
      const mayRepeat = request.headers['idempotency-key'] !== undefined;
      const quick = mayRepeat ? null : await quickCheckIn(shell, caller, wish);
      const now = shell.clock.now();
      if (quick !== null) return presentCheckedIn(quick, now);
      return shell.write(caller, async (work) => presentCheckedIn(await checkIn(work, wish), work.now));
    });
  }),
  serve(api.listUsablePasses, ({ query, caller, shell }) =>
    shell.write(caller, async (work) => ({ data: (await usablePasses(work, query)).map(presentUsed) })),
  ),
  serve(api.sellPass, ({ params, body, caller, shell }) => {
    const { locationId } = body;
    const at = shell.clock.now();
    const wish: CheckInWish = { customerId: params.customerId, locationId, source: 'desk', at };
    return recordingRefusals(caller, wish, () => shell.write(caller, async (work) => {
      const { stay, ...sold } = await sellPass(work, wish, body);
      return { ...sold, checkIn: stay === null ? null : presentStay(stay, work.now) };
    }));
  }),
  serve(api.checkOut, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const stay = await loadStay(work, params.checkInId);
      const isStaff = caller.may('checkIns.write', stay.locationId);
      const at = isStaff ? body.at ?? work.now : work.now;
      if (stay.endedAt !== null) return presentStay(stay, work.now);
      mustNotBeAhead(at, work.now);
      if (at < stay.startedAt) throw fieldProblem('at', 'tooEarly', 'They came in after that.');
      const by =
        at >= stay.cutOffAt ? { at: stay.cutOffAt, by: 'cutOff' as const } : { at, by: 'checkOut' as const };
      return presentStay(await endStay(work, stay, by), work.now);
    }),
  ),
  serve(api.undoCheckIn, ({ params, caller, shell }) =>
    shell.write(caller, async (work) =>
      presentStay(await undoCheckIn(work, await loadStay(work, params.checkInId)), work.now),
    ),
  ),
  serve(api.listCheckIns, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const own = caller.customerId !== null && !caller.may('checkIns.read', null);
      if (own && query.customerId !== caller.customerId) throw new Problem('notPermitted');
      const locationIds = own ? null : await placesFor(work, query.locationId);
      const after = readCursor(query.cursor, 2, 'number');
      const rows = await listStays(work.tx, { ...query, locationIds, after });
      return pageFrom(
        rows,
        query.limit,
        ({ startedAt, id }) => [startedAt, id],
        (row) => presentStay(row, work.now),
      );
    }),
  ),
  serve(api.listRefusedCheckIns, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const locationIds = await placesFor(work, query.locationId);
      const after = readCursor(query.cursor, 2, 'number');
      const rows = await refusedCheckIns(work, { ...query, locationIds, after });
      return pageFrom(
        rows,
        query.limit,
        ({ at, id }) => [at, id],
        ({ id, at, customerId, customerName, locationId, source, via, code, layer, decision, times }) => ({
          id, at: text(at), customerId, customerName, locationId, source: source ?? via, code, layer, times,
          decision,
        }),
      );
    }),
  ),
];

/** PAS-8: what is refused is undone, and the refusal kept with what it was decided on. */
export async function recordingRefusals<T>(
  caller: Caller,
  wish: CheckInWish,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CheckInRefused)) throw error;
    throw refusalOf({ decision: error.decision, facts: error.facts, source: wish.source }, caller);
  }
}

function wishOf(
  body: {
    customerId: Id<'cus'>;
    locationId: Id<'loc'>;
    source?: CheckInWish['source'] | undefined;
    at?: Instant | undefined;
    grantId?: Id<'bft'> | undefined;
  },
  caller: Caller,
  shell: Shell,
): CheckInWish {
  const { customerId, locationId, grantId } = body;
  caller.mustActFor(customerId, 'checkIns.write', locationId);
  if (grantId !== undefined) caller.mustMay('checkIns.write', locationId);
  const now = shell.clock.now();
  if (caller.may('checkIns.write', locationId)) {
    mustNotBeAhead(body.at ?? now, now);
    return { customerId, locationId, source: body.source ?? 'desk', at: body.at ?? now, grantId };
  }
  return { customerId, locationId, source: body.source === 'phone' ? 'phone' : 'portal', at: now };
}

function mustNotBeAhead(at: Instant, now: Instant): void {
  if (at > addMinutes(now, 1)) throw fieldProblem('at', 'ahead', 'This time has not come yet.');
}

async function loadStay(work: Work, id: Id<'chk'>): Promise<StayRow> {
  const stay = await findStay(work.tx, id);
  if (stay === null) throw new Problem('notFound');
  work.caller.mustActFor(stay.customerId, 'checkIns.write', stay.locationId);
  return stay;
}

async function placesFor(work: Work, locationId: Id<'loc'> | undefined): Promise<readonly string[] | null> {
  const mine = work.caller.locationsWith('checkIns.read');
  if (locationId === undefined) return mine === 'all' ? null : [...mine];
  const { tree } = await loadLocations(work);
  if (!tree.has(locationId) || !work.caller.may('checkIns.read', locationId)) throw new Problem('notFound');
  return [...tree.keys()].filter((id) => isAtOrBelow(tree, id, locationId));
}
