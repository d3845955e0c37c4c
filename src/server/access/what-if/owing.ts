import type { OverdueFacts } from '../../../domain/access/facts.ts';
import { addDays } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant } from '../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
import type { OverdueLimit } from '../../../domain/locations/setting.ts';
import { type Locations, locationOf, settingAt } from '../../locations/load-locations.ts';
import type { Database } from '../../platform/database/connect.ts';
import { BEGINNING } from '../facts/places.ts';
import { listOwed, type OwedRow } from './class-store.ts';

/** What a location lets somebody owe: the same key where it asks the same. */
export interface Limit {
  readonly key: string;
  readonly zone: Zone;
  readonly currency: string;
  readonly of: OverdueLimit;
}

/** The limit in force at a location; null where it has none. */
export function limitAt(locations: Locations, where: { locationId: Id<'loc'>; at: Instant }): Limit | null {
  const of = settingAt(locations, where, 'overdueLimit');
  if (of === null) return null;
  const { zone, currency } = locationOf(locations, where.locationId);
  return { key: `${of.days} ${of.amount} ${currency} ${zone}`, zone, currency, of };
}

/** Every limit in force anywhere, before or after. */
export function limitsIn(sides: readonly Locations[], at: Instant): readonly Limit[] {
  const all = sides.flatMap((locations) =>
    locations.rows.flatMap(({ id }) => limitAt(locations, { locationId: id, at }) ?? []));
  return [...new Map(all.map((limit) => [limit.key, limit])).values()];
}

/** Who is beyond which limits (ACC-7). Nothing is read where nobody set one. */
export async function loadOwing(
  db: Database, { at, limits }: { at: Instant; limits: readonly Limit[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const owing = new Map<string, Set<string>>();
  if (limits.length === 0) return owing;
  const rows = Map.groupBy(await listOwed(db), ({ customerId }) => customerId);
  for (const [customerId, owed] of rows) {
    const beyond = limits.filter((limit) => lateBy(owed, limit, at) > limit.of.amount);
    if (beyond.length > 0) owing.set(customerId, new Set(beyond.map(({ key }) => key)));
  }
  return owing;
}

/** What is beyond the days of a limit, in minor units of its currency. */
function lateBy(owed: readonly OwedRow[], { of, currency, zone }: Limit, at: Instant): number {
  const today = dayAt(at, zone);
  return owed.reduce((sum, { amount, dueDay, currency: own }) =>
    (own === currency && addDays(dueDay, of.days + 1) <= today ? sum + amount : sum), 0);
}

/** What a place says about somebody who owes more than it lets them. */
export const beyond = (of: OverdueFacts): OverdueFacts => ({
  ...of,
  debts: [{
    invoiceId: 'inv_class' as Id<'inv'>, amount: of.limitAmount + 1, start: BEGINNING, end: null,
  }],
});
