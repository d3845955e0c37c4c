import type { ProblemCode } from '../../api/problem.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import type { ContractFacts } from '../../domain/contracts/cancellation.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type Plans, termsIn } from '../plans/load-plans.ts';
import type { ContractRecord } from './contract-record.ts';
import { lockContract } from './contract-store.ts';
import { loadContracts, plansOf } from './load-contracts.ts';

/** A contract that a verb is about to change: its row is locked, so that two verbs follow each other. */
export interface ForChange {
  readonly contract: ContractRecord;
  readonly plans: Plans;
  readonly facts: ContractFacts;
}

export interface Asking {
  readonly contractId: Id<'con'>;
  /** True in the portal: the plan's own rules bind, also for somebody who works here. */
  readonly asCustomer?: boolean;
}

/** Throws 404 for whoever may neither change contracts there nor is its holder. */
export async function loadForChange(
  work: Work,
  { contractId, asCustomer = false }: Asking,
): Promise<ForChange> {
  await lockContract(work.tx, contractId);
  const contract = await loadContract(work, contractId, 'contracts.write');
  work.mustMatch(contract.version);
  const plans = await plansOf(work, [contract]);
  const byAdmin = !asCustomer && work.caller.may('contracts.write', contract.locationId);
  return { contract, plans, facts: factsOf(work, contract, plans, byAdmin) };
}

export async function loadContract(
  work: Work,
  id: Id<'con'>,
  permission: 'contracts.read' | 'contracts.write',
): Promise<ContractRecord> {
  const [contract] = await loadContracts(work.tx, { ids: [id] });
  if (contract === undefined) throw new Problem('notFound');
  work.caller.mustActFor(contract.customerId, permission, contract.locationId);
  return contract;
}

export const factsOf = (
  work: Work,
  contract: ContractRecord,
  plans: Plans,
  byAdmin: boolean,
): ContractFacts => ({
  contract,
  byAdmin,
  now: work.now,
  today: dayAt(work.now, contract.zone),
  noticeDays: contract.noticeDays,
  termsOfPlan: termsIn(plans, work.now),
});

/** For a customer of its own, a change that only staff makes does not exist. */
export function mustBeStaff({ caller }: Work, contract: ContractRecord): void {
  caller.mustMay('contracts.write', contract.locationId);
}

/** Reads the contract anew, as it is after what was written. */
export async function reload(work: Work, id: Id<'con'>): Promise<{ contract: ContractRecord; plans: Plans }> {
  const [contract] = await loadContracts(work.tx, { ids: [id] });
  if (contract === undefined) throw new Problem('notFound');
  return { contract, plans: await plansOf(work, [contract]) };
}

/** A refusal that is about what was sent names its field; any other is a problem of its own. */
export function refuse(refusal: string): never {
  const field = fieldsAtFault[refusal];
  if (field !== undefined) throw fieldProblem(field[0], refusal, field[1]);
  throw new Problem(refusal as ProblemCode);
}

const fieldsAtFault: Readonly<Record<string, readonly [field: string, detail: string]>> = {
  freezeEmpty: ['untilDay', 'Needs a day after fromDay: the first day not frozen.'],
  freezeOutsideContract: ['fromDay', 'A freeze lies between the start and the end of its contract.'],
  freezeInThePast: ['fromDay', 'Needs today or a later day.'],
  lastDayBeforeStart: ['lastDay', 'This contract has begun: its last day is its first day or a later one.'],
  planNotHere: ['planId', 'This plan is not offered at this location.'],
  planArchived: ['planId', 'This plan is put away. Choose another one.'],
  noPriceInCurrency: ['planId', 'This plan has no price in the currency of this location.'],
};
