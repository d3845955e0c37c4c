import { decideCheckIn } from '../../domain/access/check-in-decision.ts';
import type { CheckInSource } from '../../domain/check-ins/stay.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { refuse } from '../access/refuse.ts';
import { customerKnownBy } from '../customers/known-by.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { viaOf } from './check-in.ts';
import { nearFuture, suppliedCheckIn } from './load-check-in.ts';

interface Arrival {
  readonly credential?: string | undefined;
  readonly locationId: Id<'loc'>;
  /** Who reports it; the desk where nobody says. */
  readonly source?: CheckInSource | undefined;
}

/**
 * Whom a credential names (CHK-1). Staff hear of one that names nobody by the decision about somebody who is
 * not known; customers hear 404 of all but their own.
 */
export async function whoArrives(
  work: Work, { credential = '', locationId, source = 'desk' }: Arrival,
): Promise<Id<'cus'>> {
  const { caller, now: at } = work;
  const customerId = await customerKnownBy(work, credential);
  if (!caller.may('checkIns.write', locationId) && customerId !== caller.customerId) {
    throw new Problem('notFound');
  }
  if (customerId !== null) return customerId;
  const within = nearFuture(at);
  const loaded = await loadAskFacts(work, {
    action: 'checkIn', via: viaOf[source], customerId, locationId, hoursWithin: within,
  });
  const facts = await suppliedCheckIn(work, loaded, { at, within });
  return refuse({ decision: decideCheckIn(facts, { at }), facts, source }, caller);
}
