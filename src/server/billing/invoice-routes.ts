import * as api from '../../api/invoices.ts';
import * as paymentsApi from '../../api/payments.ts';
import type { QueryOf } from '../../api/endpoint.ts';
import { taxTotals } from '../../domain/billing/tax.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import { settingAt } from '../locations/load-locations.ts';
import { everyRow } from '../platform/http/csv.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { type Route, serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { documentLanguage, lineText } from './document/line-text.ts';
import { invoicePdf } from './document/invoice-pdf.ts';
import { mailInvoice } from './document/mail-invoice.ts';
import { creditInvoice } from './invoices/credit-invoice.ts';
import { recordPayment } from './invoices/record-payment.ts';
import {
  type InvoiceFilter,
  type InvoiceKey,
  type InvoiceRow,
  keyOfInvoice,
  listInvoices,
} from './kept/invoice-store.ts';
import { listPayments } from './kept/payment-store.ts';
import { type BillingGround, loadBillingGround } from './load-billing-facts.ts';
import { nextInvoiceOf } from './next-invoice.ts';
import { invoicesFile } from './shown/export-invoices.ts';
import { presentInvoices, presentProposedLine } from './shown/present-invoice.ts';
import { presentPayment } from './shown/present-payment.ts';
import { presentSkip } from './shown/present-run.ts';
import { seenBy } from './shown/seen.ts';
import { isOfLedTeam, seenOfTeams } from './shown/seen-of-teams.ts';

export const invoiceRoutes: readonly Route[] = [
  serve(api.listInvoices, ({ query, caller, shell }) =>
    shell.read(caller, (work) => pageOfInvoices(work, query)),
  ),
  serve(api.exportInvoices, ({ query, caller, shell }) =>
    shell.read(caller, async (work) =>
      invoicesFile(work, await everyRow((page) => pageOfInvoices(work, { ...query, ...page }))),
    ),
  ),
  serve(api.listCreditNotes, ({ query, caller, shell }) =>
    shell.read(caller, (work) => pageOfInvoices(work, query, 'creditNote')),
  ),
  serve(api.getInvoicePdf, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => {
      const [row, ground] = await invoiceSeen(work, params.invoiceId);
      const [invoice] = await presentInvoices(work, ground, [row]);
      if (invoice === undefined) throw new Problem('notFound');
      return {
        name: `${row.number ?? row.id}.pdf`,
        type: 'application/pdf',
        content: await invoicePdf(work, ground, invoice),
      };
    }),
  ),
  serve(api.getInvoice, ({ params, caller, shell }) =>
    shell.read(caller, (work) => shownInvoice(work, params.invoiceId)),
  ),
  serve(api.creditInvoice, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const [{ locationId, currency }] = await invoiceSeen(work, params.invoiceId);
      caller.mustMay('billing.write', locationId);
      if (body.lines?.some(({ amount }) => amount !== undefined && amount.currency !== currency))
        throw new Problem('currencyNotHere');
      const lines = body.lines?.map(({ lineId, amount }) => ({ lineId, amount: amount?.amount ?? null }));
      const id = await creditInvoice(work, params.invoiceId, {
        reason: body.reason ?? null,
        ...(lines && { lines }),
      });
      return shownInvoice(work, id as Id<'inv'>);
    }),
  ),
  serve(api.sendInvoice, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const [{ locationId, state }] = await invoiceSeen(work, params.invoiceId);
      caller.mustMay('billing.write', locationId);
      if (state === 'draft') throw new Problem('invoiceNotIssued');
      await mailInvoice(work, params.invoiceId, body.to);
      return shownInvoice(work, params.invoiceId);
    }),
  ),
  serve(api.nextInvoice, ({ params, query, caller, shell }) =>
    shell.read(caller, (work) => shownNext(work, params.customerId, query)),
  ),
  serve(paymentsApi.recordPayment, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const { invoiceId, invoiceIds, ...rest } = body;
      const id = await recordPayment(work, {
        ...rest,
        invoiceIds: invoiceIds ?? (invoiceId === undefined ? [] : [invoiceId]),
      });
      return shownPayment(work, id);
    }),
  ),
  serve(paymentsApi.listPayments, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const seen = await seenBy(work, 'payments.read', query);
      const [beforeId] = readCursor(query.cursor, 1) ?? [];
      const rows = await listPayments(work.tx, {
        ...seen,
        limit: query.limit + 1,
        ...(query.invoiceId && { invoiceIds: [query.invoiceId] }),
        ...(beforeId && { beforeId: String(beforeId) }),
      });
      return pageFrom(rows, query.limit, ({ id }) => [id], presentPayment);
    }),
  ),
  serve(paymentsApi.getPayment, ({ params, caller, shell }) =>
    shell.read(caller, async (work) => {
      const [row] = await listPayments(work.tx, { ids: [params.paymentId] });
      if (row === undefined) throw new Problem('notFound');
      caller.mustActFor(row.customerId, 'payments.read', row.locationId);
      return presentPayment(row);
    }),
  ),
];

