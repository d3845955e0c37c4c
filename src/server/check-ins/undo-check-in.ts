import { minutesBetween } from '../../domain/kernel/instant.ts';
import { appendEntry, lockBenefits } from '../benefits/ledger.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findStay, type StayRow, updateStayEnded } from './check-in-store.ts';
import { listUses } from './use-store.ts';

const undoMinutesMax = 10;

/** A check-in made by mistake: the stay ends and what it took returns, by entries of their own (PAS-9). */
export async function undoCheckIn(work: Work, stay: StayRow): Promise<StayRow> {
  work.caller.mustMay('checkIns.write', stay.locationId);
  await lockBenefits(work.tx, stay.customerId);
  if (stay.endedAt !== null || minutesBetween(stay.startedAt, work.now) >= undoMinutesMax)
    throw new Problem('stayOver');
  for (const { grantId, amount } of await listUses(work.tx, stay.id)) {
    await appendEntry(
      work.tx,
      {
        id: work.newId('ben'),
        grantId,
        kind: 'returned',
        amount: -amount,
        at: work.now,
        checkInId: stay.id,
        locationId: stay.locationId,
        by: work.caller.actorId,
      },
      work.now,
    );
  }
  await updateStayEnded(work.tx, stay.id, {
    at: work.now,
    by: 'admin',
    byId: work.caller.actorId,
    uncoveredMinutes: 0,
  });
  const { customerId, locationId } = stay;
  work.audit({ action: 'checkIn.undone', aboutId: stay.id, customerId, locationId });
  work.tell({ kind: 'checkIn.ended', aboutId: stay.id, customerId, facts: { locationId, endedBy: 'admin' } });
  return (await findStay(work.tx, stay.id))!;
}
