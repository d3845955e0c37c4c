import type { Id } from '../../domain/kernel/id.ts';
import type { Caller } from '../platform/http/caller.ts';

/** How a decision is told to whoever asked for it. */
export const readerOf = (
  caller: Caller, { locationId, subject }: { locationId: Id<'loc'>; subject: Id<'cus'> | null },
): { readonly toCustomer: boolean; readonly ofAnother: boolean } => {
  const toCustomer = !isStaffFor(caller, locationId);
  return { toCustomer, ofAnother: toCustomer && subject !== null && subject !== caller.customerId };
};

/**
 * Whether the caller sees every layer with its facts and fixes, or the reasons that concern itself (ACC-3).
 */
export const isStaffFor = (caller: Caller, locationId: Id<'loc'>): boolean =>
  caller.may('access.explain', locationId);
