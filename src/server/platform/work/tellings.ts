import { sql } from 'kysely';
import type { Signal } from '../../../api/signals.ts';
import { formatInstant, type Instant } from '../../../domain/kernel/instant.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Statement } from '../database/statement.ts';
import type { Caller } from '../http/caller.ts';
import type { Letter } from '../mail/letter.ts';
import { newId } from './new-id.ts';

/** A change, as the audit log keeps it: who comes from the caller. */
export interface AuditEntry {
  /** `<word>.<verb>` in the past: `customer.suspended`. */
  readonly action: string;
  readonly aboutId: string;
  readonly customerId?: string | null;
  readonly locationId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Written<T> = T & { readonly id: Id; readonly at: Instant };

/** What a unit of work wants known, kept until its last statement. */
export class Tellings {
  readonly signals: Written<Signal>[] = [];
  readonly audits: (Written<AuditEntry> & { readonly caller: Caller })[] = [];
  readonly deadlines: { kind: string; aboutId: string; at: Instant }[] = [];
  readonly letters: Written<Letter>[] = [];
  readonly jobs: { name: string; payload: Record<string, unknown> }[] = [];
}

/** What writes them: a statement for each kind that there is something of. */
export function tellingsWritten({ audits, deadlines, letters, signals }: Tellings): Statement[] {
  return [
    ...(audits.length === 0 ? [] : [auditsWritten(audits)]),
    ...(deadlines.length === 0 ? [] : [deadlinesWritten(deadlines)]),
    ...(letters.length === 0 ? [] : [lettersWritten(letters)]),
    ...(signals.length === 0 ? [] : [signalsWritten(signals)]),
  ];
}

/** A query that puts the jobs into the queue. */
export const jobsAdded = ({ jobs }: Tellings): Statement[] =>
  (jobs.length === 0 ? [] : [sql`
    select count(graphile_worker.add_job(name, payload))
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as row (name text, payload json)`]);

const auditsWritten = (audits: Tellings['audits']): Statement => sql`
  insert into audit_entries
    (id, at, actor_kind, actor_id, action, about_id, customer_id, location_id, before, after, from_address)
  select id, at, actor_kind, actor_id, action, about_id, customer_id, location_id, before, after, from_address
  from jsonb_to_recordset(${JSON.stringify(audits.map(auditRow))}::jsonb) as row
    (id text, at timestamptz, actor_kind text, actor_id text, action text, about_id text, customer_id text,
     location_id text, before jsonb, after jsonb, from_address text)`;

const deadlinesWritten = (deadlines: Tellings['deadlines']): Statement => sql`
  insert into deadlines (id, kind, about_id, due_at)
  select id, kind, about_id, due_at
  from jsonb_to_recordset(${JSON.stringify(deadlines.map(dueRow))}::jsonb)
    as row (id text, kind text, about_id text, due_at timestamptz)
  on conflict (kind, about_id, due_at) do nothing`;

const lettersWritten = (letters: Tellings['letters']): Statement => sql`
  insert into mails
    (id, to_address, subject, plain_text, html, language, attachments, about_id, written_at, opens_account)
  select id, to_address, subject, plain_text, html, language, attachments, about_id, written_at, opens_account
  from jsonb_to_recordset(${JSON.stringify(letters.map(letterRow))}::jsonb) as row
    (id text, to_address text, subject text, plain_text text, html text, language text, attachments jsonb,
     about_id text, written_at timestamptz, opens_account boolean)`;

const signalsWritten = (signals: Tellings['signals']): Statement => sql`
  insert into signals (id, kind, about_id, customer_id, facts, occurred_at)
  select id, kind, about_id, customer_id, facts, occurred_at
  from jsonb_to_recordset(${JSON.stringify(signals.map(signalRow))}::jsonb) as row
    (id text, kind text, about_id text, customer_id text, facts jsonb, occurred_at timestamptz)`;

const auditRow = ({ id, at, caller, ...entry }: Tellings['audits'][number]) => ({
  id, at: formatInstant(at), actor_kind: caller.kind, actor_id: caller.actorId, action: entry.action,
  about_id: entry.aboutId, customer_id: entry.customerId ?? null, location_id: entry.locationId ?? null,
  before: entry.before ?? null, after: entry.after ?? null, from_address: caller.fromAddress,
});

const dueRow = ({ kind, aboutId, at }: Tellings['deadlines'][number]) =>
  ({ id: newId('due'), kind, about_id: aboutId, due_at: formatInstant(at) });

const letterRow = ({ id, at, ...letter }: Tellings['letters'][number]) => ({
  id, to_address: letter.to, subject: letter.subject, plain_text: letter.plainText, html: letter.html,
  language: letter.language, about_id: letter.aboutId ?? null, written_at: formatInstant(at),
  opens_account: letter.opensAccount ?? false,
  attachments: (letter.attachments ?? []).map(({ name, type, content }) =>
    ({ name, type, base64: content.toString('base64') })),
});

const signalRow = ({ id, at, ...signal }: Tellings['signals'][number]) => ({
  id,
  kind: signal.kind,
  about_id: signal.aboutId,
  customer_id: signal.customerId ?? null,
  facts: signal.facts,
  occurred_at: formatInstant(at),
});
