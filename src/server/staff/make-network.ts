import type { Id } from '../../domain/kernel/id.ts';
import { changeLocation } from '../locations/change-location.ts';
import { createLocation } from '../locations/create-location.ts';
import { loadLocations, networkOf, settingAt } from '../locations/load-locations.ts';
import { setSettings } from '../locations/set-settings.ts';
import { at } from '../platform/database/sql.ts';
import type { Work } from '../platform/work/shell.ts';

interface Wished {
  readonly name: string;
  readonly languages: readonly string[];
  /** An existing network, made by a key or a test before anybody owned it, takes this name. */
  readonly renames?: boolean;
}

/**
 * The network of an empty database: UTC, EUR, one legal entity, tax 0 %; all editable. An existing one stays.
 */
export async function makeNetwork(
  work: Work,
  { name, languages, renames = false }: Wished,
): Promise<Id<'loc'>> {
  const found = networkOf(await loadLocations(work));
  const network =
    found ??
    (await createLocation(work, {
      name,
      slug: 'network',
      timeZone: 'UTC',
      currency: 'EUR' as never,
      languages: [...languages],
    }));
  if (found !== null && renames) await changeLocation(work, network.id, { name, languages: [...languages] });
  await mustHaveLegalEntity(work, network.id, name);
  return network.id;
}

/** One that was made already is taken: the demo asks as of a day before the network was made. */
async function mustHaveLegalEntity(work: Work, networkId: Id<'loc'>, name: string): Promise<void> {
  const locations = await loadLocations(work);
  if (settingAt(locations, { locationId: networkId, at: work.now }, 'legalEntityId') !== null) return;
  const kept = await work.tx.selectFrom('legalEntities').select('id').orderBy('createdAt').executeTakeFirst();
  const id = (kept?.id as Id<'ent'> | undefined) ?? work.newId('ent');
  if (kept === undefined) {
    await work.tx.insertInto('legalEntities')
      .values({ id, name, invoicePrefix: 'INV', createdAt: at(work.now) }).execute();
  }
  await setSettings(work, networkId, { legalEntityId: id });
}
