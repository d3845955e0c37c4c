import type { FastifyRequest } from 'fastify';
import * as api from '../../api/imports.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { type Id, isId } from '../../domain/kernel/id.ts';
import { readForm } from '../platform/http/form.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { createImport, type UploadedFile } from './create-import.ts';
import { findImport, type ImportRow, type KeptRow, listImports, listRows } from './import-store.ts';
import { runImport } from './run-import.ts';
import { makerSeen, mustSeeImport } from './see-import.ts';
import { undoEndsAt, undoImport } from './undo-import.ts';

export const importRoutes = [
  serve(api.createImport, async ({ caller, shell, request }) => {
    const file = await uploadedFile(request);
    return shell.write(caller, async (work) => answered(work, await createImport(work, file)));
  }),
  serve(api.listImports, ({ query, caller, shell }) =>
    shell.read(caller, async (work) => {
      const [before] = readCursor(query.cursor, 1) ?? [null];
      const rows = await listImports(work.tx, {
        madeBy: makerSeen(work),
        before: before === null ? null : String(before),
        limit: query.limit + 1,
      });
      return pageFrom(rows, query.limit, ({ id }) => [id], summaryOf);
    }),
  ),
  serve(api.getImport, ({ params, query, caller, shell }) =>
    shell.read(caller, (work) => answered(work, params.importId, query.outcome ?? null)),
  ),
  serve(api.runImport, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      await runImport(work, params.importId, body.leaveOut ?? 'nothing');
      return answered(work, params.importId);
    }),
  ),
  serve(api.undoImport, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      const { removed } = await undoImport(work, params.importId);
      const after = await answered(work, params.importId);
      return { ...after, removed, kept: after.rows.filter(({ keptBecause }) => keptBecause !== undefined) };
    }),
  ),
];

/** The parts of the form: one file, its layout, and where rows without a location belong. */
async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  const { fields, file } = await readForm(request);
  const { layout = '', locationId = '' } = fields;
  if (!(api.importLayouts as readonly string[]).includes(layout)) {
    throw fieldProblem(
      'layout',
      layout === '' ? 'missing' : 'unknown',
      `Needs one of ${api.importLayouts.join(', ')}.`,
    );
  }
  if (file === null) throw fieldProblem('file', 'missing', 'Needs a CSV file.');
  if (locationId !== '' && !isId('loc', locationId)) {
    throw fieldProblem('locationId', 'unknown', 'There is no such location.');
  }
  return { ...file, defaultLocationId: locationId === '' ? null : (locationId as Id<'loc'>) };
}

async function answered(
  work: Work,
  id: Id<'imp'>,
  outcome: string | null = null,
): Promise<api.AnsweredImport> {
  const found = await mustSeeImport(work, await findImport(work.tx, id), 'imports.read');
  return { ...summaryOf(found), rows: (await listRows(work.tx, id, outcome)).map(answerRow) };
}

const summaryOf = (row: ImportRow) => ({
  id: row.id,
  layout: row.layout,
  fileName: row.fileName,
  state:
    row.undoneAt !== null
      ? ('undone' as const)
      : row.runAt !== null
        ? ('run' as const)
        : ('previewed' as const),
  totals: row.totals,
  madeAt: text(row.madeAt),
  runAt: textOrNull(row.runAt),
  undoneAt: textOrNull(row.undoneAt),
  undoUntil: row.runAt === null || row.undoneAt !== null ? null : text(undoEndsAt(row.runAt)),
});

const answerRow = (row: KeptRow): api.AnsweredRow => ({
  row: row.row,
  outcome: row.outcome,
  ...(row.atColumn !== null && { column: row.atColumn }),
  ...(row.code !== null && { code: row.code }),
  ...(row.value !== null && row.value !== '' && { value: row.value }),
  ...(row.email !== null && { email: row.email }),
  ...(row.customerId !== null && { customerId: row.customerId }),
  ...(row.contractId !== null && { contractId: row.contractId }),
  ...(row.keptBecause !== null && { keptBecause: row.keptBecause }),
});
