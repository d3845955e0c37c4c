import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { creditInvoice } from './invoices/credit-invoice.ts';
import { listCharges, lockCharges, setVoided } from './kept/charge-store.ts';

export interface VoidedCharge {
  readonly chargeId: Id<'chg'>;
  /** The credit note that takes it back; null: it was on no invoice. */
  readonly creditNoteId: Id<'inv'> | null;
}

/**
 * Takes back what a cancelled booking or a corrected use was charged: a waiting charge is void, an invoiced
 * one is credited (CHG-1, INV-1). Nothing happens when the source has no charge. Another charge of the source
 * may follow.
 */
export async function voidCharge(
  work: Work,
  { source, reason }: { source: { kind: string; id: string }; reason: string },
): Promise<VoidedCharge | null> {
  const [found] = (await listCharges(work.tx, { source })).filter(({ voidedAt }) => voidedAt === null);
  if (found === undefined) return null;
  await lockCharges(work.tx, [found.id]);
  const [charge] = await listCharges(work.tx, { ids: [found.id] });
  if (charge === undefined || charge.voidedAt !== null) return null;
  const { id, customerId, locationId, invoiceId, invoiceLineId } = charge;
  await setVoided(work.tx, id, { reason, now: work.now });
  work.audit({
    action: 'charge.voided',
    aboutId: id,
    customerId,
    locationId,
    before: { voidedAt: null },
    after: { reason },
  });
  work.tell({ kind: 'charge.voided', aboutId: id, customerId, facts: { reason } });
  if (invoiceId === null || invoiceLineId === null) return { chargeId: id, creditNoteId: null };
  const creditNoteId = await creditInvoice(work, invoiceId, {
    reason,
    lines: [{ lineId: invoiceLineId, amount: null }],
    settledIsFine: true,
  });
  return { chargeId: id, creditNoteId };
}
