import { type Day, day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Currency } from '../kernel/money.ts';
import { startOfDay, type Zone } from '../kernel/zone.ts';
import type { ContractFacts } from './cancellation.ts';
import type { Contract, Freeze } from './contract.ts';
import { type PlanTerms, planTermsAtFirst } from './plan.ts';

/** Contracts as the tests of rules write them: Berlin, EUR, monthly, from days alone. */
export const berlin = 'Europe/Berlin' as Zone;

export const aPlan = (changed: Partial<PlanTerms> = {}): PlanTerms => ({
  ...planTermsAtFirst,
  prices: { EUR: 12_000 },
  cycle: { every: 1, unit: 'month' },
  ...changed,
});

export interface Written {
  readonly startDay: string;
  readonly endDay?: string;
  readonly billingDay?: number;
  readonly minimumTermDay?: string;
  readonly freezes?: readonly (readonly [from: string, until: string | null, extend?: boolean])[];
  readonly zone?: Zone;
}

export function aContract(written: Written): Contract {
  const zone = written.zone ?? berlin;
  const startDay = day(written.startDay);
  const endDay = written.endDay === undefined ? null : day(written.endDay);
  const at = (of: Day): Instant => startOfDay(of, zone);
  return {
    id: 'con_1' as Id<'con'>,
    customerId: 'cus_1' as Id<'cus'>,
    locationId: 'loc_1' as Id<'loc'>,
    currency: 'EUR' as Currency,
    startDay,
    endDay,
    billingDay: written.billingDay ?? null,
    minimumTermDay: written.minimumTermDay === undefined ? null : day(written.minimumTermDay),
    during: { start: at(startDay), end: endDay === null ? null : at(endDay) },
    terms: [
      { fromDay: startDay, fromAt: at(startDay), planId: 'pla_1' as Id<'pla'>, price: null, quantity: 1 },
    ],
    freezes: (written.freezes ?? []).map(([from, until, extend], index): Freeze => ({
      id: `frz_${index}` as Id<'frz'>,
      fromDay: day(from),
      untilDay: until === null ? null : day(until),
      during: { start: at(day(from)), end: until === null ? null : at(day(until)) },
      billing: 'none',
      extendsMinimumTerm: extend ?? true,
    })),
  };
}

/** A contract looked at from noon of a day. */
export function factsOn(today: string, contract: Contract, plan: PlanTerms, byAdmin: boolean): ContractFacts {
  const now = (startOfDay(day(today), berlin) + 12 * 3_600_000) as Instant;
  return { contract, termsOfPlan: () => plan, now, today: day(today), byAdmin, noticeDays: null };
}
