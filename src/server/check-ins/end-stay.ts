import { settleStay, type Settled } from '../../domain/check-ins/settle-stay.ts';
import { cutOffAfter, type StayEnd } from '../../domain/check-ins/stay.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { loadCustomerFacts } from '../access/load-facts.ts';
import { appendEntry, lockBenefits } from '../benefits/ledger.ts';
import { candidatesAt, loadBenefits } from '../benefits/load-benefits.ts';
import { loadLocations, type Locations, locationOf, settingAt } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findStay, type StayRow, updateStayEnded } from './check-in-store.ts';
import { passQuestion } from './load-check-in.ts';

/**
 * Ends an open stay: minutes of time passes are taken now (PAS-7), each use an entry that says why this
 * grant. Where the location ends stays that no pass covers, it has ended at the minute when the last one
 * ran out.
 */
export async function endStay(
  work: Work,
  stay: StayRow,
  wish: { at: Instant; by: StayEnd },
): Promise<StayRow> {
  await lockBenefits(work.tx, stay.customerId);
  const locations = await loadLocations(work);
  const settled = await settledAt(work, stay, locations, wish.at);
  for (const use of settled.uses) {
    const written = await appendEntry(
      work.tx,
      {
        id: work.newId('ben'),
        grantId: use.grantId,
        kind: 'used',
        amount: -use.amount,
        at: wish.at,
        checkInId: stay.id,
        locationId: stay.locationId,
        goodUntil: use.goodUntil,
        because: use.because,
        by: work.caller.actorId,
      },
      work.now,
    );
    if (!written) throw new Problem('conflict');
  }
  const where = { locationId: stay.locationId, at: wish.at };
  const ends = settled.ranOutAt !== null && settingAt(locations, where, 'timePassRunsOut') === 'endStay';
  const end = ends
    ? { at: settled.ranOutAt!, by: 'passRanOut' as const, uncoveredMinutes: 0 }
    : { ...wish, uncoveredMinutes: settled.uncoveredMinutes };
  await updateStayEnded(work.tx, stay.id, { ...end, byId: work.caller.actorId });
  const { customerId, locationId } = stay;
  const facts = { locationId, endedBy: end.by, uncoveredMinutes: end.uncoveredMinutes };
  work.tell({ kind: 'checkIn.ended', aboutId: stay.id, customerId, facts });
  work.audit({ action: 'checkIn.ended', aboutId: stay.id, customerId, locationId, after: facts });
  return (await findStay(work.tx, stay.id))!;
}

/** What a stay takes of its customer's passes if it ends then. */
export async function settledAt(
  work: Work,
  stay: StayRow,
  locations: Locations,
  until: Instant,
): Promise<Settled> {
  const nothing: Settled = { uses: [], ranOutAt: null, uncoveredMinutes: 0 };
  if (stay.cover !== 'pass' || stay.grantId === null) return nothing;
  const { locationId, startedAt } = stay;
  const [benefits, { facts }] = [
    await loadBenefits(work, stay.customerId),
    await loadCustomerFacts(work, stay.customerId, { locations, here: locationId }),
  ];
  const { zone } = locationOf(locations, locationId);
  const cutOff = settingAt(locations, { locationId, at: startedAt }, 'dailyCutOffMinutes');
  return settleStay({
    startedAt,
    until,
    grantId: stay.grantId,
    candidates: candidatesAt(benefits, locations, { here: locationId, at: startedAt }),
    question: passQuestion(locations, facts, { locationId, at: startedAt }),
    dayEndsAt: (at) => cutOffAfter(at, zone, cutOff),
  });
}
