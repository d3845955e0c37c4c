import type { AskFacts, PlaceStretch } from '../../../domain/access/facts.ts';
import type { AccessLevel, PortalSection } from '../../../domain/access/section.ts';
import * as assume from '../../../domain/access/what-if/assumption.ts';
import type { Audience } from '../../../domain/customers/audience.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';
import { startOfDay } from '../../../domain/kernel/zone.ts';
import type { OverdueLimit, SuspensionSwitches } from '../../../domain/locations/setting.ts';
import type { Cover } from '../../../domain/membership/cover.ts';
import { isPlanValidAt } from '../../../domain/membership/cover.ts';
import { type Plan, type PlanTerms, termsAt } from '../../../domain/contracts/plan.ts';
import { type Locations, locationOf } from '../../locations/load-locations.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import { loadPlans, type Plans } from '../../plans/load-plans.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { OverdueOf } from './places.ts';
import { seatsAssumed } from './seats-assumed.ts';

/** ACC-5: facts that are taken to be otherwise. The same functions decide; nothing is written. */
export interface Assumptions {
  /** Contracts that are taken not to be frozen; `all` of them. */
  readonly notFrozen?: assume.ContractsMeant;
  /** Contracts that are taken to be frozen. */
  readonly frozen?: assume.ContractsMeant;
  /** Contracts that are taken not to exist. */
  readonly withoutContracts?: assume.ContractsMeant;
  /** Contracts taken to be held besides, from a day (today unless set), at the location asked about. */
  readonly contracts?: readonly {
    readonly planId: Id<'pla'>;
    readonly startDay?: Day;
    readonly endDay?: Day;
  }[];
  /** Contracts that are taken to be to another plan. */
  readonly plans?: readonly { readonly contractId: Id<'con'>; readonly planId: Id<'pla'> }[];
  /** Contracts on which a seat is taken to be held from now on. */
  readonly seats?: readonly Id<'con'>[];
  readonly suspended?: boolean;
  /** Suspensions that are taken not to be open. */
  readonly withoutSuspensions?: readonly Id<'sus'>[];
  readonly archived?: boolean;
  readonly portalAccess?: boolean;
  readonly sections?: Readonly<Partial<Record<PortalSection, AccessLevel>>>;
  readonly whileSuspended?: Partial<SuspensionSwitches>;
  readonly membersAre?: PlaceStretch['membersAre'];
  readonly frozenMembersEnter?: boolean;
  readonly resourcesScope?: PlaceStretch['resourcesScope'];
  readonly overdueLimit?: OverdueLimit | null;
  readonly withoutBooking?: Id<'bok'>;
  /** Whom the thing that is asked about is for. */
  readonly audience?: Audience;
}

interface Context {
  readonly locations: Locations;
  readonly assume: Assumptions;
  readonly overdueOf: OverdueOf | null;
  /** Where a contract is; undefined: it is not the customer's. */
  readonly contractAt: (id: Id<'con'>) => Id<'loc'> | undefined;
  readonly hoursOf?: ((terms: PlanTerms) => Cover['stretches'][number]['hours']) | undefined;
}

/** The facts of the customer and the place as they are taken to be; of the thing see {@link thingAssumed}. */
export async function assumed(work: Work, facts: AskFacts, context: Context): Promise<AskFacts> {
  const of = context.assume;
  if (Object.keys(of).length === 0) return facts;
  mustBeTheirs(facts, context);
  const named = [...of.contracts ?? [], ...of.plans ?? []].map(({ planId }) => planId);
  const plans = await loadPlans(work, named);
  const { overdueOf } = context;
  const overdue = of.overdueLimit === null || overdueOf === null ? null : of.overdueLimit;
  return assume.allOf([
    ...given(of.withoutContracts, assume.withoutContracts),
    ...plansAssumed(work, facts, { ...context, plans }),
    ...given(of.notFrozen, assume.thawed), ...given(of.frozen, assume.frozen),
    ...contractsAssumed(work, facts, { ...context, plans }),
    ...await seatsAssumed(work, facts, context),
    ...given(of.withoutSuspensions, assume.withoutSuspensions), ...given(of.suspended, assume.suspended),
    ...given(of.archived, assume.archived), ...given(of.portalAccess, assume.mayEnter),
    ...given(of.sections, assume.withLevels), ...given(of.whileSuspended, assume.whileSuspended),
    ...given(of.membersAre, (membersAre) => assume.ruling({ membersAre })),
    ...given(of.frozenMembersEnter, (frozenMembersEnter) => assume.ruling({ frozenMembersEnter })),
    ...given(of.resourcesScope, (resourcesScope) => assume.ruling({ resourcesScope })),
    ...of.overdueLimit === undefined ? []
      : [assume.ruling({ overdue: overdue == null ? null : overdueOf!(overdue) })],
  ])(facts);
}

