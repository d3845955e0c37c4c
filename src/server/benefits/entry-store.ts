import { sql } from 'kysely';
import type { EntryKind } from '../../domain/benefits/entry.ts';
import type { GrantSource } from '../../domain/benefits/grant.ts';
import type { PassKind } from '../../domain/benefits/pass.ts';
import type { UseReason } from '../../domain/benefits/pass-order.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { type Balance, nextEntry } from '../../domain/kernel/ledger.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull } from '../platform/database/sql.ts';

export interface NewEntry {
  readonly id: Id<'ben'>;
  readonly grantId: Id<'bft'>;
  readonly kind: Exclude<EntryKind, 'granted'>;
  readonly amount: number;
  readonly at: Instant;
  readonly checkInId?: Id<'chk'> | null;
  readonly locationId?: Id<'loc'> | null;
  readonly goodUntil?: Instant | null;
  readonly because?: readonly UseReason[];
  readonly note?: string;
  readonly by: string | null;
}

/**
 * Adds the entry after the grant's last one, if the ledger's rule lets (PAS-9). False when not enough is
 * left, or when another writer was first: then nothing is written. The rule is the kernel's; its number is
 * what makes two writers collide.
 */
export async function appendEntry(tx: Database, entry: NewEntry, now: Instant): Promise<boolean> {
  const last = await findBalance(tx, entry.grantId);
  const next = last === null ? null : nextEntry(last, entry.amount);
  if (next === null) return false;
  const { numAffectedRows } = await sql`
    insert into benefit_entries (id, grant_id, number, kind, amount, left_after, at, recorded_at, check_in_id,
      location_id, good_until, because, note, made_by)
    values (${entry.id}, ${entry.grantId}, ${next.number}, ${entry.kind}, ${next.amount}, ${next.leftAfter},
      ${at(entry.at)}, ${at(now)}, ${entry.checkInId ?? null}, ${entry.locationId ?? null},
      ${atOrNull(entry.goodUntil ?? null)}, ${[...(entry.because ?? [])]}::text[], ${entry.note ?? ''},
      ${entry.by})
    on conflict (grant_id, number) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Null where there is no such grant: each begins with an entry. */
async function findBalance(tx: Database, grantId: Id<'bft'>): Promise<Balance | null> {
  const row = await tx.selectFrom('benefitEntries').select(['number', 'leftAfter'])
    .where('grantId', '=', grantId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : { number: row.number, left: row.leftAfter };
}

export interface LedgerRow {
  readonly id: Id<'ben'>;
  readonly grantId: Id<'bft'>;
  readonly passId: Id<'pas'>;
  readonly name: string;
  readonly passKind: PassKind;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly leftAfter: number;
  readonly balance: number;
  readonly at: Instant;
  readonly because: readonly UseReason[];
  readonly source: GrantSource;
  readonly planName: string | null;
  readonly checkInId: Id<'chk'> | null;
  readonly locationId: Id<'loc'> | null;
  readonly note: string;
}

/** The newest first; the balance is of all grants of the same pass, entry by entry. */
export async function listLedger(
  tx: Database,
  of: { customerId: Id<'cus'>; passId: Id<'pas'> | null; before: string | null; limit: number },
): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    with all_entries as (
      select e.*, g.pass_id, g.source, g.plan_id,
        sum(e.amount) over (partition by g.pass_id order by e.at, e.id)::int as balance
      from benefit_grants g join benefit_entries e on e.grant_id = g.id
      where g.customer_id = ${of.customerId} and (${of.passId}::text is null or g.pass_id = ${of.passId}))
    select e.id, e.grant_id, e.pass_id, p.name, p.kind as pass_kind, e.kind, e.amount, e.left_after,
    e.balance, e.at,
      e.because, e.source, plan.name as plan_name, e.check_in_id, e.location_id, e.note
    from all_entries e join passes p on p.id = e.pass_id left join plans plan on plan.id = e.plan_id
    where ${of.before}::text is null or (e.at, e.id) <
      (select last.at, last.id from benefit_entries last where last.id = ${of.before})
    order by e.at desc, e.id desc limit ${of.limit + 1}`.execute(tx);
  return rows;
}
