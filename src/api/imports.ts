import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, pageOf, pageQuery } from './schema.ts';

export const importLayouts = ['nexudusCustomers'] as const;
const outcome = z.enum(['contract', 'contact', 'unchanged', 'error']);
const count = z.int();

const rowSchema = z.object({
  row: z.int().meta({ description: 'As a spreadsheet counts: the header is row 1' }),
  outcome,
  column: z.string().optional(),
  code: z.enum(['invalid', 'missing', 'unknown', 'duplicateInFile']).optional(),
  value: z
    .string()
    .optional()
    .meta({ description: 'What stands in that column, at most 120 characters; until the import is run' }),
  email: z.string().optional(),
  customerId: answeredId('cus').optional(),
  contractId: answeredId('con').optional(),
  /** After an undo: why the customer stayed. */
  keptBecause: z.string().optional(),
});
export type AnsweredRow = z.input<typeof rowSchema>;

const totals = z.object({ rows: count, contract: count, contact: count, unchanged: count, error: count });

const summary = {
  id: answeredId('imp'),
  layout: z.enum(importLayouts),
  fileName: z.string(),
  state: z.enum(['previewed', 'run', 'undone']),
  totals,
  madeAt: answeredInstant,
  runAt: answeredInstant.nullable(),
  undoneAt: answeredInstant.nullable(),
  undoUntil: answeredInstant.nullable(),
};

export const importSchema = z.object({ ...summary, rows: z.array(rowSchema) });
export type AnsweredImport = z.input<typeof importSchema>;

const params = z.object({ importId: idOf('imp') });

export const createImport = endpoint({
  method: 'POST',
  path: '/imports',
  permission: 'imports.write',
  accepts: 'multipart',
  summary: 'Reads a file and shows what each row would become; nothing but the import itself is written',
  body: z.object({
    file: z.string().meta({ format: 'binary' }),
    layout: z.enum(importLayouts),
    locationId: idOf('loc').optional().meta({ description: 'For rows that name no location' }),
  }),
  answer: importSchema,
  status: 201,
  problems: ['notValid', 'fileEmpty', 'fileNotText', 'headerUnknown', 'fileTooManyRows'],
});

export const listImports = endpoint({
  method: 'GET',
  path: '/imports',
  permission: 'imports.read',
  summary: 'Imports, the newest first',
  query: z.object(pageQuery),
  answer: pageOf(z.object(summary)),
});

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/:importId',
  permission: 'imports.read',
  summary: 'One import with its rows',
  params,
  query: z.object({ outcome: outcome.optional() }),
  answer: importSchema,
  problems: ['notFound'],
});

export const runImport = endpoint({
  method: 'POST',
  path: '/imports/:importId/run',
  permission: 'imports.write',
  summary: 'Imports the good rows; with errors in the file, only when they are to be left out',
  params,
  body: z.object({ leaveOut: z.enum(['errors', 'nothing']).optional() }),
  answer: importSchema,
  problems: ['notFound', 'importRun', 'importHasErrors'],
});

export const undoImport = endpoint({
  method: 'POST',
  path: '/imports/:importId/undo',
  permission: 'imports.write',
  summary:
    'Takes an import back within 24 hours; customers who have since done something, or been edited, stay',
  params,
  answer: importSchema.extend({
    removed: z.object({ customers: count, contracts: count }),
    kept: z.array(rowSchema),
  }),
  problems: ['notFound', 'importNotRun', 'importTooOld'],
});
