import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Fix, LayerName, LayerOutcome } from './decision.ts';
import type { ReasonCode, ReasonFacts } from './reason.ts';

/**
 * Makers of layer outcomes. Those without facts are made once, at load: most layers of most decisions are
 * such.
 */

type CodesWithout = {
  [C in ReasonCode]: Record<never, never> extends ReasonFacts[C] ? C : never;
}[ReasonCode];

const none: readonly Fix[] = Object.freeze([]);
const nothing = Object.freeze({});

export const passed = (layer: LayerName, code: CodesWithout): LayerOutcome =>
  Object.freeze({ layer, outcome: 'pass', code, facts: nothing, fixes: none });

export const notAsked = (layer: LayerName, code: CodesWithout): LayerOutcome =>
  Object.freeze({ layer, outcome: 'notApplicable', code, facts: nothing, fixes: none });

export const pass = <C extends ReasonCode>(layer: LayerName, code: C, facts: ReasonFacts[C]): LayerOutcome =>
  ({ layer, outcome: 'pass', code, facts, fixes: none });

export const notApplicable = <C extends ReasonCode>(
  layer: LayerName,
  code: C,
  facts: ReasonFacts[C],
): LayerOutcome => ({ layer, outcome: 'notApplicable', code, facts, fixes: none });

export const deny = <C extends ReasonCode>(
  layer: LayerName, code: C, facts: ReasonFacts[C], fixes: readonly Fix[] = none,
): LayerOutcome => ({ layer, outcome: 'deny', code, facts, fixes });

/** A denial whose beginning or end is known by itself. */
export const denyBetween = <C extends ReasonCode>(
  layer: LayerName, code: C, facts: ReasonFacts[C],
  { since = null, until = null, fixes = none }: {
    since?: Instant | null; until?: Instant | null; fixes?: readonly Fix[];
  },
): LayerOutcome => ({
  layer, outcome: 'deny', code, facts,
  ...(since === null ? {} : { since }), ...(until === null ? {} : { until }), fixes,
});

const api = '/api/v1';

/** The addresses that do something about an obstacle, as integrators call them. */
export const fix = {
  signIn: { code: 'signIn', permission: 'public', href: `${api}/auth/sign-in` },
  contactUs: { code: 'contactUs', permission: 'public', href: `${api}/locations` },
  givePortalAccess: (id: Id<'cus'>): Fix => ({
    code: 'givePortalAccess',
    permission: 'customers.write',
    href: `${api}/customers/${id}`,
  }),
  restorePlan: (id: string): Fix => ({
    code: 'activateThing',
    permission: 'plans.write',
    href: `${api}/plans/${id}/restore`,
  }),
  restoreCustomer: (id: Id<'cus'>): Fix => ({
    code: 'restoreCustomer',
    permission: 'customers.archive',
    href: `${api}/customers/${id}/restore`,
  }),
  liftSuspension: (id: Id<'cus'>, suspensionId: string): Fix => ({
    code: 'liftSuspension',
    permission: 'customers.suspend',
    href: `${api}/customers/${id}/suspensions/${suspensionId}/lift`,
  }),
  location: (
    code:
      | 'allowWhileSuspended'
      | 'changeMembersRule'
      | 'letFrozenMembersIn'
      | 'changeOpeningHours'
      | 'changeOverdueLimit',
    id: Id<'loc'>,
  ): Fix => ({ code, permission: 'settings.write', href: `${api}/locations/${id}` }),
  removeClosure: (locationId: Id<'loc'>, id?: Id<'clo'>): Fix => ({
    code: 'removeClosure',
    permission: 'settings.write',
    href: `${api}/locations/${locationId}${id === undefined ? '' : `/closures/${id}`}`,
  }),
  changeSectionLevel: (id: string): Fix => ({
    code: 'changeSectionLevel',
    permission: 'portal.publish',
    href: `${api}/locations/${id}/portal-access`,
  }),
  changeScope: (id: string): Fix => ({
    code: 'changeScope',
    permission: 'portal.publish',
    href: `${api}/locations/${id}/visibility`,
  }),
  resumeContract: (contractId: string, freezeId: string): Fix => ({
    code: 'resumeContract',
    permission: 'contracts.write',
    href: `${api}/contracts/${contractId}/freezes/${freezeId}/resume`,
  }),
  takePlan: { code: 'takePlan', permission: 'contracts.write', href: `${api}/contracts` },
  plan: (code: 'includeInPlan' | 'changePlan', planId: string): Fix => ({
    code,
    permission: 'plans.write',
    href: `${api}/plans/${planId}`,
  }),
  resource: (
    code: 'openToAll' | 'showThing' | 'addNamedCustomer' | 'changeLimits' | 'publishThing',
    id: string,
  ): Fix => ({ code, permission: 'resources.write', href: `${api}/resources/${id}` }),
  activateResource: (id: string): Fix => ({
    code: 'activateThing',
    permission: 'resources.write',
    href: `${api}/resources/${id}/resume`,
  }),
  setRate: { code: 'setRate', permission: 'resources.write', href: `${api}/rates` },
  cancelBooking: (id: string): Fix => ({
    code: 'cancelBooking',
    permission: 'bookings.write',
    href: `${api}/bookings/${id}/cancel`,
  }),
  recordPayment: { code: 'recordPayment', permission: 'payments.write', href: `${api}/payments` },
  giveBenefit: (id: Id<'cus'>): Fix => ({
    code: 'giveBenefit',
    permission: 'benefits.write',
    href: `${api}/customers/${id}/benefits`,
  }),
  bookAnyway: { code: 'bookAnyway', permission: 'bookings.override', href: `${api}/bookings` },
} as const satisfies Record<string, Fix | ((...args: never[]) => Fix)>;
