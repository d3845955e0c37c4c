import { startOfDay } from '../../domain/kernel/zone.ts';
import {
  type CancelWish,
  lastDayOf,
  type ProposedEnd,
  proposeEnd,
} from '../../domain/contracts/cancellation.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { setEnd } from './contract-store.ts';
import { endFreezesAt } from './freeze-store.ts';
import { type Asking, loadForChange, mustBeStaff, refuse } from './load-facts.ts';

/** CON-4: sets the end of a contract. The plan's rules bind customers; staff choose any day. */
export async function cancelContract(work: Work, asking: Asking, wish: CancelWish): Promise<ProposedEnd> {
  const { contract, facts } = await loadForChange(work, asking);
  const end = proposeEnd(facts, wish);
  if (typeof end === 'string') refuse(end);

  await setEnd(work.tx, contract.id, {
    endDay: end.endDay,
    cancelledAt: work.now,
    cancelledBy: work.caller.actorId,
    proratesLastCycle: end.proratesLastCycle,
  });
  await endFreezesAt(work.tx, contract.id, { day: end.endDay, at: startOfDay(end.endDay, contract.zone) });

  const lastDay = lastDayOf(end.endDay);
  work.audit({
    action: end.voids ? 'contract.voided' : 'contract.cancelled',
    aboutId: contract.id,
    customerId: contract.customerId,
    locationId: contract.locationId,
    before: { endDay: contract.endDay },
    after: { endDay: end.endDay },
  });
  work.tell({
    kind: end.voids ? 'contract.voided' : 'contract.cancelled',
    aboutId: contract.id,
    customerId: contract.customerId,
    facts: { lastDay, endDay: end.endDay, because: end.because },
  });
  if (!end.voids) work.dueAt('contract.ends', contract.id, startOfDay(end.endDay, contract.zone));
  return end;
}

/**
 * Takes a cancellation back, as long as the contract has not ended. A customer takes back only what it
 * cancelled by itself: what staff agreed or decided stands.
 */
export async function keepContract(work: Work, asking: Asking): Promise<void> {
  const { contract, facts } = await loadForChange(work, asking);
  if (contract.endDay === null) throw new Problem('notCancelled');
  if (!facts.byAdmin && contract.cancelledBy !== contract.customerId) mustBeStaff(work, contract);
  if (contract.during.end !== null && contract.during.end <= work.now) throw new Problem('contractOver');
  if (contract.endDay <= contract.startDay) throw new Problem('contractOver');
  await setEnd(work.tx, contract.id, {
    endDay: null,
    cancelledAt: null,
    cancelledBy: null,
    proratesLastCycle: null,
  });
  work.audit({
    action: 'contract.kept',
    aboutId: contract.id,
    customerId: contract.customerId,
    locationId: contract.locationId,
    before: { endDay: contract.endDay },
    after: { endDay: null },
  });
  work.tell({ kind: 'contract.kept', aboutId: contract.id, customerId: contract.customerId, facts: {} });
}
