import type { ProposedInvoice } from './proposal.ts';

/** Why a draft is shown first in the review of a run (ux 3.6). `looksOdd`: somebody should decide. */
export interface Flag {
  readonly code: FlagCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type FlagCode =
  | 'changed'
  | 'zero'
  | 'negative'
  | 'firstInvoice'
  | 'prorated'
  | 'correction'
  | 'taxIdMissing'
  | 'lateJoiner';

/** What the run knows about a payer besides the draft. */
export interface ReviewFacts {
  /** Total of the customer's last invoice of a run at the same legal entity and currency; null: none yet. */
  readonly lastTotal: number | null;
  readonly isCompany: boolean;
  readonly hasTaxId: boolean;
  /** Came after the run was made. */
  readonly isLate: boolean;
}

/** A change of more than this share of the last invoice is flagged, in per cent. */
const changeLimit = 30;

export function flagsOf(invoice: ProposedInvoice, facts: ReviewFacts): readonly Flag[] {
  const flags: Flag[] = [];
  const change = changePercent(invoice.total, facts.lastTotal);
  if (invoice.total === 0) flags.push({ code: 'zero', facts: {} });
  if (invoice.total < 0) flags.push({ code: 'negative', facts: {} });
  if (facts.lastTotal !== null && change !== null && invoice.total > 0 && Math.abs(change) > changeLimit) {
    const charges = invoice.lines.filter(({ kind }) => kind === 'charge').length;
    flags.push({ code: 'changed', facts: { percent: change, was: facts.lastTotal, charges } });
  }
  if (facts.lastTotal === null && invoice.lines.some(({ kind }) => kind === 'contract')) {
    flags.push({ code: 'firstInvoice', facts: {} });
  }
  const part = invoice.lines.find(({ days }) => days !== null);
  if (part?.startDay && part.endDay)
    flags.push({ code: 'prorated', facts: { startDay: part.startDay, endDay: part.endDay } });
  const corrections = invoice.lines.filter(({ kind }) => kind === 'correction').length;
  if (corrections > 0) flags.push({ code: 'correction', facts: { count: corrections } });
  if (facts.isCompany && !facts.hasTaxId) flags.push({ code: 'taxIdMissing', facts: {} });
  if (facts.isLate) flags.push({ code: 'lateJoiner', facts: {} });
  return flags;
}

/** Whole per cent against the last invoice, or null where there is nothing to compare with. */
const changePercent = (total: number, lastTotal: number | null): number | null =>
  lastTotal === null || lastTotal === 0
    ? null
    : Math.round(((total - lastTotal) * 100) / Math.abs(lastTotal));
