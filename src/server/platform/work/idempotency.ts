import { sql } from 'kysely';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../database/connect.ts';
import { at, json } from '../database/sql.ts';
import type { Statement } from '../database/statement.ts';
import { Problem } from '../http/problem.ts';

/** A key that a caller sent with a POST, and what it sent with it. */
export interface Claim {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly answer: unknown;
}

/** Thrown out of a write whose key has an answer already: nothing was done, the answer is sent again. */
export class AnsweredBefore extends Error {
  readonly kept: KeptAnswer;
  constructor(kept: KeptAnswer) {
    super('answered before');
    this.kept = kept;
  }
}

const keptMinutes = 24 * 60;

/**
 * Takes the key for this transaction, with its answer where that is known already. A request with the same
 * key that is still at work is waited for. Writes no row where the key is taken: then {@link heardBefore}.
 */
export const keyClaimed = (claim: Claim, now: Instant, kept: KeptAnswer | null): Statement => sql`
  insert into idempotency_keys (caller, key, request_hash, created_at, status, answer)
  values (${claim.caller}, ${claim.key}, ${claim.requestHash}, ${at(now)}, ${kept?.status ?? null}::int,
    ${kept === null ? null : JSON.stringify(kept.answer ?? null)}::jsonb)
  on conflict (caller, key) do update
    set request_hash = excluded.request_hash, created_at = excluded.created_at, status = excluded.status,
      answer = excluded.answer
    where idempotency_keys.created_at <= ${at(addMinutes(now, -keptMinutes))}`;

export const answerKept = (claim: Claim, { status, answer }: KeptAnswer): Statement => sql`
  update idempotency_keys set status = ${status}, answer = ${json(answer ?? null)}
  where caller = ${claim.caller} and key = ${claim.key}`;

/** Keeps a refusal, so that asking again with the same key hears the same. */
export async function keepRefusal(
  tx: Database,
  claim: Claim,
  kept: KeptAnswer & { now: Instant },
): Promise<void> {
  await sql`insert into idempotency_keys (caller, key, request_hash, status, answer, created_at)
    values (${claim.caller}, ${claim.key}, ${claim.requestHash}, ${kept.status},
      ${json(kept.answer)}, ${at(kept.now)})
    on conflict (caller, key) do nothing`.execute(tx);
}

/** Answers hold personal data: those that nobody can hear any more are not kept. */
export async function deleteOldKeys(db: Database, now: Instant): Promise<void> {
  const begun = at(addMinutes(now, -keptMinutes));
  await sql`delete from idempotency_keys where created_at <= ${begun}`.execute(db);
}

/**
 * What a request with a key that is taken hears: {@link AnsweredBefore}, or a 422 where the key came with
 * another body. Null where nobody took it.
 */
export async function heardBefore(tx: Database, claim: Claim, now: Instant): Promise<Error | null> {
  const row = await tx.selectFrom('idempotencyKeys').select(['requestHash', 'status', 'answer'])
    .where('caller', '=', claim.caller).where('key', '=', claim.key)
    .where('createdAt', '>', at(addMinutes(now, -keptMinutes))).executeTakeFirst();
  if (row === undefined) return null;
  if (row.requestHash !== claim.requestHash) return new Problem('keyReused');
  if (row.status === null) return stillWorking();
  return new AnsweredBefore({ status: row.status, answer: row.answer });
}

export const stillWorking = (): Problem => new Problem('stillWorking', { retryAfterSeconds: 1 });
