import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { startOfDay } from '../../domain/kernel/zone.ts';
import { hashOf, newSecret } from '../accounts/guard/secret.ts';
import { loadLocations, locationOf, networkOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRoles } from '../staff/roles/load-roles.ts';
import {
  type ApiKeyRow,
  findApiKey,
  insertApiKey,
  insertGrants,
  insertSecret,
  markEnded,
} from './api-key-store.ts';
import { grantsToGive, mayActOn, type Wished } from './key-grants.ts';

export interface Shown {
  readonly row: ApiKeyRow;
  readonly secret: string;
}

/**
 * Makes a key. Its secret leaves this function once and is kept as a hash only. Nobody makes a key that may
 * more than they may themselves. Throws 422, 404, and 403 `mayNotGrant`.
 */
export async function createApiKey(
  work: Work, wished: Wished & { readonly name: string; readonly expiresDay?: Day | undefined },
): Promise<Shown> {
  const { name, expiresDay = null } = wished;
  const grants = await grantsToGive(work, wished);
  const id = work.newId('key');
  const expiry = await expiryOf(work, expiresDay);
  await insertApiKey(work.tx, { id, name, createdAt: work.now, by: work.caller.actorId, ...expiry });
  await insertGrants(work.tx, id, grants);
  const secret = await giveSecret(work, id);
  for (const { role, permissions, locationId } of grants) {
    work.audit({
      action: 'apiKey.created', aboutId: id, locationId,
      after: { name, role, permissions, locationId, expiresDay },
    });
  }
  return { row: await apiKeyOf(work, id), secret };
}

/** Revokes a key, from the next request. Whoever may not have made it may not revoke it. */
export async function endApiKey(work: Work, id: Id<'key'>): Promise<void> {
  const row = await seenApiKey(work, id);
  if (row.endedAt !== null) return;
  if (!mayActOn(work, row, await loadRoles(work))) throw new Problem('mayNotGrant');
  await markEnded(work.tx, id, { now: work.now, by: work.caller.actorId });
  auditAt(work, row, { action: 'apiKey.ended', before: { name: row.name } });
}

/** A key for somewhere where the caller may look at keys or make them; any other is not found. */
export async function seenApiKey(work: Work, id: Id<'key'>): Promise<ApiKeyRow> {
  const row = await findApiKey(work.tx, id, work.now);
  if (row === null || !isSeen(work, row)) throw new Problem('notFound');
  return row;
}

export const isSeen = (work: Work, { grants }: ApiKeyRow): boolean =>
  grants.some(({ locationId }) => seesKeysAt(work, locationId));

export const seesKeysAt = ({ caller }: Work, locationId: Id<'loc'>): boolean =>
  caller.may('keys.read', locationId) || caller.may('keys.write', locationId);

/** One line for each of its places, so that it is read wherever the key holds. */
export function auditAt(
  work: Work, { id, grants }: ApiKeyRow, entry: { action: string; before?: unknown; after?: unknown },
): void {
  for (const locationId of new Set(grants.map((grant) => grant.locationId))) {
    work.audit({ ...entry, aboutId: id, locationId });
  }
}

/** A new secret for the key; whoever calls has ended the ones before. */
export async function giveSecret(work: Work, keyId: Id<'key'>): Promise<string> {
  const secret = `key_${newSecret()}`;
  await insertSecret(work.tx, {
    keyId, secretHash: hashOf(secret), hint: secret.slice(0, 8), now: work.now, by: work.caller.actorId,
  });
  return secret;
}

/**
 * When a day begins in the network's time zone; the key works until then. Throws 422 for one that is past.
 */
export async function expiryOf(work: Work, expiresDay: Day | null) {
  if (expiresDay === null) return { expiresDay: null, expiresAt: null };
  const locations = await loadLocations(work);
  const networkId = networkOf(locations)?.id;
  if (networkId === undefined) throw new Problem('notFound', { detail: 'There is no network yet.' });
  const expiresAt = startOfDay(expiresDay, locationOf(locations, networkId).zone);
  if (expiresAt <= work.now) throw fieldProblem('expiresDay', 'past', 'needs a day after today');
  return { expiresDay, expiresAt };
}

export async function apiKeyOf(work: Work, id: Id<'key'>): Promise<ApiKeyRow> {
  const row = await findApiKey(work.tx, id, work.now);
  if (row === null) throw new Error('a key that was just written is gone');
  return row;
}
