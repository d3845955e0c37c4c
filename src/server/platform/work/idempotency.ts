import { sql } from 'kysely';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../database/connect.ts';
import { at, json } from '../database/sql.ts';
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
 * Takes the key for this transaction. A request with the same key that is still at work is waited for.
 * Throws {@link AnsweredBefore}, or a 422 when the key came with another body.
 */
export async function claimKey(tx: Database, claim: Claim, now: Instant): Promise<void> {
  const { numAffectedRows } = await sql`insert into idempotency_keys (caller, key, request_hash, created_at)
    values (${claim.caller}, ${claim.key}, ${claim.requestHash}, ${at(now)})
    on conflict (caller, key) do update
      set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, answer = null
      where idempotency_keys.created_at <= ${at(addMinutes(now, -keptMinutes))}`.execute(tx);
  if (numAffectedRows === 1n) return;
  throw await before(tx, claim);
}

export async function keepAnswer(tx: Database, claim: Claim, { status, answer }: KeptAnswer): Promise<void> {
  await tx.updateTable('idempotencyKeys').set({ status, answer: json(answer ?? null) })
    .where('caller', '=', claim.caller).where('key', '=', claim.key).execute();
}

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

async function before(tx: Database, claim: Claim): Promise<Error> {
  const row = await tx.selectFrom('idempotencyKeys').select(['requestHash', 'status', 'answer'])
    .where('caller', '=', claim.caller).where('key', '=', claim.key).executeTakeFirst();
  if (row !== undefined && row.requestHash !== claim.requestHash) return new Problem('keyReused');
  if (row === undefined || row.status === null) return new Problem('stillWorking', { retryAfterSeconds: 1 });
  return new AnsweredBefore({ status: row.status, answer: row.answer });
}
