import type { Id } from '../../../domain/kernel/id.ts';
import type { Work } from '../../platform/work/shell.ts';
import { listRefusals, type RefusalRow } from './refusal-store.ts';

export interface RefusedAsked {
  /** Null: everywhere. */
  readonly locationIds: readonly string[] | null;
  readonly customerId?: Id<'cus'> | undefined;
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
}

/** A refused arrival of somebody who is known. */
export type RefusedCheckIn = RefusalRow & { readonly customerId: Id<'cus'>; readonly customerName: string };

/** PAS-8: refused arrivals, for those who see to check-ins; the newest first. */
export async function refusedCheckIns(work: Work, asked: RefusedAsked): Promise<readonly RefusedCheckIn[]> {
  const { locationIds, customerId, ...page } = asked;
  const filter = { locationIds, customerId, action: 'checkIn' as const, isKnown: true };
  return await listRefusals(work.tx, filter, page) as readonly RefusedCheckIn[];
}
