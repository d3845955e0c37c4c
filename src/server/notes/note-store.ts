import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface NoteRow {
  readonly id: Id<'not'>;
  readonly text: string;
  readonly pinned: boolean;
  readonly writtenAt: Instant;
  readonly writtenBy: string | null;
  readonly writtenByName: string | null;
}

const shown = sql`n.id, n.text, n.pinned, n.written_at, n.written_by, (
  select coalesce(account.name, key.name) from (select n.written_by as id) as writer
    left join admins admin on admin.id = writer.id left join accounts account on account.id = admin.account_id
    left join api_keys key on key.id = writer.id) as written_by_name`;

/** Pinned first, then the newest; `after` is pinned, when, and the id of the last one seen. */
export async function listNotes(
  tx: Database,
  of: { aboutId: string; after: readonly (string | number | null)[] | null; limit: number },
): Promise<readonly NoteRow[]> {
  const [pinned, writtenAt, id] = of.after ?? [];
  const beyond =
    of.after === null
      ? sql`true`
      : sql`(n.pinned, n.written_at, n.id) < (${pinned === 1}, ${at(Number(writtenAt) as Instant)}, ${id})`;
  const { rows } = await sql<NoteRow>`
    select ${shown} from notes n where n.about_id = ${of.aboutId} and ${beyond}
    order by n.pinned desc, n.written_at desc, n.id desc limit ${of.limit + 1}`.execute(tx);
  return rows;
}

export async function findNote(
  tx: Database,
  of: { id: Id<'not'>; aboutId: string },
): Promise<NoteRow | null> {
  const { rows } = await sql<NoteRow>`
    select ${shown} from notes n where n.id = ${of.id} and n.about_id = ${of.aboutId}`.execute(tx);
  return rows[0] ?? null;
}

export async function insertNote(
  tx: Database,
  note: Omit<NoteRow, 'writtenByName'> & { readonly aboutId: string },
): Promise<void> {
  await sql`insert into notes (id, about_id, text, pinned, written_at, written_by) values
    (${note.id}, ${note.aboutId}, ${note.text}, ${note.pinned}, ${at(note.writtenAt)},
    ${note.writtenBy})`.execute(
    tx,
  );
}

export async function updateNote(
  tx: Database,
  id: Id<'not'>,
  note: { text: string; pinned: boolean },
): Promise<void> {
  await sql`update notes set text = ${note.text}, pinned = ${note.pinned} where id = ${id}`.execute(tx);
}
