import type { Id } from '../../domain/kernel/id.ts';
import type { Caller } from '../platform/http/caller.ts';

/**
 * Whether the caller sees every layer with its facts and fixes, or the reasons that concern itself (ACC-3).
 */
export const isStaffFor = (caller: Caller, locationId: Id<'loc'>): boolean =>
  caller.may('access.explain', locationId);
