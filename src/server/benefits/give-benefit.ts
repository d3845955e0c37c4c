import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/benefits.ts';
import { unitsOf } from '../../domain/benefits/pass.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { startOfDay, type Zone } from '../../domain/kernel/zone.ts';
import { loadForStaff } from '../customers/load-customer.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { appendEntry } from './entry-store.ts';
import { insertGrant, lockBenefits } from './grant-store.ts';
import { findPasses, type PassRow } from './pass-store.ts';
import { mayKnow } from './passes.ts';
import { placeOf } from './present-benefit.ts';

type Gift = BodyOf<typeof api.giveBenefit>;

/**
 * Gives passes by hand; they are never charged (PAS-2). The expiry is the start of the day where they are
 * used.
 */
export async function giveBenefit(work: Work, customerId: Id<'cus'>, gift: Gift): Promise<Id<'bft'>> {
  const customer = await loadForStaff(work, customerId, 'benefits.write');
  return (await enterGift(work, customer, gift)).grantId;
}

/** The same for whoever has asked already whether it may be done: given, or sold at a desk. */
export async function enterGift(
  work: Work,
  customer: { readonly id: Id<'cus'>; readonly homeLocationId: Id<'loc'> },
  gift: Gift,
): Promise<{ readonly grantId: Id<'bft'>; readonly passName: string }> {
  const { id: customerId } = customer;
  const [pass] = await findPasses(work.tx, [gift.passId]);
  if (pass === undefined || pass.archivedAt !== null || !await mayKnow(work, pass))
    throw fieldProblem('passId', 'unknown', 'There is no such pass to give.');
  const units = unitsFor(pass, gift);
  const locations = await loadLocations(work);
  const { zone } = locationOf(locations, placeOf(pass, customer.homeLocationId));
  const expiresAt = expiryFor(gift, zone, work);

  await lockBenefits(work.tx, customerId);
  const id = work.newId('bft');
  await insertGrant(
    work.tx,
    {
      id,
      customerId,
      passId: pass.id,
      source: 'given',
      contractId: null,
      planId: null,
      cycleDay: null,
      units,
      validFrom: work.now,
      expiresAt,
      expiryMoves: false,
      note: gift.note,
      entryId: work.newId('ben'),
      by: work.caller.actorId,
    },
    work.now,
  );
  if (expiresAt !== null) work.dueAt('benefit.expires', id, expiresAt);
  const about = { aboutId: id, customerId };
  work.audit({ action: 'benefit.given', ...about, locationId: customer.homeLocationId, after: gift });
  work.tell({ kind: 'benefit.granted', ...about, facts: { passId: pass.id, units, source: 'given' } });
  return { grantId: id, passName: pass.name };
}

/** Adds to what is left, or takes from it, with a reason; never below zero (PAS-9). */
export async function correctBenefit(
  work: Work,
  of: { customerId: Id<'cus'>; grantId: Id<'bft'> },
  correction: { amount: number; note: string },
): Promise<void> {
  const { homeLocationId: locationId } = await loadForStaff(work, of.customerId, 'benefits.write');
  await lockBenefits(work.tx, of.customerId);
  const written = await appendEntry(
    work.tx,
    {
      id: work.newId('ben'),
      grantId: of.grantId,
      kind: 'corrected',
      ...correction,
      at: work.now,
      by: work.caller.actorId,
    },
    work.now,
  );
  if (!written) throw new Problem('notEnoughLeft');
  const about = { aboutId: of.grantId, customerId: of.customerId };
  work.audit({ action: 'benefit.corrected', ...about, locationId, after: correction });
  work.tell({ kind: 'benefit.corrected', ...about, facts: { amount: correction.amount } });
}

function unitsFor(pass: PassRow, { quantity, minutes }: Gift): number {
  if (minutes === undefined) return unitsOf(pass, quantity ?? 1);
  if (pass.kind === 'day') throw fieldProblem('minutes', 'unfit', 'A day pass is given by quantity.');
  if (quantity !== undefined)
    throw fieldProblem('quantity', 'twice', 'Either a quantity or minutes, not both.');
  return minutes;
}

function expiryFor({ expiresDay }: Gift, zone: Zone, { now }: Work): ReturnType<typeof startOfDay> | null {
  if (expiresDay === undefined || expiresDay === null) return null;
  const expiresAt = startOfDay(expiresDay, zone);
  if (expiresAt > now) return expiresAt;
  throw fieldProblem(
    'expiresDay',
    'past',
    'It would have expired already: name the first day on which it is not good.',
  );
}
