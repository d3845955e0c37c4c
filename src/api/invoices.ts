import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, dayText, idOf, moneySchema, pageOf, pageQuery } from './schema.ts';

/** Invoices and credit notes (INV-1..4), and what the next one will be (RUN-4). */

const money = z.object({ amount: z.int(), currency: z.string() });
const party = z.object({ name: z.string(), address: z.string(), taxNumber: z.string().nullable() });

export const invoiceStates = ['draft', 'issued', 'partlyPaid', 'paid', 'void', 'credited'] as const;
export const lineKinds = [
  'contract',
  'freeze',
  'freezeFee',
  'signUpFee',
  'correction',
  'charge',
  'credit',
] as const;

export const lineSchema = z.object({
  id: z.string().nullable(),
  kind: z.enum(lineKinds),
  name: z.string(),
  text: z.string(),
  quantity: z.int(),
  unitPrice: money,
  discount: money,
  amount: money.meta({ description: 'With or without tax, as includesTax says' }),
  includesTax: z.boolean(),
  taxRate: z.int(),
  net: money,
  tax: money,
  total: money,
  startDay: z.string().nullable(),
  endDay: z.string().nullable().meta({ description: 'The first day after' }),
  lastDay: z.string().nullable(),
  days: z.object({ billed: z.int(), of: z.int() }).nullable(),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Of a correction: freeze, change, end, price, cancelled' }),
  contractId: z.string().nullable(),
  cycleStartDay: z.string().nullable(),
  chargeId: z.string().nullable(),
  source: z.object({ kind: z.string(), id: z.string() }).nullable(),
  creditsLineId: z.string().nullable(),
  credited: money.nullable(),
});

const taxTotal = z.object({ taxRate: z.int(), net: money, tax: money, total: money });

