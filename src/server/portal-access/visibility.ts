import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/portal-access.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Scope } from '../../domain/locations/setting.ts';
import { loadLocations, locationOf, settingAt } from '../locations/load-locations.ts';
import { setSettings } from '../locations/set-settings.ts';
import type { Work } from '../platform/work/shell.ts';
import { mustSee } from './present-levels.ts';

type Kind = 'events' | 'articles' | 'perks' | 'faq' | 'resources' | 'products';
const kinds: readonly Kind[] = ['events', 'articles', 'perks', 'faq', 'resources', 'products'];

/** VIS-1: which locations' things the portal of a location shows, kind by kind. Throws 404. */
export async function readVisibility(work: Work, locationId: Id<'loc'>): Promise<Record<Kind, Scope>> {
  const locations = await loadLocations(work);
  locationOf(locations, locationId);
  mustSee(work.caller, locationId);
  const where = { locationId, at: work.now };
  return Object.fromEntries(kinds.map((kind) => [kind, settingAt(locations, where, `${kind}Scope`)])) as
    Record<Kind, Scope>;
}

export async function setVisibility(
  work: Work, locationId: Id<'loc'>, wished: BodyOf<typeof api.putVisibility>,
): Promise<Record<Kind, Scope>> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('portal.publish', locationId);
  const before = await readVisibility(work, locationId);
  await setSettings(work, locationId,
    Object.fromEntries(kinds.map((kind) => [`${kind}Scope`, wished[kind] ?? undefined])));
  work.audit({ action: 'visibility.changed', aboutId: locationId, locationId, before, after: wished });
  work.tell({ kind: 'visibility.changed', aboutId: locationId, facts: {} });
  return readVisibility(work, locationId);
}
