import type { SentRate } from '../../api/rates.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { mustNamePlans } from '../plans/audience-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { mustFitCurrency, termsFrom } from './create-rate.ts';
import { findRate, insertVersion, lockRate, type RateRow, setEndOfRate } from './rate-store.ts';

/** A new version from now on, or from a later time; what was quoted keeps its price (RAT-3). */
export async function changeRate(work: Work, id: Id<'rat'>, change: SentRate): Promise<RateRow> {
  const before = await rateFor(work, id);
  const last = before.versions.at(-1);
  if (last === undefined) throw new RangeError(`rate ${id} has no version`);
  work.mustMatch(last.version);
  const inForceFrom = change.inForceFrom ?? work.now;
  if (inForceFrom < work.now) throw fieldProblem('inForceFrom', 'notValid', 'needs to be now or later');
  if (inForceFrom < last.inForceFrom) {
    throw fieldProblem('inForceFrom', 'notValid', 'needs to be after the change that is already set');
  }
  const terms = termsFrom(last.terms, change);
  const place = before.locationId ?? before.ownerLocationId;
  await mustNamePlans(work, change.audience);
  mustFitCurrency(await loadLocations(work), terms, { resourceId: before.resourceId, place });
  await insertVersion(work.tx, id, {
    version: last.version + 1,
    inForceFrom,
    terms,
    madeBy: work.caller.actorId,
  });
  const locationId = before.locationId ?? before.ownerLocationId;
  work.audit({
    action: 'rate.changed',
    aboutId: id,
    locationId,
    before: last.terms,
    after: { ...terms, inForceFrom },
  });
  work.tell({ kind: 'rate.changed', aboutId: id, facts: { changed: Object.keys(change) } });
  return (await findRate(work.tx, id)) as RateRow;
}

export async function endRate(work: Work, id: Id<'rat'>, wishedAt: Instant | undefined): Promise<RateRow> {
  const before = await rateFor(work, id);
  const endedAt = wishedAt ?? work.now;
  if (endedAt < work.now) throw fieldProblem('at', 'notValid', 'needs to be now or later');
  if (before.endedAt !== null && before.endedAt <= work.now) return before;
  await setEndOfRate(work.tx, id, endedAt);
  const locationId = before.locationId ?? before.ownerLocationId;
  work.audit({ action: 'rate.ended', aboutId: id, locationId, after: { endedAt } });
  work.tell({ kind: 'rate.ended', aboutId: id, facts: { endedAt } });
  return { ...before, endedAt };
}

/**
 * Kept from other changes. Throws 404 where there is none that the caller may know of, 403 where it is not
 * the caller's to change.
 */
async function rateFor(work: Work, id: Id<'rat'>): Promise<RateRow> {
  const { tx, caller } = work;
  const places = foundFrom(await loadLocations(work), caller, 'resources.read');
  await lockRate(tx, id);
  const row = await findRate(tx, id);
  if (row === undefined) throw new Problem('notFound');
  const place = row.locationId ?? row.ownerLocationId;
  const isKnown = isFoundFrom(places, place) || caller.may('resources.write', place);
  if (!isKnown) throw new Problem('notFound');
  caller.mustMay('resources.write', place);
  return row;
}
