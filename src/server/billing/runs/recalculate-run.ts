import type { Id } from '../../../domain/kernel/id.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { deleteDrafts, insertDrafts, type InvoiceRow, listInvoices } from '../kept/invoice-store.ts';
import { type KeptSkip, listRuns, lockRun, type RunRow, setCalculated } from '../kept/run-store.ts';
import { groundToBill } from '../load-billing-facts.ts';
import { keyOf, type ProposedBatch, proposeRun } from './propose-run.ts';
import { mustMayThere } from '../shown/seen.ts';

/**
 * Drafts a run anew by what is true now. A draft that stays the same keeps its id and its decision; one that
 * changed asks to be decided again; who has come since is flagged as a late joiner (RUN-4).
 */
export async function recalculateRun(work: Work, id: Id<'run'>): Promise<void> {
  const run = await openRun(work, id);
  mustMayThere(work, 'billing.run', run.locationId);
  const ground = await groundToBill(work);
  const drafts = await listInvoices(work.tx, { runId: id, state: 'draft' });
  const left = new Map(drafts.map((draft) => [keyOf(draft), draft]));
  const skips: KeptSkip[] = [];
  for await (const batch of proposeRun(work, ground, run)) {
    await redraft(work, batch, left);
    skips.push(...batch.skips);
  }
  await deleteDrafts(
    work.tx,
    [...left.values()].map((draft) => draft.id),
  );
  await setCalculated(work.tx, id, { skips, now: work.now });
}

/** Throws 404 when there is no such run, 409 when it is issued; kept from being issued meanwhile. */
async function openRun(work: Work, id: Id<'run'>): Promise<RunRow> {
  await lockRun(work.tx, id);
  const [run] = await listRuns(work.tx, { ids: [id] });
  if (run === undefined) throw new Problem('notFound');
  if (run.state === 'issued') throw new Problem('runIssued');
  return run;
}

async function redraft(work: Work, batch: ProposedBatch, left: Map<string, InvoiceRow>): Promise<void> {
  const made = batch.invoices.flatMap((proposed) => {
    const before = left.get(proposed.key);
    left.delete(proposed.key);
    if (before?.fingerprint === proposed.fingerprint) return [];
    return [
      {
        before,
        draft: batch.draftOf(proposed, before === undefined ? { isLate: true } : { id: before.id }),
      },
    ];
  });
  await deleteDrafts(
    work.tx,
    made.flatMap(({ before }) => (before === undefined ? [] : [before.id])),
  );
  await insertDrafts(
    work.tx,
    made.map(({ draft }) => draft.invoice),
    made.flatMap(({ draft }) => draft.lines),
  );
}
