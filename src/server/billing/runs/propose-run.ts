import type { ProposedInvoice } from '../../../domain/billing/proposal.ts';
import { type Proposal, proposeInvoices } from '../../../domain/billing/propose-invoices.ts';
import { flagsOf } from '../../../domain/billing/review.ts';
import type { WaitingCharge } from '../../../domain/billing/facts.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type Draft, draftOf, fingerprintOf } from '../invoices/draft-invoices.ts';
import { listDuePayers, listLastTotals } from '../kept/facts-store.ts';
import type { KeptSkip } from '../kept/run-store.ts';
import {
  type BillingGround,
  coveredLocations,
  loadBillingFacts,
  type PayersLoaded,
} from '../load-billing-facts.ts';

/** Payers are taken in batches, so that memory stays flat however many there are. */
const payersAtOnce = 500;

export interface RunOf {
  readonly id: Id<'run'>;
  readonly locationId: Id<'loc'>;
  readonly throughDay: Day;
}

/** What a batch of payers owes by now, ready to become drafts. */
export interface ProposedBatch {
  readonly invoices: readonly KeyedProposal[];
  readonly skips: readonly KeptSkip[];
  draftOf(proposed: KeyedProposal, wish: { id?: Id<'inv'>; isLate?: boolean }): Draft;
}

export interface KeyedProposal {
  /** Customer, legal entity and currency: a run has one draft of each. */
  readonly key: string;
  readonly fingerprint: string;
  readonly invoice: ProposedInvoice;
}

export const keyOf = (of: { customerId: string; legalEntityId: string; currency: string }): string =>
  `${of.customerId} ${of.legalEntityId} ${of.currency}`;

/** Every payer with something due at the run's location or below, batch by batch. */
export async function* proposeRun(
  work: Work,
  ground: BillingGround,
  run: RunOf,
): AsyncGenerator<ProposedBatch> {
  const locationIds = coveredLocations(ground, run.locationId);
  for (let afterId = ''; ;) {
    const where = { locationIds, throughDay: run.throughDay, afterId, limit: payersAtOnce };
    const customerIds = await listDuePayers(work.tx, where);
    if (customerIds.length === 0) return;
    yield await proposeBatch(work, ground, { run, customerIds, locationIds });
    afterId = customerIds.at(-1) ?? '';
  }
}

/** The same for named payers: what the issuing of a batch asks again. */
export async function proposeBatch(
  work: Work,
  ground: BillingGround,
  of: { run: RunOf; customerIds: readonly Id<'cus'>[]; locationIds: readonly Id<'loc'>[] },
): Promise<ProposedBatch> {
  const { run, customerIds } = of;
  const loaded = await loadBillingFacts(work, ground, {
    customerIds,
    throughDay: run.throughDay,
    covers: new Set(of.locationIds),
  });
  const lastTotals = await listLastTotals(work.tx, customerIds);
  return batchOf(work, ground, { run, loaded, lastTotals, proposal: proposeInvoices(loaded.facts) });
}

function batchOf(
  work: Work,
  ground: BillingGround,
  of: { run: RunOf; loaded: PayersLoaded; lastTotals: ReadonlyMap<string, number>; proposal: Proposal },
): ProposedBatch {
  const { payers, facts } = of.loaded;
  const sources = new Map(
    facts.payers.flatMap(({ charges }) => charges.map(({ id, source }) => [id, source] as const)),
  );
  return {
    invoices: of.proposal.invoices.map((invoice) => ({
      key: keyOf(invoice),
      fingerprint: fingerprintOf(invoice),
      invoice,
    })),
    skips: of.proposal.skips.map((skip) => ({
      ...skip,
      customerName: payers.get(skip.customerId)?.name ?? '',
    })),
    draftOf({ key, invoice }, { id, isLate = false }) {
      const payer = payers.get(invoice.customerId);
      if (payer === undefined) throw new RangeError(`customer ${invoice.customerId} was not loaded`);
      const flags = flagsOf(invoice, {
        lastTotal: of.lastTotals.get(key) ?? null,
        isCompany: payer.kind === 'company',
        hasTaxId: payer.taxId !== '',
        isLate,
      });
      const sourceOf = (chargeId: Id<'chg'>): WaitingCharge['source'] | null =>
        sources.get(chargeId) ?? null;
      return draftOf(work, invoice, {
        ground,
        payer,
        runId: of.run.id,
        flags,
        sourceOf,
        ...(id !== undefined && { id }),
      });
    },
  };
}