/** What is taken to be otherwise must be there: a wrong id would answer as if nothing had been assumed. */
function mustBeTheirs({ customer }: AskFacts, { assume: of, contractAt }: Context): void {
  for (const field of ['notFrozen', 'frozen', 'withoutContracts'] as const) {
    const meant = of[field];
    if (meant === undefined || meant === 'all') continue;
    const index = meant.findIndex((id) => contractAt(id) === undefined);
    if (index >= 0) throw fieldProblem(`assume.${field}.${index}`, 'unknown', noSuchContract);
  }
  const index = (of.withoutSuspensions ?? []).findIndex((wanted) =>
    customer?.suspensions.every(({ id }) => id !== wanted) !== false);
  if (index >= 0) {
    throw fieldProblem(
      `assume.withoutSuspensions.${index}`, 'unknown', 'The customer has no such suspension.');
  }
}

const noSuchContract = 'The customer has no such contract.';

const given = <V>(value: V | undefined, make: (value: V) => assume.Assumption): assume.Assumption[] =>
  (value === undefined ? [] : [make(value)]);

/** The thing that is asked about, for whom it is taken to be. */
export const thingAssumed = <T extends { readonly audience: Audience }>(
  thing: T, of: Assumptions | undefined,
): T => (of?.audience === undefined ? thing : assume.forAudience(thing, of.audience));

type WithPlans = Context & { readonly plans: Plans };

function plansAssumed(work: Work, facts: AskFacts, context: WithPlans): assume.Assumption[] {
  const wished = context.assume.plans ?? [];
  return wished.map(({ contractId, planId }, index) => {
    const plan = planOf(context.plans, planId, `assume.plans.${index}.planId`);
    const contractAt = context.contractAt(contractId);
    if (contractAt === undefined)
      throw fieldProblem(`assume.plans.${index}.contractId`, 'unknown', noSuchContract);
    const at = { contractAt, here: facts.locationId };
    return assume.withPlan(contractId, stretchOf(plan, instant(work.now), at, context));
  });
}

function contractsAssumed(work: Work, facts: AskFacts, context: WithPlans): assume.Assumption[] {
  const wished = context.assume.contracts ?? [];
  const { zone } = locationOf(context.locations, facts.locationId);
  return wished.map(({ planId, startDay, endDay }, index) => {
    const plan = planOf(context.plans, planId, `assume.contracts.${index}.planId`);
    const start: Instant = startDay === undefined ? instant(work.now) : startOfDay(startDay, zone);
    const end = endDay === undefined ? null : startOfDay(endDay, zone);
    const at = { contractAt: facts.locationId, here: facts.locationId };
    const contractId = `con_assumed${index + 1}` as Id<'con'>;
    const stretch = { start, end, freeze: null, ...stretchOf(plan, start, at, context) };
    return assume.withContract({ contractId, seat: null, start, end, stretches: [stretch], turnStarts: [] });
  });
}

function stretchOf(
  plan: Plan, from: Instant, where: { contractAt: Id<'loc'>; here: Id<'loc'> },
  { locations, hoursOf }: Context,
) {
  const terms = termsAt(plan, from);
  const at = { ...where, planAt: plan.locationId };
  return {
    planId: plan.id, planName: plan.name, terms, hours: hoursOf?.(terms) ?? null,
    validHere: isPlanValidAt(terms.validAt, at, locations.tree),
  };
}

function planOf(plans: Plans, planId: Id<'pla'>, field: string): Plan {
  const plan = plans.get(planId);
  if (plan === undefined) throw fieldProblem(field, 'unknown', 'There is no such plan.');
  return plan;
}
