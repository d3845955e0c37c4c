import type { AnsweredRun } from '../../../api/billing-runs.ts';
import type { AnsweredInvoice } from '../../../api/invoices.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type KeptSkip, type RunRow, type RunSums, sumRuns } from '../kept/run-store.ts';
import { listLastTotals } from '../kept/facts-store.ts';
import { keyOf } from '../runs/propose-run.ts';
import type { BillingGround } from '../load-billing-facts.ts';
import { shownInvoices } from './present-invoice.ts';

type Shown = Omit<AnsweredRun, 'drafts' | 'invoices' | 'skips'>;

/** Drafts and invoices that stand in the answer itself; the rest is listed by page. */
const shownAtOnce = 500;

export async function presentRuns({ tx }: Pick<Work, 'tx'>, rows: readonly RunRow[]): Promise<Shown[]> {
  const sums = await sumRuns(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    presentRun(
      row,
      sums.filter(({ runId }) => runId === row.id),
    ),
  );
}

export async function presentRunWithInvoices(
  work: Work,
  ground: BillingGround,
  row: RunRow,
): Promise<AnsweredRun> {
  const [shown] = await presentRuns(work, [row]);
  const of = { runId: row.id, limit: shownAtOnce, byName: true };
  const drafts = await shownInvoices(work, ground, { ...of, state: 'draft' });
  return {
    ...(shown as Shown),
    drafts: await withLastTotals(work, drafts),
    invoices: await shownInvoices(work, ground, { ...of, state: 'notDraft' }),
    skips: row.skips.map(presentSkip),
  };
}

/** Drafts with what the customer's last invoice of a run came to; others as they are. */
export async function withLastTotals<I extends AnsweredInvoice>(
  work: Pick<Work, 'tx'>,
  invoices: readonly I[],
): Promise<I[]> {
  const drafts = invoices.filter(({ state }) => state === 'draft');
  const totals = await listLastTotals(
    work.tx,
    drafts.map(({ customerId }) => String(customerId)),
  );
  return invoices.map((invoice) => {
    const amount = totals.get(keyOf({ ...invoice, customerId: String(invoice.customerId) }));
    return invoice.state !== 'draft' || amount === undefined
      ? invoice
      : { ...invoice, lastTotal: { amount, currency: invoice.currency } };
  });
}

function presentRun(row: RunRow, sums: readonly RunSums[]): Shown {
  const of = (pick: 'draftCount' | 'issuedCount' | 'heldCount' | 'toLookAt' | 'flaggedCount') =>
    sums.reduce((sum, one) => sum + one[pick], 0);
  return {
    id: row.id,
    locationId: row.locationId,
    throughDay: row.throughDay,
    state: row.state,
    madeAt: text(row.madeAt),
    calculatedAt: text(row.calculatedAt),
    issuedAt: textOrNull(row.issuedAt),
    draftCount: of('draftCount'),
    issuedCount: of('issuedCount'),
    heldCount: of('heldCount'),
    toLookAt: of('toLookAt'),
    flaggedCount: of('flaggedCount'),
    skipCount: row.skips.length,
    totals: sums.map(({ currency, ...sum }) => ({
      currency,
      count: sum.count,
      net: { amount: sum.net, currency },
      tax: { amount: sum.tax, currency },
      total: { amount: sum.total, currency },
      lastTotal: { amount: sum.lastTotal, currency },
      clean: { count: sum.cleanCount, total: { amount: sum.cleanTotal, currency } },
      toIssue: { count: sum.toIssueCount, total: { amount: sum.toIssueTotal, currency } },
    })),
    version: row.version,
  };
}

export const presentSkip = (skip: KeptSkip): AnsweredRun['skips'][number] => ({
  customerId: skip.customerId,
  customerName: skip.customerName,
  contractId: skip.contractId,
  chargeId: skip.chargeId,
  locationId: skip.locationId,
  reason: skip.reason,
  startDay: skip.startDay,
  endDay: skip.endDay,
  amount: { amount: skip.amount, currency: skip.currency },
});
