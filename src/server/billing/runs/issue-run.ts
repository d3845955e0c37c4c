import type { Id } from '../../../domain/kernel/id.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import { issueDrafts } from '../invoices/issue-drafts.ts';
import { lockPayers } from '../kept/facts-store.ts';
import { deleteDrafts, insertDrafts, listInvoices, listLines } from '../kept/invoice-store.ts';
import { listRuns, lockRun, type RunRow, setRunState, takeDrafts } from '../kept/run-store.ts';
import { coveredLocations, groundToBill } from '../load-billing-facts.ts';
import { keyOf, proposeBatch } from './propose-run.ts';
import { mustMayThere } from '../shown/seen.ts';

/** Invoices issued in one transaction: few enough to be quick, many enough to be fast. */
const issuedAtOnce = 500;

/**
 * Issues every draft of a run that is not held or skipped, batch by batch, each in a transaction of its own
 * with a block of numbers. Killed anywhere, it goes on where it stopped when it is asked again; asked twice
 * at once, the second finds what the first left (RUN-2). What is issued is what is true at that moment, not
 * what was drafted.
 */
export async function issueRun(shell: Shell, caller: Caller, id: Id<'run'>): Promise<void> {
  for (let goesOn = true; goesOn;) goesOn = await shell.write(caller, (work) => issueBatch(work, id));
}

/** Answers whether there may be more. */
async function issueBatch(work: Work, id: Id<'run'>): Promise<boolean> {
  await lockRun(work.tx, id);
  const [run] = await listRuns(work.tx, { ids: [id] });
  if (run === undefined) throw new Problem('notFound');
  mustMayThere(work, 'billing.run', run.locationId);
  const by = work.caller.actorId;
  const taken = await takeDrafts(work.tx, id, issuedAtOnce);
  if (taken.length === 0) {
    if (run.state !== 'issued') await finish(work, run);
    return false;
  }
  if (run.state === 'draft') await setRunState(work.tx, id, { state: 'issuing', now: work.now, by });
  await lockPayers(
    work.tx,
    taken.map(({ customerId }) => customerId),
  );
  await issueTaken(work, run, taken);
  return true;
}

async function issueTaken(
  work: Work,
  run: RunRow,
  taken: readonly { id: Id<'inv'>; customerId: Id<'cus'> }[],
): Promise<void> {
  const ground = await groundToBill(work);
  const locationIds = coveredLocations(ground, run.locationId);
  const customerIds = [...new Set(taken.map(({ customerId }) => customerId))];
  const batch = await proposeBatch(work, ground, { run, customerIds, locationIds });
  const proposals = new Map(batch.invoices.map((proposed) => [proposed.key, proposed]));
  const drafts = await listInvoices(work.tx, { ids: taken.map(({ id }) => id) });
  const same = drafts.filter((draft) => proposals.get(keyOf(draft))?.fingerprint === draft.fingerprint);
  const stale = drafts.filter((draft) => !same.includes(draft));
  const renewed = stale.flatMap((draft) => {
    const proposed = proposals.get(keyOf(draft));
    return proposed === undefined ? [] : [batch.draftOf(proposed, { id: draft.id })];
  });
  await deleteDrafts(
    work.tx,
    stale.map(({ id }) => id),
  );
  await insertDrafts(
    work.tx,
    renewed.map(({ invoice }) => invoice),
    renewed.flatMap(({ lines }) => lines),
  );
  const order = new Map(taken.map(({ id }, index) => [id, index]));
  const issued = [...same, ...renewed.map(({ invoice }) => invoice)].sort(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
  const lines = [
    ...(await listLines(
      work.tx,
      same.map(({ id }) => id),
    )),
    ...renewed.flatMap((draft) => draft.lines),
  ];
  await issueDrafts(work, ground, { drafts: issued, lines });
}

async function finish(work: Work, { id, locationId, throughDay }: RunRow): Promise<void> {
  await setRunState(work.tx, id, { state: 'issued', now: work.now, by: work.caller.actorId });
  work.audit({ action: 'billingRun.issued', aboutId: id, locationId, after: { throughDay } });
  work.tell({ kind: 'billingRun.issued', aboutId: id, facts: { locationId, throughDay } });
}
