import {
  type CycleGrant,
  type GrantingFacts,
  nextGrantAt,
  proposeGrants,
} from '../../domain/benefits/cycle-grants.ts';
import type { Grant } from '../../domain/benefits/grant.ts';
import type { PassCandidate } from '../../domain/benefits/pass-order.ts';
import type { Pass } from '../../domain/benefits/pass.ts';
import { contractTermsAt } from '../../domain/contracts/contract.ts';
import { termsAt } from '../../domain/contracts/plan.ts';
import { type Day, laterDay } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Interval } from '../../domain/kernel/interval.ts';
import { isPlanValidAt } from '../../domain/membership/cover.ts';
import type { ContractRecord } from '../contracts/contract-record.ts';
import { type CoveringContracts, loadContractsOf, ownOf } from '../contracts/load-contracts.ts';
import { listSuspensions } from '../customers/lifting.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Plans } from '../plans/load-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { type GrantRow, listGrants } from './grant-store.ts';
import { findPasses, type PassRow } from './pass-store.ts';
import { passOf } from './passes.ts';

/** What a customer holds: contracts with their plans, and the times in which it was suspended. */
export interface Held {
  readonly contracts: readonly ContractRecord[];
  readonly plans: Plans;
}

/** Everything a customer owns, and all that says whether it can be used. */
export interface Benefits extends Held {
  readonly customerId: Id<'cus'>;
  readonly grants: readonly (GrantRow & { readonly pass: PassRow })[];
  readonly suspensions: readonly Interval[];
  /** Passes that plans give, which nobody may own yet. */
  readonly planPasses: ReadonlyMap<Id<'pas'>, Pass>;
}

/**
 * Read at once; contracts are given where they are loaded already. Passes of a plan are given to the holder
 * of the contract: seats on it give none of their own.
 */
export async function loadBenefits(
  work: Work,
  customerId: Id<'cus'>,
  held?: CoveringContracts | null,
): Promise<Benefits> {
  const [grants, { contracts, plans }, suspensions] = await Promise.all([
    listGrants(work.tx, customerId),
    held ? { ...held, contracts: ownOf(held.contracts) } : loadContractsOf(work, customerId),
    listSuspensions(work.tx, customerId),
  ]);
  const times = suspensions.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt }));
  return benefitsFrom(work, { customerId, grants, contracts, plans, suspensions: times });
}

/** The same from what was read together with other facts; asks for passes only that nobody owns yet. */
export async function benefitsFrom(
  work: Pick<Work, 'tx'>, known: Omit<Benefits, 'planPasses'>,
): Promise<Benefits> {
  const ids = [...known.plans.values()]
    .flatMap(({ versions }) => versions.flatMap(({ terms }) => terms.benefits))
    .map(({ passId }) => passId);
  const planPasses = new Map(known.grants.map(({ pass }) => [pass.id, passOf(pass)]));
  const wanted = [...new Set(ids)].filter((id) => !planPasses.has(id));
  for (const row of await findPasses(work.tx, wanted)) planPasses.set(row.id, passOf(row));
  return { ...known, planPasses };
}

/** What plans have given by an instant and is not yet in the ledger (PAS-4). */
export function missingGrants(benefits: Benefits, at: Instant): readonly CycleGrant[] {
  const known = new Set(benefits.grants.map((row) => nameOf(row)));
  return benefits.contracts
    .flatMap((contract) => proposeGrants(grantingFacts(benefits, contract), at))
    .filter((grant) => !known.has(nameOf(grant)));
}

/**
 * What each contract's cycles give after an instant and until another, as it will be if nothing changes: for
 * answers about the future.
 */
export function comingGrants(benefits: Benefits, at: Instant, until: Instant): readonly CycleGrant[] {
  return benefits.contracts.flatMap((contract) => {
    const facts = grantingFacts(benefits, contract);
    const found = new Map<string, CycleGrant>();
    for (let next = nextGrantAt(facts, at); next !== null && next <= until; next = nextGrantAt(facts, next)) {
      for (const grant of proposeGrants(facts, next)) {
        if (grant.validFrom > at) found.set(`${grant.planId} ${grant.cycleDay} ${grant.passId}`, grant);
      }
    }
    return [...found.values()];
  });
}

export function grantingFacts(benefits: Benefits, contract: ContractRecord): GrantingFacts {
  const granted = benefits.grants.filter(({ contractId }) => contractId === contract.id);
  return {
    contract,
    zone: contract.zone,
    suspensions: benefits.suspensions,
    planOf: (planId) => benefits.plans.get(planId)!,
    passOf: (passId) => benefits.planPasses.get(passId),
    grantedFor: granted.reduce<Day | null>(
      (last, { cycleDay }) =>
        last === null || cycleDay === null ? (cycleDay ?? last) : laterDay(last, cycleDay),
      null,
    ),
  };
}

/** The grants as candidates for use at a location. */
export function candidatesAt(
  benefits: Benefits,
  locations: Locations,
  where: { here: Id<'loc'>; at: Instant },
): PassCandidate[] {
  return benefits.grants.map((row) => ({
    grant: grantOf(row),
    pass: passOf(row.pass),
    left: row.left,
    usedUntil: row.usedUntil,
    sharedByTeam: false,
    ...contractSide(benefits, locations, { contractId: row.contractId, ...where }),
  }));
}

/** Of what a plan gave or will give: its contract, and whether its plan is valid where we are (MEM-7). */
export function contractSide(
  benefits: Benefits,
  locations: Locations,
  { contractId, here, at }: { contractId: Id<'con'> | null; here: Id<'loc'>; at: Instant },
): Pick<PassCandidate, 'contract' | 'planValidHere'> {
  const contract = benefits.contracts.find(({ id }) => id === contractId) ?? null;
  if (contract === null) return { contract, planValidHere: true };
  const plan = benefits.plans.get(contractTermsAt(contract, at).planId)!;
  const where = { contractAt: contract.locationId, planAt: plan.locationId, here };
  return { contract, planValidHere: isPlanValidAt(termsAt(plan, at).validAt, where, locations.tree) };
}

export const grantOf = (row: GrantRow): Grant => ({
  id: row.id,
  customerId: row.customerId,
  passId: row.passId,
  source: row.source,
  from:
    row.contractId === null
      ? null
      : { contractId: row.contractId, planId: row.planId!, cycleDay: row.cycleDay! },
  validFrom: row.validFrom,
  expiresAt: row.expiresAt,
  expiryMoves: row.expiryMoves,
});

const nameOf = (of: Pick<GrantRow, 'contractId' | 'planId' | 'cycleDay' | 'passId'>): string =>
  `${of.contractId} ${of.planId} ${of.cycleDay} ${of.passId}`;
