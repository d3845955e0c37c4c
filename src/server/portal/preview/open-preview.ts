import type { BodyOf } from '../../../api/endpoint.ts';
import type * as api from '../../../api/portal-previews.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import { isPersona } from '../../../domain/access/what-if/persona.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { loadForStaff } from '../../customers/load-customer.ts';
import { loadLocations, locationOf } from '../../locations/load-locations.ts';
import { takenBack } from '../../platform/database/taken-back.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import { setStage, standingAt } from './before-looking.ts';
import {
  deleteExpired, deletePreview, findPreview, insertPreview, listPreviews, type Opener, type PreviewRow,
} from './preview-store.ts';

/** As long as somebody is likely to look at one thing. */
const minutesOpen = 4 * 60;

/**
 * PER-4: lets the caller look at the portal as somebody else, and writes down that it does. Whom it shows is
 * made before anything is written: whoever held a transaction meanwhile would wait for a second one.
 */
export async function openPreview(
  shell: Shell, caller: Caller, { locationId, wished }: Opening,
): Promise<PreviewRow> {
  const row = await shell.read(caller, (work) => previewOf(work, { locationId, wished }));
  await mustBePossible(shell, caller, row);
  return shell.write(caller, async (work) => {
    await mustMayPreview(work, row);
    await deleteExpired(work.tx, row.openedBy, work.now);
    await insertPreview(work.tx, row);
    const { customerId, looksAt, levels } = row;
    work.audit({
      action: 'portal.previewed', aboutId: row.id, locationId,
      ...(customerId !== null && { customerId }),
      after: { as: wished.as, at: textOrNull(looksAt), levels },
    });
    return row;
  });
}

interface Opening {
  readonly locationId: Id<'loc'>;
  readonly wished: BodyOf<typeof api.openPreview>;
}

async function previewOf(work: Work, { locationId, wished }: Opening): Promise<PreviewRow> {
  const { caller, now } = work;
  const { as, at, levels } = wished;
  const who = isPersona(as) ? { persona: as, customerId: null } : { persona: null, customerId: as };
  await mustMayPreview(work, { locationId, levels, customerId: who.customerId });
  return {
    id: work.newId('pvw'), locationId, ...who, looksAt: at ?? null, levels, ...openerOf(caller),
    openedAt: now, expiresAt: addMinutes(now, minutesOpen),
  };
}

/**
 * The caller's own preview, as long as it is open and the caller may still look. Asked with every request
 * (PER-5). 404 for whoever did not open it in this very session.
 */
export async function mustMayUse(work: Work, id: Id<'pvw'>): Promise<PreviewRow> {
  const { caller } = work;
  if (caller.kind === 'nobody' || caller.actorId === null) throw new Problem('previewEnded');
  const row = await findPreview(work.tx, id, openerOf(caller));
  if (row === undefined || row.expiresAt <= work.now) throw new Problem('previewEnded');
  await mustMayPreview(work, row);
  return row;
}

export async function endPreview(work: Work, id: Id<'pvw'>, locationId: Id<'loc'>): Promise<void> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('portal.preview', locationId);
  const opener = openerOf(work.caller);
  if ((await findPreview(work.tx, id, opener))?.locationId !== locationId) throw new Problem('notFound');
  await deletePreview(work.tx, id, opener);
}

export async function openPreviews(work: Work, locationId: Id<'loc'>): Promise<readonly PreviewRow[]> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('portal.preview', locationId);
  return listPreviews(work.tx, { locationId, opener: openerOf(work.caller), now: work.now });
}

export const presentPreview = (row: PreviewRow) => ({
  id: row.id,
  href: `/preview/${row.id}`,
  locationId: row.locationId,
  as: row.persona ?? row.customerId!,
  at: textOrNull(row.looksAt),
  levels: row.levels,
  openedAt: text(row.openedAt),
  expiresAt: text(row.expiresAt),
});

interface Looking extends Pick<PreviewRow, 'locationId' | 'levels' | 'customerId'> {}

/** Drafts are for whoever may read them, customers for whoever may read that customer: else 404. */
async function mustMayPreview(work: Work, { locationId, levels, customerId }: Looking): Promise<void> {
  const { caller } = work;
  locationOf(await loadLocations(work), locationId);
  caller.mustMay('portal.preview', locationId);
  if (levels === 'draft') caller.mustMay('portal.read', locationId);
  if (customerId !== null) await loadForStaff(work, customerId, 'customers.read');
}

/** Whom it shows is made once and taken back: nobody is sent to a page that cannot be there. */
async function mustBePossible(shell: Shell, caller: Caller, row: PreviewRow): Promise<void> {
  await takenBack(shell.connection, async (within) => {
    const names = { person: row.id, colleague: row.id, company: row.id };
    await setStage(standingAt(shell, within, row.looksAt ?? row.openedAt), row, { caller, names });
  });
}

const openerOf = ({ actorId, sessionId }: Caller): Opener => ({ openedBy: actorId!, sessionId });
