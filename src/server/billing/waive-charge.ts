import type { Id } from '../../domain/kernel/id.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type ChargeRow, listCharges, setWaived } from './kept/charge-store.ts';
import { mustMayThere } from './shown/seen.ts';

/** Lets a waiting charge go, with the reason (CHG-1). */
export async function waiveCharge(
  work: Work,
  id: Id<'chg'>,
  { reason }: { reason: string },
): Promise<void> {
  const charge = await chargeOf(work, id);
  const { customerId, locationId } = charge;
  mustMayThere(work, 'billing.write', locationId);
  if (!(await setWaived(work.tx, id, { by: work.caller.actorId, reason, now: work.now })))
    throw new Problem('chargeSettled');
  work.audit({
    action: 'charge.waived',
    aboutId: id,
    customerId,
    locationId,
    before: { waived: null },
    after: { reason },
  });
  work.tell({ kind: 'charge.waived', aboutId: id, customerId, facts: { reason } });
}

/** Throws 404 when there is no such charge. */
export async function chargeOf(work: Pick<Work, 'tx'>, id: string): Promise<ChargeRow> {
  const [charge] = await listCharges(work.tx, { ids: [id] });
  if (charge === undefined) throw new Problem('notFound');
  return charge;
}
