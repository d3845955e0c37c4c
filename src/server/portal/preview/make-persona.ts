import type { Persona } from '../../../domain/access/what-if/persona.ts';
import { planRefusal } from '../../../domain/contracts/plan-change.ts';
import type { PlanTerms } from '../../../domain/contracts/plan.ts';
import { addCycles } from '../../../domain/contracts/turns.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import type { Location } from '../../../domain/locations/location.ts';
import { isPlanValidAt } from '../../../domain/membership/cover.ts';
import { createPlan as createPlanEndpoint } from '../../../api/plans.ts';
import { createContract } from '../../contracts/create-contract.ts';
import { freezeContract } from '../../contracts/freeze-contract.ts';
import { giveSeat } from '../../contracts/seats/give-seat.ts';
import { createCustomer } from '../../customers/create-customer.ts';
import { suspendCustomer } from '../../customers/suspend-customer.ts';
import { loadLocations, type Locations, locationOf } from '../../locations/load-locations.ts';
import { createPlan } from '../../plans/create-plan.ts';
import { loadPlans, type PlanRecord, termsIn } from '../../plans/load-plans.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { joinTeam } from '../../teams/members.ts';
import { createTeam } from '../../teams/save-team.ts';
import { countByPlan } from './preview-store.ts';

export interface PersonaWish {
  readonly persona: Exclude<Persona, 'visitor'>;
  readonly locationId: Id<'loc'>;
  readonly names: MadeUpNames;
}

/** What those who are made up are called. */
export interface MadeUpNames {
  readonly person: string;
  readonly colleague: string;
  readonly company: string;
}

export interface MadePersona {
  readonly customerId: Id<'cus'>;
  /** The plan it is on; null: on none. */
  readonly planName: string | null;
}

/**
 * Makes a customer that is what the persona says, by the verbs that make real ones, so that what it sees is
 * what such a customer would see. Only ever within a transaction that is taken back.
 */
export async function makePersona(
  work: Work, { persona, locationId, names }: PersonaWish,
): Promise<MadePersona> {
  const customerId = await madeUp(work, 'individual', names.person, locationId);
  if (persona === 'contact') return { customerId, planName: null };

  const held = persona === 'memberElsewhere'
    ? await planElsewhere(work, locationId) : await planHere(work, locationId);
  if (persona === 'teamManager') {
    await makeTeam(work, { managerId: customerId, locationId, names, held });
    return { customerId, planName: held.plan.name };
  }
  const contractId = await takePlan(work, customerId, held);
  if (persona === 'memberFrozen') {
    const today = dayAt(work.now, held.at.zone);
    await freezeContract(work, { contractId }, {
      fromDay: today, untilDay: addCycles(today, held.terms.cycle, 1), billing: 'none',
      extendsMinimumTerm: true,
    });
  }
  if (persona === 'memberSuspended')
    await suspendCustomer(work, { customerId, cause: 'manual', note: '' });
  return { customerId, planName: held.plan.name };
}

interface HeldPlan {
  readonly plan: PlanRecord;
  readonly terms: PlanTerms;
  /** Where the contract is made. */
  readonly at: Location;
}

async function madeUp(
  work: Work, kind: 'individual' | 'company', name: string, homeLocationId: Id<'loc'>,
): Promise<Id<'cus'>> {
  const email = `${work.newId('cus').slice(-8)}@example.com`;
  const wished = { kind, name, email, homeLocationId, portalAccess: true };
  return (await createCustomer(work, wished as Parameters<typeof createCustomer>[1])).id;
}

interface TeamWish extends Pick<PersonaWish, 'locationId' | 'names'> {
  readonly managerId: Id<'cus'>;
  readonly held: HeldPlan;
}

const SEATS = 3;

/** A team of two that a company pays for: whoever runs it has one of its seats, a colleague another. */
async function makeTeam(work: Work, { managerId, locationId, names, held }: TeamWish): Promise<void> {
  const payingCustomerId = await madeUp(work, 'company', names.company, locationId);
  const colleagueId = await madeUp(work, 'individual', names.colleague, locationId);
  const teamId = await createTeam(work, {
    name: names.company, locationId, managerId, payingCustomerId, billing: 'merged',
  } as Parameters<typeof createTeam>[1]);
  await joinTeam(work, { teamId, customerId: colleagueId, role: 'member', locationId });
  const contractId = await takePlan(work, payingCustomerId, held, teamId);
  for (const customerId of [managerId, colleagueId]) await giveSeat(work, contractId, { customerId });
}

/** Since a cycle ago: neither a newcomer nor anybody whose past matters. */
function takePlan(
  work: Work, customerId: Id<'cus'>, { plan, terms, at }: HeldPlan, teamId?: Id<'tea'>,
): Promise<Id<'con'>> {
  return createContract(work, {
    customerId, planId: plan.id, locationId: at.id,
    ...(teamId === undefined ? { quantity: 1 } : { teamId, seats: SEATS, quantity: SEATS }),
    startDay: addCycles(dayAt(work.now, at.zone), terms.cycle, -1),
  });
}

/** The plan that most contracts here are to, of those that can be taken here and are valid here. */
async function planHere(work: Work, locationId: Id<'loc'>): Promise<HeldPlan> {
  const locations = await loadLocations(work);
  const taken = await takable(work, locations, locationOf(locations, locationId));
  const counts = await countByPlan(work.tx, locationId);
  const [most] = taken.filter((held) => isValidAt(locations, held, locationId))
    .toSorted((a, b) => (counts.get(b.plan.id) ?? 0) - (counts.get(a.plan.id) ?? 0));
  if (most === undefined) throw new Problem('previewNeedsPlan');
  return most;
}

/** A plan of another location that is not valid here; one is made where every plan there is. */
async function planElsewhere(work: Work, here: Id<'loc'>): Promise<HeldPlan> {
  const locations = await loadLocations(work);
  const others = leavesOf(locations).filter(({ id }) => id !== here);
  const [first] = others;
  if (first === undefined) throw new Problem('previewNeedsElsewhere');
  for (const at of others) {
    const held = (await takable(work, locations, at)).find((one) => !isValidAt(locations, one, here));
    if (held !== undefined) return held;
  }
  const body = createPlanEndpoint.body!.parse({
    name: first.name, locationId: first.id, price: { amount: 0, currency: first.currency },
    cycle: { every: 1, unit: 'month' },
  });
  const plan = await createPlan(work, body);
  return { plan, terms: termsIn(new Map([[plan.id, plan]]), work.now)(plan.id), at: first };
}

/** Plans that a customer can be put on at a location, and that keep nobody suspended for it. */
async function takable(work: Work, locations: Locations, at: Location): Promise<HeldPlan[]> {
  const plans = await loadPlans(work);
  return [...plans.values()]
    .map((plan) => ({ plan, terms: termsIn(plans, work.now)(plan.id), at }))
    .filter(({ plan, terms }) => !terms.suspendOnJoin
      && planRefusal(locations.tree, plan, terms, { locationId: at.id, currency: at.currency }) === null);
}

const isValidAt = ({ tree }: Locations, { plan, terms, at }: HeldPlan, here: Id<'loc'>): boolean =>
  isPlanValidAt(terms.validAt, { contractAt: at.id, planAt: plan.locationId, here }, tree);

/** Where customers are: the locations below which there is none. */
function leavesOf({ rows }: Locations): readonly Location[] {
  const parents = new Set(rows.map(({ parentId }) => parentId));
  return rows.filter(({ id }) => !parents.has(id));
}
