import { createHash } from 'node:crypto';
import type { ProposedInvoice, ProposedLine } from '../../../domain/billing/proposal.ts';
import type { Flag } from '../../../domain/billing/review.ts';
import type { WaitingCharge } from '../../../domain/billing/facts.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { settingAt } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import { documentLanguage, lineText } from '../document/line-text.ts';
import type { PayerRow } from '../kept/facts-store.ts';
import type { LineRow, NewInvoice, Party, Seller } from '../kept/invoice-store.ts';
import type { BillingGround } from '../load-billing-facts.ts';

export interface Draft {
  readonly invoice: NewInvoice;
  readonly lines: readonly LineRow[];
}

export interface DraftContext {
  readonly ground: BillingGround;
  readonly payer: PayerRow;
  readonly runId: Id<'run'> | null;
  readonly flags: readonly Flag[];
  /** The draft this one takes the place of. */
  readonly id?: Id<'inv'>;
  /** Where charges come from, for the trail behind a line. */
  readonly sourceOf: (chargeId: Id<'chg'>) => WaitingCharge['source'] | null;
}

/** A proposal as the rows of a draft: with parties, language and texts, without a number. */
export function draftOf(work: Work, proposed: ProposedInvoice, context: DraftContext): Draft {
  const { ground, payer, runId, flags } = context;
  const id = context.id ?? work.newId('inv');
  const where = { locationId: proposed.locationId, at: work.now };
  const language = documentLanguage(payer.language, settingAt(ground.locations, where, 'defaultLanguage'));
  const lines = proposed.lines.map((line, position) =>
    lineRowOf(work, { line, position, language, id, context }),
  );
  return {
    invoice: {
      id,
      kind: proposed.total < 0 ? 'creditNote' : 'invoice',
      legalEntityId: proposed.legalEntityId,
      customerId: payer.id,
      locationId: proposed.locationId,
      currency: proposed.currency,
      language,
      seller: sellerOf(ground, proposed.legalEntityId),
      buyer: buyerOf(payer),
      net: proposed.net,
      tax: proposed.tax,
      total: proposed.total,
      madeAt: work.now,
      dueDays: proposed.dueDays,
      creditsInvoiceId: null,
      reason: null,
      runId,
      fingerprint: fingerprintOf(proposed),
      flags,
    },
    lines,
  };
}

/** Says whether two proposals would make the same document. */
export const fingerprintOf = (proposed: ProposedInvoice): string =>
  createHash('sha256')
    .update(JSON.stringify([proposed.dueDays, proposed.locationId, proposed.lines]))
    .digest('base64url');

function sellerOf({ entities }: BillingGround, id: Id<'ent'>): Seller {
  const { name = '', address = '', taxNumber = null, bankDetails = '' } = entities.get(id) ?? {};
  return { name, address, taxNumber, bankDetails };
}

const buyerOf = ({ name, billingName, billingAddress, taxId }: PayerRow): Party => ({
  name: billingName === '' ? name : billingName,
  address: billingAddress,
  taxNumber: taxId === '' ? null : taxId,
});

interface LinePlace {
  readonly line: ProposedLine;
  readonly position: number;
  readonly language: string;
  readonly id: Id<'inv'>;
  readonly context: DraftContext;
}

const lineRowOf = (work: Work, { line, position, language, id, context }: LinePlace): LineRow => ({
  id: work.newId('lin'),
  invoiceId: id,
  position,
  kind: line.kind,
  text: lineText(line, language),
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  amount: line.amount,
  includesTax: line.includesTax,
  taxRate: line.taxRate,
  net: line.net,
  tax: line.tax,
  total: line.total,
  startDay: line.startDay,
  endDay: line.endDay,
  contractId: line.cycle?.contractId ?? null,
  cycleStartDay: line.cycle?.cycleStartDay ?? null,
  chargeId: line.chargeId,
  creditsLineId: null,
  facts: {
    name: line.name,
    days: line.days,
    reason: line.reason,
    cycle: line.cycle && {
      item: line.cycle.item,
      number: line.cycle.number,
      coveredUntilDay: line.cycle.coveredUntilDay,
    },
    source: line.chargeId === null ? null : context.sourceOf(line.chargeId),
  },
});