export const flagSchema = z.object({
  code: z.enum([
    'changed',
    'zero',
    'negative',
    'firstInvoice',
    'prorated',
    'correction',
    'taxIdMissing',
    'lateJoiner',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const invoiceSchema = z.object({
  id: answeredId('inv'),
  number: z.string().nullable(),
  kind: z.enum(['invoice', 'creditNote']),
  state: z.enum(invoiceStates),
  overdue: z.boolean().meta({ description: 'Derived: something is owed and the due day has passed' }),
  overdueDays: z.int(),
  customerId: answeredId('cus'),
  customerName: z.string(),
  locationId: answeredId('loc'),
  legalEntityId: z.string(),
  currency: z.string(),
  language: z.string(),
  seller: party.extend({
    bankDetails: z.string().optional().meta({ description: 'Where a transfer goes' }),
  }),
  buyer: party,
  issuedAt: answeredInstant.nullable(),
  issuedDay: z.string().nullable(),
  dueDay: z.string().nullable(),
  net: money,
  tax: money,
  total: money,
  paid: money,
  credited: money,
  outstanding: money.meta({ description: 'What is still to be paid' }),
  taxes: z.array(taxTotal).meta({ description: 'Totals per rate' }),
  lines: z.array(lineSchema),
  creditsInvoiceId: z.string().nullable(),
  creditsInvoiceNumber: z.string().nullable().meta({ description: 'Of a credit note: what it corrects' }),
  creditNoteIds: z.array(z.string()),
  reason: z.string().nullable(),
  runId: z.string().nullable(),
  flags: z.array(flagSchema),
  decision: z
    .object({
      is: z.enum(['ok', 'held', 'skipped']),
      at: answeredInstant,
      by: z.string().nullable(),
      byName: z.string().nullable(),
    })
    .nullable(),
  lastTotal: money
    .nullable()
    .meta({ description: 'Of a draft: what the customer’s last invoice of a run came to' }),
  payments: z.array(
    z.object({
      id: z.string(),
      amount: money,
      method: z.string(),
      receivedDay: z.string(),
      reference: z.string(),
    }),
  ),
});
export type AnsweredInvoice = z.input<typeof invoiceSchema>;
export type AnsweredLine = z.input<typeof lineSchema>;

/** A row of a list: the document without its lines. */
export const invoiceRowSchema = invoiceSchema.omit({
  lines: true,
  taxes: true,
  payments: true,
  seller: true,
  buyer: true,
});

const listQuery = z.object({
  ...pageQuery,
  customerId: idOf('cus').optional(),
  locationId: idOf('loc').optional(),
  teamId: idOf('tea').optional().meta({
    description: 'What bills contracts of a team; for its managers too (PER-2)',
  }),
  runId: idOf('run').optional(),
  state: z
    .enum([...invoiceStates, 'overdue', 'open'])
    .optional()
    .meta({
      description: 'overdue: past its due day; open: anything still owed. Drafts come only when asked for.',
    }),
  q: z.string().max(200).optional().meta({ description: 'Part of the number or of the customer’s name' }),
  overdueDays: z.coerce
    .number()
    .int()
    .min(0)
    .max(36_500)
    .optional()
    .meta({ description: 'Overdue for more than so many days' }),
});

export const listInvoices = endpoint({
  method: 'GET',
  path: '/invoices',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'Invoices and credit notes, the newest first',
  query: listQuery,
  answer: pageOf(invoiceSchema),
});

export const exportInvoices = endpoint({
  method: 'GET',
  path: '/invoices.csv',
  permission: 'billing.read',
  summary: 'The same list as a CSV file, all of it: one row a document, amounts as decimals',
  answers: 'file',
  query: listQuery.omit({ limit: true, cursor: true }),
  answer: z.string().meta({ format: 'binary' }),
});

export const listCreditNotes = endpoint({
  method: 'GET',
  path: '/credit-notes',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'Credit notes, the newest first',
  query: listQuery,
  answer: pageOf(invoiceSchema),
});

export const getInvoice = endpoint({
  method: 'GET',
  path: '/invoices/:invoiceId',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'An invoice with its lines',
  params: z.object({ invoiceId: idOf('inv') }),
  answer: invoiceSchema,
});

export const getInvoicePdf = endpoint({
  method: 'GET',
  path: '/invoices/:invoiceId.pdf',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'An invoice as PDF, in the customer’s language',
  answers: 'file',
  params: z.object({ invoiceId: idOf('inv') }),
  answer: z.string().meta({ format: 'binary' }),
});

export const creditInvoice = endpoint({
  method: 'POST',
  path: '/invoices/:invoiceId/credit',
  permission: 'billing.write',
  summary: 'Corrects an issued invoice with a credit note, in full or by line (INV-1)',
  params: z.object({ invoiceId: idOf('inv') }),
  body: z.strictObject({
    reason: z.string().trim().max(500).optional(),
    lines: z
      .array(
        z.union([
          idOf('lin').transform((lineId) => ({ lineId, amount: undefined })),
          z.strictObject({
            lineId: idOf('lin'),
            amount: moneySchema
              .optional()
              .meta({ description: 'A part of the line’s amount; else all that is left of it' }),
          }),
        ]),
      )
      .min(1)
      .max(1000)
      .optional(),
  }),
  answer: invoiceSchema,
  status: 201,
  problems: ['invoiceNotIssued', 'nothingToCredit', 'creditTooLarge', 'lineUnknown'],
});

export const sendInvoice = endpoint({
  method: 'POST',
  path: '/invoices/:invoiceId/send',
  permission: 'billing.write',
  summary: 'E-mails an issued invoice to its customer again',
  params: z.object({ invoiceId: idOf('inv') }),
  body: z.strictObject({ to: z.email().optional() }),
  answer: invoiceSchema,
  status: 202,
  problems: ['invoiceNotIssued'],
});

export const previewSchema = z.object({
  customerId: answeredId('cus'),
  locationId: answeredId('loc'),
  legalEntityId: z.string(),
  currency: z.string(),
  net: money,
  tax: money,
  total: money,
  taxes: z.array(taxTotal),
  lines: z.array(lineSchema),
});

export const skipSchema = z.object({
  customerId: answeredId('cus'),
  customerName: z.string(),
  contractId: z.string().nullable(),
  chargeId: z.string().nullable(),
  locationId: answeredId('loc'),
  reason: z.enum(['suspended', 'frozen', 'archived', 'missed', 'free']),
  startDay: z.string().nullable(),
  endDay: z.string().nullable(),
  amount: money.meta({ description: 'What it would have come to, before tax is added' }),
});

export const nextInvoice = endpoint({
  method: 'GET',
  path: '/customers/:customerId/next-invoice',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'What the next invoice will be, by the function that the run uses (RUN-4)',
  params: z.object({ customerId: idOf('cus') }),
  query: z.object({ throughDay: dayText.optional() }),
  answer: z.object({
    day: z
      .string()
      .nullable()
      .meta({ description: 'When it is due to be issued; null: nothing is coming' }),
    total: money.nullable(),
    net: money.nullable(),
    tax: money.nullable(),
    lines: z.array(lineSchema),
    invoices: z.array(previewSchema).meta({ description: 'One for each legal entity and currency' }),
    skips: z.array(skipSchema),
  }),
});
