import type { z } from 'zod';
import type { entrySchema, grantSchema, passSchema } from '../../api/benefits.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { expiryOf, planStops } from '../../domain/benefits/grant.ts';
import { freezeAt } from '../../domain/contracts/contract.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Locations, locationOf } from '../locations/load-locations.ts';
import type { LedgerRow } from './entry-store.ts';
import type { GrantRow } from './grant-store.ts';
import { type Benefits, grantOf } from './load-benefits.ts';
import type { PassRow } from './pass-store.ts';

type Shown = z.input<typeof grantSchema>;

export const presentPass = (row: PassRow): z.input<typeof passSchema> => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  minutes: row.minutes,
  locationId: row.locationId,
  locationIds: row.everywhere ? null : [...row.linkedIds],
  everywhere: row.everywhere,
  value: row.value === null ? null : { amount: row.value, currency: row.valueCurrency! },
  usePriority: row.usePriority,
  hours: row.hours as Record<string, unknown> | null,
  audience: row.audience as { level: string; planIds?: string[] },
  archivedAt: textOrNull(row.archivedAt),
  createdAt: text(row.createdAt),
  version: row.version,
});

const unitOf = (kind: 'day' | 'time') => (kind === 'day' ? ('passes' as const) : ('minutes' as const));

export interface Reading {
  readonly now: Instant;
  readonly locations: Locations;
  readonly homeLocationId: Id<'loc'>;
}

/** Usable ones first, in an order that people follow. */
export function presentGrants(benefits: Benefits, on: Reading): Shown[] {
  return benefits.grants
    .map((row) => presentGrant(row, benefits, on))
    .sort(
      (a, b) =>
        rank[a.state] - rank[b.state] || compareText(a.expiresAt, b.expiresAt) || compareText(b.id, a.id),
    );
}

function presentGrant(row: Benefits['grants'][number], benefits: Benefits, on: Reading): Shown {
  const { now, locations, homeLocationId } = on;
  const contract = benefits.contracts.find(({ id }) => id === row.contractId) ?? null;
  const zone = contract?.zone ?? locationOf(locations, placeOf(row.pass, homeLocationId)).zone;
  const expiresAt = expiryOf(grantOf(row), contract, zone);
  const expiresDay = expiresAt === null ? null : dayAt(expiresAt, zone);
  const inUse = row.usedUntil !== null && now < row.usedUntil;
  const freeze = contract === null ? null : freezeAt(contract, now);
  return {
    id: row.id,
    customerId: row.customerId,
    passId: row.passId,
    name: row.pass.name,
    kind: row.pass.kind,
    unit: unitOf(row.pass.kind),
    source: row.source,
    contractId: row.contractId,
    planName: row.planId === null ? null : (benefits.plans.get(row.planId)?.name ?? null),
    granted: row.granted,
    left: row.left,
    state: stateOf(row, { stops: planStops(grantOf(row), contract, now), expiresAt, inUse, now }),
    validFrom: text(row.validFrom),
    expiresAt: textOrNull(expiresAt),
    expiresDay,
    lastDay: expiresDay === null ? null : addDays(expiresDay, -1),
    inUseUntil: inUse ? text(row.usedUntil) : null,
    pausedUntil: freeze === null ? null : textOrNull(freeze.during.end),
    locationIds: row.pass.everywhere ? null : [...row.pass.linkedIds],
    note: row.note,
  };
}

/**
 * Whose clock the days of a given pass follow: of the one location where it is valid, else of the
 * customer's home.
 */
export const placeOf = (pass: Pick<PassRow, 'linkedIds'>, homeLocationId: Id<'loc'>): Id<'loc'> =>
  pass.linkedIds.length === 1 ? pass.linkedIds[0]! : homeLocationId;

function stateOf(
  row: GrantRow,
  of: { stops: ReturnType<typeof planStops>; expiresAt: Instant | null; inUse: boolean; now: Instant },
): Shown['state'] {
  if (of.stops === 'frozen') return row.left > 0 || of.inUse ? 'frozen' : 'usedUp';
  if (of.inUse) return 'inUse';
  if (of.expiresAt !== null && of.expiresAt <= of.now) return 'expired';
  if (row.left === 0) return 'usedUp';
  if (of.stops !== null) return of.stops;
  return of.now < row.validFrom ? 'scheduled' : 'usable';
}

const rank: Record<Shown['state'], number> = {
  inUse: 0,
  usable: 1,
  frozen: 2,
  scheduled: 3,
  usedUp: 4,
  contractOver: 5,
  planChanged: 5,
  expired: 6,
};

/** Null, which is never, comes last. */
const compareText = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

export const presentEntry = (row: LedgerRow): z.input<typeof entrySchema> => ({
  id: row.id,
  grantId: row.grantId,
  passId: row.passId,
  name: row.name,
  unit: unitOf(row.passKind),
  kind: row.kind,
  amount: row.amount,
  left: row.leftAfter,
  balance: row.balance,
  at: text(row.at),
  because: [...row.because],
  source: row.source,
  planName: row.planName,
  checkInId: row.checkInId,
  locationId: row.locationId,
  note: row.note,
});
