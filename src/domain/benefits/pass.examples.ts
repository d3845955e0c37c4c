import { aContract, berlin, type Written } from '../contracts/contract.examples.ts';
import { day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { type Instant, parseInstant } from '../kernel/instant.ts';
import { startOfDay } from '../kernel/zone.ts';
import type { PassCandidate, PassQuestion } from './pass-order.ts';
import type { Pass } from './pass.ts';

/** Passes and grants as the tests of rules write them: Berlin, December 2026. */
export const loc = (name: string): Id<'loc'> => `loc_${name}` as Id<'loc'>;

export const instantOf = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
};

export interface WrittenGrant {
  readonly kind?: 'day' | 'time';
  readonly left?: number;
  readonly source?: 'plan' | 'product' | 'given';
  readonly priority?: Pass['usePriority'];
  readonly value?: number;
  readonly at?: Pass['locationIds'];
  readonly hours?: Pass['hours'];
  readonly audience?: Pass['audience'];
  readonly validFrom?: string;
  /** The first day on which it is expired. */
  readonly expires?: string | null;
  readonly usedUntil?: string;
  readonly shared?: boolean;
  readonly contract?: Written;
  readonly planValidHere?: boolean;
}

export function aCandidate(name: string, written: WrittenGrant = {}): PassCandidate {
  const kind = written.kind ?? 'day';
  const contract = written.contract === undefined ? null : aContract(written.contract);
  const passId = `pas_${name}` as Id<'pas'>;
  const { value, expires, usedUntil } = written;
  return {
    grant: {
      id: `bft_${name}` as Id<'bft'>, customerId: 'cus_1' as Id<'cus'>, passId,
      source: written.source ?? (contract === null ? 'given' : 'plan'),
      from: contract === null ? null
        : { contractId: contract.id, planId: 'pla_1' as Id<'pla'>, cycleDay: contract.startDay },
      validFrom: startOfDay(day(written.validFrom ?? '2026-11-01'), berlin),
      expiresAt: expires === undefined || expires === null ? null : startOfDay(day(expires), berlin),
      expiryMoves: false,
    },
    pass: {
      id: passId, locationId: loc('quay'), name, kind, minutes: kind === 'time' ? 600 : null,
      locationIds: written.at ?? [loc('quay')], usePriority: written.priority ?? 'normal',
      value: value === undefined ? null : { amount: value, currency: 'EUR' as never },
      hours: written.hours ?? null, audience: written.audience ?? { level: 'public' },
    },
    left: written.left ?? (kind === 'day' ? 1 : 600),
    usedUntil: usedUntil === undefined ? null : instantOf(usedUntil),
    contract, planValidHere: written.planValidHere ?? true, sharedByTeam: written.shared ?? false,
  };
}

export const atQuay = (changed: Partial<PassQuestion> = {}): PassQuestion => ({
  locationId: loc('quay'), zone: berlin, at: instantOf('2026-12-01T09:00:00+01:00'), standing: 'member',
  entitledPlanIds: new Set(), locationCount: 4, mayUseBenefits: true, ...changed,
});
