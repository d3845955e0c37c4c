import type { Id } from '../../../domain/kernel/id.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type InvoiceRow, listInvoices } from '../kept/invoice-store.ts';
import { listRuns, type RunRow, setDecision, setDecisions } from '../kept/run-store.ts';
import { mustMayThere } from '../shown/seen.ts';

/** OKs, holds or skips a draft of a run, or takes the decision back. Held and skipped ones are not issued. */
export async function decideDraft(
  work: Work,
  {
    runId,
    invoiceId,
    is,
  }: { runId: Id<'run'>; invoiceId: Id<'inv'>; is: 'ok' | 'held' | 'skipped' | null },
): Promise<InvoiceRow> {
  await runToDecide(work, runId);
  const [before] = await listInvoices(work.tx, { ids: [invoiceId], runId });
  if (before === undefined) throw new Problem('notFound');
  if (before.state !== 'draft') throw new Problem('runIssued');
  await setDecision(work.tx, invoiceId, { is, by: work.caller.adminId, now: work.now });
  work.audit({
    action: 'draft.decided',
    aboutId: invoiceId,
    customerId: before.customerId,
    locationId: before.locationId,
    before: { is: before.decision },
    after: { is },
  });
  const [after] = await listInvoices(work.tx, { ids: [invoiceId] });
  return after ?? before;
}

/** One decision for all of a run that still wait for one. */
export async function decideDrafts(
  work: Work,
  { runId, is }: { runId: Id<'run'>; is: 'ok' | 'held' },
): Promise<RunRow> {
  const run = await runToDecide(work, runId);
  if (run.state === 'issued') throw new Problem('runIssued');
  const ids = await setDecisions(work.tx, runId, { is, by: work.caller.adminId, now: work.now });
  work.audit({
    action: 'billingRun.decided',
    aboutId: runId,
    locationId: run.locationId,
    after: { is, count: ids.length },
  });
  return run;
}

async function runToDecide(work: Work, runId: Id<'run'>): Promise<RunRow> {
  const [run] = await listRuns(work.tx, { ids: [runId] });
  if (run === undefined) throw new Problem('notFound');
  mustMayThere(work, 'billing.run', run.locationId);
  return run;
}
