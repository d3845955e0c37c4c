import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';

export interface MailRow {
  readonly id: Id<'mai'>;
  readonly toAddress: string;
  readonly subject: string;
  readonly plainText: string;
  readonly language: string;
  readonly aboutId: string | null;
  readonly writtenAt: Instant;
  readonly sentAt: Instant | null;
  readonly failure: string | null;
  readonly attempts: number;
  readonly opensAccount: boolean;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

const columns = sql`id, to_address, subject, plain_text, language, about_id, written_at, sent_at, failure,
  attempts, opens_account, coalesce((select jsonb_agg(jsonb_build_object(
    'name', a ->> 'name', 'type', a ->> 'type',
    'bytes', length(decode(a ->> 'base64', 'base64')))) from jsonb_array_elements(attachments) a), '[]')
  as attachments`;

interface Wanted {
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
  readonly to: string | null;
  readonly aboutId: string | null;
}

/** The newest first. */
export async function listMails(tx: Database, { after, limit, to, aboutId }: Wanted): Promise<MailRow[]> {
  const before = after?.[0] ?? null;
  const { rows } =
    await sql<MailRow>`select ${columns} from mails where (${before}::text is null or id < ${before})
    and (${to}::text is null or position(lower(${to}) in to_address) > 0)
    and (${aboutId}::text is null or about_id = ${aboutId}) order by id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findMail(tx: Database, id: Id<'mai'>): Promise<MailRow & { html: string } | null> {
  const { rows } = await sql<MailRow & { html: string }>`
    select ${columns}, html from mails where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function findAttachment(
  tx: Database, id: Id<'mai'>, number: number,
): Promise<{ name: string; type: string; base64: string } | null> {
  const { rows } = await sql<{ file: { name: string; type: string; base64: string } | null }>`
    select attachments -> ${number}::int as file from mails where id = ${id}`.execute(tx);
  return rows[0]?.file ?? null;
}

/** To be tried again at once. A letter that was sent stays as it is. */
export async function markWaiting(tx: Database, id: Id<'mai'>): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ attempts: 0, retryAt: null })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute();
}
