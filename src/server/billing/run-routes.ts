import * as api from '../../api/billing-runs.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { type Route, serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { listRuns, type RunRow } from './kept/run-store.ts';
import { loadBillingGround } from './load-billing-facts.ts';
import { decideDraft, decideDrafts } from './runs/decide-draft.ts';
import { issueRun } from './runs/issue-run.ts';
import { recalculateRun } from './runs/recalculate-run.ts';
import { startRun } from './runs/start-run.ts';
import { presentInvoices } from './shown/present-invoice.ts';
import { presentRuns, presentRunWithInvoices } from './shown/present-run.ts';
import { seenBy } from './shown/seen.ts';

export const runRoutes: readonly Route[] = [
  serve(api.startRun, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => shownRun(work, await startRun(work, body))),
  ),
  serve(api.listRuns, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const { locationIds } = await seenBy(work, 'billing.run', query);
      const [beforeId] = readCursor(query.cursor, 1) ?? [];
      const rows = await listRuns(work.tx, {
        limit: query.limit + 1,
        ...(locationIds && { locationIds }),
        ...(query.state && { state: query.state }),
        ...(beforeId && { beforeId: String(beforeId) }),
      });
      const shown = new Map((await presentRuns(work, rows)).map((run) => [run.id, run]));
      return pageFrom(
        rows,
        query.limit,
        ({ id }) => [id],
        ({ id }) => shown.get(id) as NonNullable<ReturnType<typeof shown.get>>,
      );
    }),
  ),
  serve(api.getRun, ({ params, caller, shell }) =>
    shell.read(caller, (work) => shownRun(work, params.runId)),
  ),
  serve(api.recalculateRun, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      await recalculateRun(work, params.runId);
      return shownRun(work, params.runId);
    }),
  ),
  serve(api.decideDraft, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const row = await decideDraft(work, { ...params, ...body });
      const [shown] = await presentInvoices(work, await loadBillingGround(work), [row]);
      if (shown === undefined) throw new Problem('notFound');
      return shown;
    }),
  ),
  serve(api.decideDrafts, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const run = await decideDrafts(work, { ...params, ...body });
      const [shown] = await presentRuns(work, [run]);
      if (shown === undefined) throw new Problem('notFound');
      return shown;
    }),
  ),
  serve(api.issueRun, async ({ params, caller, shell }) => {
    await issueRun(shell, caller, params.runId);
    return shell.read(caller, (work) => shownRun(work, params.runId));
  }),
];

async function shownRun(work: Work, id: Id<'run'>) {
  const [run] = await listRuns(work.tx, { ids: [id] });
  if (run === undefined) throw new Problem('notFound');
  mustSee(work, run);
  return presentRunWithInvoices(work, await loadBillingGround(work), run);
}

/** A run of a place where the caller has no role is not there. */
function mustSee({ caller }: Work, { locationId }: RunRow): void {
  if (!caller.may('billing.run', locationId)) throw new Problem('notFound');
}
