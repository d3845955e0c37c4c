import type { z } from 'zod';
import type { settingsWished } from '../../api/settings.ts';
import type { Id } from '../../domain/kernel/id.ts';
import {
  type SettingName, type Settings, settingsAtFirst, type WeekHours,
} from '../../domain/locations/setting.ts';
import type { Work } from '../platform/work/shell.ts';
import { insertSettingChange } from './location-store.ts';
import { minutesOfDay } from './present-location.ts';

/** Settings to set (a value) or to give back to the parent (undefined). */
export type SettingsWished = Partial<{ [N in SettingName]: Settings[N] | undefined }>;

interface Wished {
  readonly languages?: string[] | undefined;
  readonly openingHours?: WeekHours | null | undefined;
  readonly dailyCutOff?: string | undefined;
  readonly settings?: z.output<typeof settingsWished> | undefined;
}

/** What stands beside the settings in a location's body is a setting too, under a name of its own. */
export function settingsFrom({ languages, openingHours, dailyCutOff, settings }: Wished): SettingsWished {
  const { inherit = [], ...values } = settings ?? {};
  const given = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined).map(([name, value]) =>
      [name, value === null && settingsAtFirst[name as SettingName] !== null ? undefined : value]),
  );
  return {
    ...(given as SettingsWished),
    ...(languages && { languages }),
    ...(openingHours !== undefined && { openingHours }),
    ...(dailyCutOff !== undefined && { dailyCutOffMinutes: minutesOfDay(dailyCutOff) }),
    ...Object.fromEntries(inherit.map((name) => [name, undefined])),
  };
}

/** Sets them from now on; what was in force before stays known (LOC-2). */
export async function setSettings(work: Work, locationId: Id<'loc'>, wished: SettingsWished): Promise<void> {
  for (const [name, value] of Object.entries(wished) as [SettingName, Settings[SettingName] | undefined][]) {
    await insertSettingChange(
      work.tx,
      { locationId, name, inForceFrom: work.now, value },
      work.caller.actorId,
    );
  }
}
