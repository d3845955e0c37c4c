import * as api from '../../api/audit-log.ts';
import { text } from '../../api/schema.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { listAuditEntries } from './audit-log-store.ts';

export const auditLogRoutes = [
  serve(api.listAuditEntries, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const {
      limit,
      actorId = null,
      aboutId = null,
      customerId = null,
      action = null,
      from = null,
      to = null,
    } = query;
    const rows = await listAuditEntries(work.tx, {
      before: lastOf(readCursor(query.cursor, 2)),
      limit: limit + 1,
      actorId,
      aboutId,
      customerId,
      action,
      from,
      to,
      locationIds: await locationsSeen(work, query.locationId ?? null),
    });
    return pageFrom(rows, limit, ({ at, id }) => [at, id], ({ at, ...row }) => ({ ...row, at: text(at) }));
  })),
];

const latest = 253_402_300_799_000;

/** A cursor that nobody was given begins at the newest entry. */
function lastOf(key: readonly (string | number | null)[] | null): { at: Instant; id: string } | null {
  const [at, id] = key ?? [];
  if (typeof at !== 'number' || typeof id !== 'string') return null;
  return { at: instant(Math.min(Math.max(0, Math.floor(at)), latest)), id };
}

/**
 * Null: all, those of the network alone too. Somebody with a role at a location sees what happened there and
 * below.
 */
async function locationsSeen(work: Work, asked: Id<'loc'> | null): Promise<string[] | null> {
  const held = work.caller.locationsWith('audit.read');
  if (asked === null) return held === 'all' ? null : [...held];
  const { tree } = await loadLocations(work);
  return [...tree.keys()].filter((id) => isAtOrBelow(tree, id, asked) && (held === 'all' || held.has(id)));
}
