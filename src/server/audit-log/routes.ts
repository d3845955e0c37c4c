import * as api from '../../api/audit-log.ts';
import { text } from '../../api/schema.ts';
import type { Id } from '../../domain/kernel/id.ts';
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
      after: readCursor(query.cursor, 1), limit: limit + 1, actorId, aboutId, customerId, action, from, to,
      locationIds: await locationsSeen(work, query.locationId ?? null),
    });
    return pageFrom(rows, limit, ({ id }) => [id], ({ at, ...row }) => ({ ...row, at: text(at) }));
  })),
];

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
