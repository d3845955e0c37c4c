import type { PortalPlace } from '../../../apps/portal/readers.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import { levels } from '../../access/load-facts.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import type { Within } from '../../platform/database/taken-back.ts';
import { type Caller, callerOf, system } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import { readInstead } from '../../platform/work/kept.ts';
import { type Shell, shellOf } from '../../platform/work/shell.ts';
import { loadDraft } from '../../portal-access/load-draft.ts';
import { loadPlaces } from '../places.ts';
import type { MadeUpNames } from './make-persona.ts';
import type { PreviewRow } from './preview-store.ts';
import { type Seen, seenAs } from './seen-as.ts';

/** The product at an instant that stands still, on a transaction that is taken back. */
export const standingAt = ({ settings, log }: Shell, { connection }: Within, at: Instant): Shell =>
  shellOf({ connection, settings, log, clock: { now: () => at, stands: true } });

export interface Stage {
  readonly seen: Seen;
  readonly places: readonly PortalPlace[];
  /** Where one begins. */
  readonly place: PortalPlace;
}

/** Whatever has to be there before anybody looks: the levels as drafted, the persona by its name. */
export async function setStage(
  then: Shell, row: PreviewRow, { caller, names }: { caller: Caller; names: MadeUpNames },
): Promise<Stage> {
  if (row.levels === 'draft') await asDrafted(then, row);
  const all = await loadPlaces(then, callerOf(system, null), then.clock.now());
  // Who may look at one location's portal may not look at another's by a link in it.
  const places = all.filter(({ id }) => caller.may('portal.preview', id as Id<'loc'>));
  const place = await placeToBegin(then, places, row.locationId);
  return { places, place, seen: await seenAs(then, row, { locationId: place.id as Id<'loc'>, names }) };
}

/** As if what is drafted were published by then. */
async function asDrafted(then: Shell, { locationId }: PreviewRow): Promise<void> {
  const draft = await then.read(callerOf(system, null), (work) => loadDraft(work, locationId));
  if (draft === null) return;
  const inForceFrom = then.clock.now();
  readInstead(then.connection, levels, (published) => [
    ...published.filter((of) => of.inForceFrom <= inForceFrom),
    { locationId, inForceFrom, levels: draft, version: 0 },
    ...published.filter((of) => of.inForceFrom > inForceFrom),
  ]);
}

/** Where the preview was opened, or the first place below it. */
async function placeToBegin(
  then: Shell, places: readonly PortalPlace[], locationId: Id<'loc'>,
): Promise<PortalPlace> {
  const { tree } = await then.read(callerOf(system, null), loadLocations);
  const [place] = places.filter(({ id }) => isAtOrBelow(tree, id as Id<'loc'>, locationId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (place === undefined) throw new Problem('notFound');
  return place;
}
