import type { Id } from '../../domain/kernel/id.ts';
import { type LiftAmounts, liftAmounts } from '../billing/lift-amounts.ts';
import { lockForStaff } from '../customers/load-customer.ts';
import { endSuspension, listSuspensions, type SuspensionRow } from '../customers/lifting.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

export interface LiftWish {
  readonly customerId: Id<'cus'>;
  readonly suspensionId: Id<'sus'>;
  readonly missedCycles: 'skip' | 'prorate' | 'charge';
  readonly preview: boolean;
}

export interface Lifted {
  readonly suspension: SuspensionRow;
  readonly stillSuspended: boolean;
  readonly choices: readonly LiftAmounts[];
}

/**
 * SUS-5: the last of several suspensions to be lifted says what becomes of the cycles missed. The preview
 * shows what each choice would bill, by the function that bills, and changes nothing.
 */
export async function liftSuspension(work: Work, wish: LiftWish): Promise<Lifted> {
  const customer = await lockForStaff(work, wish.customerId, 'customers.suspend');
  const all = await listSuspensions(work.tx, customer.id);
  const suspension = all.find(({ id }) => id === wish.suspensionId);
  if (suspension === undefined) throw new Problem('notFound');
  if (suspension.endedAt !== null) throw new Problem('suspensionOver');

  const stillSuspended = all.some(({ id, endedAt }) => id !== suspension.id && endedAt === null);
  const choices = stillSuspended
    ? []
    : await liftAmounts(work, { customerId: customer.id, suspensionId: suspension.id });
  if (wish.preview) return { suspension, stillSuspended, choices };

  const missedCycles = stillSuspended ? null : wish.missedCycles;
  const end = { at: work.now, by: work.caller.actorId, missedCycles };
  const lifted = await endSuspension(work.tx, suspension.id, end);
  const { id: customerId, homeLocationId: locationId } = customer;
  work.audit({
    action: 'customer.suspensionLifted',
    aboutId: lifted.id,
    customerId,
    locationId,
    after: { missedCycles },
  });
  const facts = { suspensionId: lifted.id, missedCycles, stillSuspended };
  work.tell({ kind: 'customer.suspensionLifted', aboutId: customerId, customerId, facts });
  return { suspension: lifted, stillSuspended, choices };
}
