import * as api from '../../api/notes.ts';
import { text } from '../../api/schema.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadForStaff } from '../customers/load-customer.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { findNote, insertNote, listNotes, type NoteRow, updateNote } from './note-store.ts';

const shown = (row: NoteRow) => ({ ...row, writtenAt: text(row.writtenAt) });

export const noteRoutes = [
  serve(api.listNotes, ({ params, query, caller, shell }) =>
    shell.read(caller, async (work) => {
      await loadForStaff(work, params.customerId, 'notes.read');
      const after = readCursor(query.cursor, 3, 'integer', 'number');
      const rows = await listNotes(work.tx, { aboutId: params.customerId, after, limit: query.limit });
      return pageFrom(
        rows,
        query.limit,
        ({ pinned, writtenAt, id }) => [pinned ? 1 : 0, writtenAt, id],
        shown,
      );
    }),
  ),
  serve(api.writeNote, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => shown(await writeNote(work, params.customerId, body))),
  ),
  serve(api.changeNote, ({ params, body, caller, shell }) =>
    shell.write(caller, async (work) => {
      const { homeLocationId } = await loadForStaff(work, params.customerId, 'notes.write');
      const before = await findNote(work.tx, { id: params.noteId, aboutId: params.customerId });
      if (before === null) throw new Problem('notFound');
      await updateNote(work.tx, params.noteId, {
        text: body.text ?? before.text,
        pinned: body.pinned ?? before.pinned,
      });
      const about = { customerId: params.customerId, locationId: homeLocationId };
      work.audit({
        action: 'note.changed',
        aboutId: params.noteId,
        ...about,
        before: { text: before.text },
        after: body,
      });
      return shown((await findNote(work.tx, { id: params.noteId, aboutId: params.customerId }))!);
    }),
  ),
];

/** A note for staff about a customer (CUS-5). */
export async function writeNote(
  work: Work,
  customerId: Id<'cus'>,
  note: { text: string; pinned: boolean },
): Promise<NoteRow> {
  const { homeLocationId } = await loadForStaff(work, customerId, 'notes.write');
  const id = work.newId('not');
  await insertNote(work.tx, {
    id,
    aboutId: customerId,
    ...note,
    writtenAt: work.now,
    writtenBy: work.caller.actorId,
  });
  work.audit({ action: 'note.written', aboutId: id, customerId, locationId: homeLocationId });
  return (await findNote(work.tx, { id, aboutId: customerId }))!;
}
