import type { AskFacts, CustomerFacts, PlaceStretch } from '../../../domain/access/facts.ts';
import {
  type AccessLevel,
  type LevelsInForce,
  type PortalSection,
  portalSections,
} from '../../../domain/access/section.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';
import { startOfDay } from '../../../domain/kernel/zone.ts';
import type { SuspensionSwitches } from '../../../domain/locations/setting.ts';
import type { Cover, CoverStretch } from '../../../domain/membership/cover.ts';
import { isPlanValidAt } from '../../../domain/membership/cover.ts';
import { termsAt } from '../../../domain/contracts/plan.ts';
import { type Locations, locationOf } from '../../locations/load-locations.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import type { Work } from '../../platform/work/shell.ts';
import { BEGINNING } from './places.ts';

/** ACC-5: facts that are taken to be otherwise. The same functions decide; nothing is written. */
export interface Assumptions {
  /** Contracts that are taken not to be frozen; `all` of them. */
  readonly notFrozen?: readonly Id<'con'>[] | 'all';
  /** Contracts that are taken to be frozen. */
  readonly frozen?: readonly Id<'con'>[] | 'all';
  /** Contracts that are taken not to exist. */
  readonly withoutContracts?: readonly Id<'con'>[] | 'all';
  /** Contracts taken to be held besides, from a day (today unless set), at the location asked about. */
  readonly contracts?: readonly {
    readonly planId: Id<'pla'>;
    readonly startDay?: Day;
    readonly endDay?: Day;
  }[];
  readonly suspended?: boolean;
  readonly archived?: boolean;
  readonly portalAccess?: boolean;
  readonly sections?: Readonly<Partial<Record<PortalSection, AccessLevel>>>;
  readonly whileSuspended?: Partial<SuspensionSwitches>;
  readonly membersAre?: PlaceStretch['membersAre'];
  readonly frozenMembersEnter?: boolean;
}

export async function assumed(
  work: Work, facts: AskFacts, { locations, assume }: { locations: Locations; assume: Assumptions },
): Promise<AskFacts> {
  if (Object.keys(assume).length === 0) return facts;
  const more = await contractsAssumed(work, facts, { locations, assume });
  const customer = facts.customer === null ? null : customerAssumed(facts.customer, assume, more);
  return { ...facts, customer, places: facts.places.map((place) => placeAssumed(place, assume)) };
}

const always = { start: BEGINNING, end: null };
const touches = (of: readonly Id<'con'>[] | 'all' | undefined, id: Id<'con'>): boolean =>
  of !== undefined && (of === 'all' || of.includes(id));

function customerAssumed(
  customer: CustomerFacts,
  assume: Assumptions,
  more: readonly Cover[],
): CustomerFacts {
  const covers = customer.covers
    .filter(({ contractId }) => !touches(assume.withoutContracts, contractId))
    .map((cover) => coverAssumed(cover, assume));
  return {
    ...customer,
    covers: [...covers, ...more],
    suspensions:
      assume.suspended === undefined
        ? customer.suspensions
        : assume.suspended
          ? [{ id: 'sus_assumed' as Id<'sus'>, cause: 'manual', during: always }]
          : [],
    archivings: assume.archived === undefined ? customer.archivings : assume.archived ? [always] : [],
    mayEnter: assume.portalAccess === undefined ? customer.mayEnter : assume.portalAccess ? [always] : [],
  };
}

function coverAssumed(cover: Cover, assume: Assumptions): Cover {
  const thawed = touches(assume.notFrozen, cover.contractId);
  const iced = touches(assume.frozen, cover.contractId);
  if (!thawed && !iced) return cover;
  const freeze = iced ? { id: 'frz_assumed' as Id<'frz'>, start: cover.start, end: null } : null;
  return { ...cover, stretches: cover.stretches.map((stretch): CoverStretch => ({ ...stretch, freeze })) };
}

function placeAssumed(place: PlaceStretch, assume: Assumptions): PlaceStretch {
  const levels =
    assume.sections === undefined
      ? place.levels
      : (Object.fromEntries(
          portalSections.map((section) => {
            const level = assume.sections?.[section];
            return [section, level === undefined ? place.levels[section] : { level, setAt: null }];
          }),
        ) as unknown as LevelsInForce);
  return {
    ...place, levels,
    whileSuspended: { ...place.whileSuspended, ...assume.whileSuspended },
    membersAre: assume.membersAre ?? place.membersAre,
    frozenMembersEnter: assume.frozenMembersEnter ?? place.frozenMembersEnter,
  };
}

async function contractsAssumed(
  work: Work, { locationId }: AskFacts, { locations, assume }: { locations: Locations; assume: Assumptions },
): Promise<Cover[]> {
  const wished = assume.contracts ?? [];
  if (wished.length === 0) return [];
  const plans = await loadPlans(work, wished.map(({ planId }) => planId));
  const { zone } = locationOf(locations, locationId);
  return wished.map(({ planId, startDay, endDay }, index) => {
    const plan = plans.get(planId);
    if (plan === undefined)
      throw fieldProblem(`assume.contracts.${index}.planId`, 'unknown', 'There is no such plan.');
    const start: Instant = startDay === undefined ? instant(work.now) : startOfDay(startDay, zone);
    const end = endDay === undefined ? null : startOfDay(endDay, zone);
    const terms = termsAt(plan, start);
    const at = { contractAt: locationId, planAt: plan.locationId, here: locationId };
    const validHere = isPlanValidAt(terms.validAt, at, locations.tree);
    const contractId = `con_assumed${index + 1}` as Id<'con'>;
    const stretch = { start, end, planId, planName: plan.name, terms, freeze: null, validHere, hours: null };
    return { contractId, start, end, stretches: [stretch], turnStarts: [] };
  });
}
