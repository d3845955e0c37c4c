import type { AnsweredRate } from '../../api/rates.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { RateRow } from './rate-store.ts';

/** A rate with the terms in force at an instant; before the first, the first. */
export function presentRate(row: RateRow, at: Instant): AnsweredRate {
  const version = row.versions.findLast(({ inForceFrom }) => inForceFrom <= at) ?? row.versions[0];
  if (version === undefined) throw new RangeError(`rate ${row.id} has no version`);
  const { terms } = version;
  const { currency } = terms;
  return {
    id: row.id,
    typeId: row.typeId,
    resourceId: row.resourceId,
    locationId: row.locationId,
    name: terms.name,
    unit: terms.unit,
    price: { amount: terms.price, currency },
    cap: terms.cap === null ? null : { amount: terms.cap, currency },
    audience:
      'planIds' in terms.audience ? { level: 'plans', planIds: [...terms.audience.planIds] } : terms.audience,
    weekdays: terms.weekdays === null ? null : [...terms.weekdays],
    hours: terms.hours,
    minutesMin: terms.minutesMin,
    minutesMax: terms.minutesMax,
    isDefault: terms.isDefault,
    inForceFrom: text(version.inForceFrom),
    endedAt: textOrNull(row.endedAt),
    createdAt: text(row.createdAt),
    version: row.versions.at(-1)?.version ?? 1,
  };
}
