import type { ChangeFacts } from '../../../domain/access/change-decision.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadAskFacts } from '../load-facts.ts';

/** What decides whether a customer may change or cancel a booking of its own (SUS-3). */
export async function loadChangeFacts(
  work: Work, whose: { readonly customerId: Id<'cus'>; readonly locationId: Id<'loc'> },
  changing: ChangeFacts['changing'],
): Promise<ChangeFacts> {
  const { facts } = await loadAskFacts(work, { action: 'book', via: 'portal', ...whose });
  return { ...facts, changing };
}
