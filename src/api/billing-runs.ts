import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { invoiceSchema, skipSchema } from './invoices.ts';
import { answeredId, answeredInstant, dayText, idOf, pageOf, pageQuery } from './schema.ts';

/** Billing runs: drafts, their review, and issuing them (RUN-1..5). */

const money = z.object({ amount: z.int(), currency: z.string() });

const totals = z.object({
  currency: z.string(),
  count: z.int(),
  net: money,
  tax: money,
  total: money,
  /** What the same customers’ last invoices of runs came to. */
  lastTotal: money,
  clean: z.object({ count: z.int(), total: money }).meta({ description: 'Drafts without a flag' }),
  toIssue: z
    .object({ count: z.int(), total: money })
    .meta({ description: 'What issuing now would issue: drafts that are neither held nor skipped' }),
});

export const runSchema = z.object({
  id: answeredId('run'),
  locationId: answeredId('loc'),
  throughDay: z.string(),
  state: z.enum(['draft', 'issuing', 'issued']),
  madeAt: answeredInstant,
  calculatedAt: answeredInstant,
  issuedAt: answeredInstant.nullable(),
  draftCount: z.int(),
  issuedCount: z.int(),
  heldCount: z.int(),
  toLookAt: z.int().meta({ description: 'Drafts with a flag that nobody has decided' }),
  flaggedCount: z.int().meta({ description: 'Drafts with a flag, decided or not' }),
  skipCount: z.int(),
  totals: z.array(totals).meta({ description: 'Of drafts and issued invoices, by currency' }),
  version: z.int(),
});

export const runWithInvoicesSchema = runSchema.extend({
  drafts: z
    .array(invoiceSchema)
    .meta({ description: 'At most 500, undecided ones first; the rest by GET /invoices?runId=&state=draft' }),
  invoices: z.array(invoiceSchema).meta({ description: 'Those issued by this run, at most 500' }),
  skips: z.array(skipSchema),
});
export type AnsweredRun = z.input<typeof runWithInvoicesSchema>;

const params = z.object({ runId: idOf('run') });

export const startRun = endpoint({
  method: 'POST',
  path: '/billing-runs',
  permission: 'billing.run',
  summary: 'Drafts the invoices of a location and those below, through a day, that day included (RUN-1)',
  body: z.strictObject({ locationId: idOf('loc'), throughDay: dayText }),
  answer: runWithInvoicesSchema,
  status: 201,
});

export const listRuns = endpoint({
  method: 'GET',
  path: '/billing-runs',
  permission: 'billing.run',
  summary: 'Billing runs, the newest first',
  query: z.object({
    ...pageQuery,
    locationId: idOf('loc').optional(),
    state: z.enum(['draft', 'issuing', 'issued']).optional(),
  }),
  answer: pageOf(runSchema),
});

export const getRun = endpoint({
  method: 'GET',
  path: '/billing-runs/:runId',
  permission: 'billing.run',
  summary: 'A run with its drafts and skips',
  params,
  answer: runWithInvoicesSchema,
});

export const recalculateRun = endpoint({
  method: 'POST',
  path: '/billing-runs/:runId/recalculate',
  permission: 'billing.run',
  summary: 'Drafts anew by what is true now; decisions stay where the draft stays the same',
  params,
  answer: runWithInvoicesSchema,
  problems: ['runIssued'],
});

export const decideDraft = endpoint({
  method: 'POST',
  path: '/billing-runs/:runId/drafts/:invoiceId/decision',
  permission: 'billing.run',
  summary: 'OKs, holds or skips a draft, or takes the decision back (null)',
  params: params.extend({ invoiceId: idOf('inv') }),
  body: z.strictObject({ is: z.enum(['ok', 'held', 'skipped']).nullable() }),
  answer: invoiceSchema,
  problems: ['runIssued'],
});

export const decideDrafts = endpoint({
  method: 'POST',
  path: '/billing-runs/:runId/decisions',
  permission: 'billing.run',
  summary: 'OKs or holds every draft with a flag that nobody has decided',
  params,
  body: z.strictObject({ is: z.enum(['ok', 'held']) }),
  answer: runSchema,
  problems: ['runIssued'],
});

export const issueRun = endpoint({
  method: 'POST',
  path: '/billing-runs/:runId/issue',
  permission: 'billing.run',
  summary: 'Issues every draft that is not held or skipped; safe to repeat (RUN-2)',
  params,
  answer: runWithInvoicesSchema,
});
