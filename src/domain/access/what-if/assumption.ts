import type { Audience } from '../../customers/audience.ts';
import type { Id } from '../../kernel/id.ts';
import { instant } from '../../kernel/instant.ts';
import type { SuspensionSwitches } from '../../locations/setting.ts';
import type { Cover, CoverStretch } from '../../membership/cover.ts';
import type { AskFacts, CustomerFacts, PlaceStretch } from '../facts.ts';
import { type AccessLevel, type LevelsInForce, type PortalSection, portalSections } from '../section.ts';

/**
 * ACC-5: one thing taken to be otherwise. Assumptions change facts, and the same function decides about them;
 * they can be put one after the other, and another time is asked for by `at`.
 */
export type Assumption = (facts: AskFacts) => AskFacts;
export type ContractsMeant = readonly Id<'con'>[] | 'all';

export const allOf = (assumptions: readonly Assumption[]): Assumption => (facts) =>
  assumptions.reduce((of, assumption) => assumption(of), facts);

const always = { start: instant(-8_640_000_000_000_000), end: null };
const touches = (of: ContractsMeant, { contractId }: Cover): boolean =>
  of === 'all' || of.includes(contractId);

/** Of somebody who has not signed in there is nothing to assume. */
const ofCustomer = (change: (customer: CustomerFacts) => Partial<CustomerFacts>): Assumption => (facts) => {
  const { customer } = facts;
  return customer === null ? facts : { ...facts, customer: { ...customer, ...change(customer) } };
};

const ofCovers = (of: ContractsMeant, change: (cover: Cover) => readonly Cover[]): Assumption =>
  ofCustomer(({ covers }) => ({
    covers: covers.flatMap((cover) => (touches(of, cover) ? change(cover) : [cover])),
  }));

const ofStretches = (
  of: ContractsMeant, change: (stretch: CoverStretch, cover: Cover) => CoverStretch,
): Assumption =>
  ofCovers(of, (cover) => [{
    ...cover, stretches: cover.stretches.map((stretch) => change(stretch, cover)),
  }]);

export const thawed = (of: ContractsMeant): Assumption =>
  ofStretches(of, (stretch) => ({ ...stretch, freeze: null }));
export const frozen = (of: ContractsMeant): Assumption => ofStretches(of, (stretch, { start }) =>
  ({ ...stretch, freeze: { id: 'frz_assumed' as Id<'frz'>, start, end: null } }));
export const withoutContracts = (of: ContractsMeant): Assumption => ofCovers(of, () => []);
export const withContract = (cover: Cover): Assumption =>
  ofCustomer(({ covers }) => ({ covers: [...covers, cover] }));

type PlanGiven = Pick<CoverStretch, 'planId' | 'planName' | 'terms' | 'validHere' | 'hours'>;
export const withPlan = (contractId: Id<'con'>, plan: PlanGiven): Assumption =>
  ofStretches([contractId], (stretch) => ({ ...stretch, ...plan }));

export const suspended = (is: boolean): Assumption => ofCustomer(() =>
  ({ suspensions: is ? [{ id: 'sus_assumed' as Id<'sus'>, cause: 'manual', during: always }] : [] }));
export const withoutSuspensions = (ids: readonly Id<'sus'>[]): Assumption =>
  ofCustomer(({ suspensions }) => ({ suspensions: suspensions.filter(({ id }) => !ids.includes(id)) }));
export const archived = (is: boolean): Assumption => ofCustomer(() => ({ archivings: is ? [always] : [] }));
export const mayEnter = (is: boolean): Assumption => ofCustomer(() => ({ mayEnter: is ? [always] : [] }));

const ofPlaces = (change: (place: PlaceStretch) => Partial<PlaceStretch>): Assumption => (facts) =>
  ({ ...facts, places: facts.places.map((place) => ({ ...place, ...change(place) })) });

export const withLevels = (wished: Readonly<Partial<Record<PortalSection, AccessLevel>>>): Assumption =>
  ofPlaces(({ levels }) => ({
    levels: Object.fromEntries(portalSections.map((section) => {
      const level = wished[section];
      return [section, level === undefined ? levels[section] : { level, setAt: null }];
    })) as unknown as LevelsInForce,
  }));
export const whileSuspended = (switches: Partial<SuspensionSwitches>): Assumption =>
  ofPlaces((place) => ({ whileSuspended: { ...place.whileSuspended, ...switches } }));

type Ruling = Pick<PlaceStretch, 'membersAre' | 'frozenMembersEnter' | 'resourcesScope' | 'overdue'>;
export const ruling = (rules: Partial<Ruling>): Assumption => ofPlaces(() => rules);

/** The thing asked about is for others. */
export const forAudience = <T extends { readonly audience: Audience }>(thing: T, audience: Audience): T =>
  ({ ...thing, audience });
