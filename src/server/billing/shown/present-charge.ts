import { taxed } from '../../../domain/billing/tax.ts';
import { money, type Currency, type Money } from '../../../domain/kernel/money.ts';
import type { AnsweredCharge } from '../../../api/charges.ts';
import { text } from '../../../api/schema.ts';
import type { ChargeRow } from '../kept/charge-store.ts';

/** A charge as the API shows it. */
export function presentCharge(row: ChargeRow): AnsweredCharge {
  const of = (amount: number): Money => money(amount, row.currency as Currency);
  const { net, tax, total } = taxed(row.amount, { rate: row.taxRate, includesTax: row.includesTax });
  return {
    id: row.id,
    customerId: row.customerId,
    customerName: row.customerName,
    locationId: row.locationId,
    source: { kind: row.sourceKind, id: row.sourceId },
    text: row.text,
    quantity: row.quantity,
    price: of(row.unitPrice),
    amount: of(row.amount),
    net: of(net),
    tax: of(tax),
    total: of(total),
    taxRate: row.taxRate,
    includesTax: row.includesTax,
    state: stateOf(row),
    standing: row.standing,
    invoice: row.invoicing === 'now' ? 'now' : 'nextInvoice',
    arisenAt: text(row.arisenAt),
    ripeAt: text(row.ripeAt),
    startDay: row.startDay,
    endDay: row.endDay,
    invoiceId: row.invoiceId,
    invoiceNumber: row.invoiceNumber,
    voidReason: row.voidReason,
    waived:
      row.waivedAt === null
        ? null
        : { at: text(row.waivedAt), by: row.waivedBy, reason: row.waiveReason ?? '' },
  };
}

function stateOf({ voidedAt, waivedAt, invoiceLineId }: ChargeRow): AnsweredCharge['state'] {
  if (voidedAt !== null) return 'void';
  if (waivedAt !== null) return 'waived';
  return invoiceLineId === null ? 'waiting' : 'invoiced';
}