async function pageOfInvoices(work: Work, query: QueryOf<typeof api.listInvoices>, kind?: 'creditNote') {
  const seen = (await seenOfTeams(work, query)) ?? await seenBy(work, 'billing.read', query);
  const ground = await loadBillingGround(work);
  const before = readCursor(query.cursor, 3, 'time', 'integer') as InvoiceKey | null;
  const isOwn = seen.customerIds?.[0] === work.caller.customerId;
  if (isOwn && query.state === 'draft') return { data: [], nextCursor: null };
  const filter: InvoiceFilter = {
    ...seen,
    state: query.state ?? 'notDraft',
    ...(kind && { kind }),
    ...(query.runId && { runId: query.runId }),
    ...(query.q && { q: query.q }),
    overdueBefore: overdueBefore(work, ground, query.overdueDays ?? 0),
    ...(query.overdueDays !== undefined && { state: 'overdue' as const }),
    ...(before && { before }),
    limit: query.limit + 1,
  };
  const rows = await listInvoices(work.tx, filter);
  const shown = new Map(
    (await presentInvoices(work, ground, rows.slice(0, query.limit))).map((one) => [one.id, one]),
  );
  return pageFrom(
    rows,
    query.limit,
    keyOfInvoice,
    ({ id }) => shown.get(id) as NonNullable<ReturnType<typeof shown.get>>,
  );
}

const overdueBefore = (work: Work, ground: BillingGround, days: number) =>
  ground.locations.rows.map(({ id, zone }) => ({
    locationId: id,
    day: addDays(dayAt(work.now, zone), -days),
  }));

/** The invoice, to its customer and to staff of its location; a draft only to staff. */
async function invoiceSeen(work: Work, id: Id<'inv'>): Promise<readonly [InvoiceRow, BillingGround]> {
  const [row] = await listInvoices(work.tx, { ids: [id] });
  if (row === undefined) throw new Problem('notFound');
  if (await isOfLedTeam(work, id)) return [row, await loadBillingGround(work)];
  work.caller.mustActFor(row.customerId, 'billing.read', row.locationId);
  if (row.state === 'draft' && !work.caller.may('billing.read', row.locationId))
    throw new Problem('notFound');
  return [row, await loadBillingGround(work)];
}

async function shownInvoice(work: Work, id: Id<'inv'>) {
  const [row, ground] = await invoiceSeen(work, id);
  const [shown] = await presentInvoices(work, ground, [row]);
  if (shown === undefined) throw new Problem('notFound');
  return shown;
}

async function shownPayment(work: Work, id: Id<'pay'>) {
  const [row] = await listPayments(work.tx, { ids: [id] });
  if (row === undefined) throw new Problem('notFound');
  return presentPayment(row);
}

async function shownNext(work: Work, customerId: Id<'cus'>, query: QueryOf<typeof api.nextInvoice>) {
  if (work.caller.customerId !== customerId) work.caller.mustMay('billing.read', null);
  const next = await nextInvoiceOf(work, customerId, query.throughDay ?? null);
  const payer = next.loaded.payers.get(customerId);
  if (payer !== undefined) work.caller.mustActFor(customerId, 'billing.read', payer.homeLocationId);
  const invoices = next.invoices.map((invoice) => {
    const of = (amount: number) => ({ amount, currency: invoice.currency as string });
    const where = { locationId: invoice.locationId, at: work.now };
    const language = documentLanguage(
      payer?.language ?? null,
      settingAt(next.ground.locations, where, 'defaultLanguage'),
    );
    return {
      customerId,
      locationId: invoice.locationId,
      legalEntityId: invoice.legalEntityId,
      currency: invoice.currency as string,
      net: of(invoice.net),
      tax: of(invoice.tax),
      total: of(invoice.total),
      taxes: taxTotals(invoice.lines).map(({ rate, net, tax, total }) => ({
        taxRate: rate,
        net: of(net),
        tax: of(tax),
        total: of(total),
      })),
      lines: invoice.lines.map((line) => presentProposedLine(line, invoice, lineText(line, language))),
    };
  });
  const [first] = invoices;
  return {
    day: next.day,
    total: first?.total ?? null,
    net: first?.net ?? null,
    tax: first?.tax ?? null,
    lines: invoices.flatMap(({ lines }) => lines),
    invoices,
    skips: next.skips.map((skip) => presentSkip({ ...skip, customerName: payer?.name ?? '' })),
  };
}
