import type { z } from 'zod';
import type { locationSchema } from '../../api/locations.ts';
import { text } from '../../api/schema.ts';
import { addDays, type Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { writeRecurrence } from '../../domain/kernel/recurrence-text.ts';
import type { Closure } from '../../domain/locations/closure.ts';
import { settingInForce, type SettingName, settingsAtFirst } from '../../domain/locations/setting.ts';
import type { LocationRow } from './location-store.ts';
import { type Locations, settingAt } from './load-locations.ts';

/** A location as the API shows it at an instant; its settings only to those who may read them. */
export function presentLocation(
  locations: Locations, row: LocationRow, { at, withSettings }: { at: Instant; withSettings: boolean },
): z.input<typeof locationSchema> {
  const where = { locationId: row.id, at };
  return {
    id: row.id,
    parentId: row.parentId,
    name: row.name,
    slug: row.slug,
    timeZone: row.zone,
    currency: row.currency,
    languages: [...settingAt(locations, where, 'languages')],
    openingHours: settingAt(locations, where, 'openingHours'),
    closures: locations.closures.filter(({ locationId }) => locationId === row.id).map(presentClosure),
    dailyCutOff: timeOfDay(settingAt(locations, where, 'dailyCutOffMinutes')),
    settings: withSettings ? settingsOf(locations, row, at) : null,
    createdAt: text(row.createdAt),
    version: row.version,
  } as z.input<typeof locationSchema>;
}

export const presentClosure = ({ id, reason, startDay, endDay, repeats }: Closure) => ({
  id, reason, startDay, endDay, lastDay: addDays(endDay, -1) as Day,
  repeats: repeats ? writeRecurrence(repeats, startDay) : null,
  exceptDays: [...repeats?.exceptDays ?? []],
});

function settingsOf(locations: Locations, row: LocationRow, at: Instant) {
  return Object.fromEntries((Object.keys(settingsAtFirst) as SettingName[]).map((name) => {
    const { value, setAt } = settingInForce(
      locations.tree,
      locations.changes,
      { locationId: row.id, at },
      name,
    );
    return [name, { value, setAt: setAt && { id: setAt.id, name: setAt.name }, own: setAt?.id === row.id }];
  }));
}

const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const minutesOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
