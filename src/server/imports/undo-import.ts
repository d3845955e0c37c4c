import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { lockImport, markUndone } from './import-store.ts';
import { mustSeeImport } from './see-import.ts';
import {
  deleteContracts,
  deleteCustomers,
  deleteSuspensionsOfKnown,
  listTouched,
  recordUndo,
  type Touched,
} from './undo-store.ts';

/** The first instant at which an import run then can no longer be taken back (IMP-1). */
export const undoEndsAt = (runAt: Instant): Instant => addMinutes(runAt, 24 * 60);

/**
 * IMP-1: takes an import back, within 24 hours. Customers who have since booked, paid, signed in or been
 * edited stay with their contracts, and are listed.
 */
export async function undoImport(
  work: Work,
  id: Id<'imp'>,
): Promise<{ removed: { customers: number; contracts: number }; kept: readonly Touched[] }> {
  const made = await mustSeeImport(work, await lockImport(work.tx, id), 'imports.write');
  if (made.runAt === null || made.undoneAt !== null) throw new Problem('importNotRun');
  if (undoEndsAt(made.runAt) <= work.now) throw new Problem('importTooOld');

  const touched = await listTouched(work.tx, id, made.runAt);
  const stay = {
    customers: touched.customers.map((one) => one.id),
    contracts: touched.contracts.map((one) => one.id),
  };
  const contracts = await deleteContracts(work.tx, id, stay);
  const customers = await deleteCustomers(work.tx, id, stay.customers);
  await deleteSuspensionsOfKnown(work.tx, id, made.runAt);
  await recordUndo(work.tx, id, touched.customers);
  await markUndone(work.tx, { id, at: work.now, by: work.caller.actorId });

  const removed = { customers, contracts };
  work.audit({ action: 'import.undone', aboutId: id, after: { removed, kept: touched.customers } });
  work.tell({ kind: 'import.undone', aboutId: id, facts: removed });
  return { removed, kept: touched.customers };
}
