import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadPlans, type Plans } from '../plans/load-plans.ts';
import type { Query } from '../platform/database/together.ts';
import { type ContractRecord, type ContractRow, type CoveringRecord, recordsOf } from './contract-record.ts';
import { type ContractFilter, contractsQuery, listContracts } from './contract-store.ts';

/** Contracts with terms and freezes, in one round trip, the newest first. */
export const loadContracts = async (
  tx: Database,
  filter: ContractFilter,
): Promise<readonly ContractRecord[]> => recordsOf(await listContracts(tx, filter));

/** Contracts with the plans they were, are or will be to. */
export interface HeldContracts {
  readonly contracts: readonly ContractRecord[];
  readonly plans: Plans;
}

/** The contracts that cover a customer at some time, each as the customer has it (MEM-1). */
export interface CoveringContracts extends HeldContracts {
  readonly contracts: readonly CoveringRecord[];
}

/** Every contract that a customer holds: those it is invoiced for. */
export async function loadContractsOf(
  work: Pick<Work, 'tx' | 'kept'>,
  customerId: Id<'cus'>,
): Promise<HeldContracts> {
  const contracts = await loadContracts(work.tx, { customerIds: [customerId] });
  return { contracts, plans: await plansOf(work, contracts) };
}

/** Every contract that covers a customer: those it holds, and those on which it has or had a seat. */
export const loadCovering = async (
  work: Pick<Work, 'tx' | 'kept'>,
  customerId: Id<'cus'>,
): Promise<CoveringContracts> => coveringFrom(work, await listContracts(work.tx, { coveredId: customerId }));

/** The same for a statement that asks more at once: the query, and what its rows then are. */
export const coveringQuery = (customerId: Id<'cus'> | null): Query<ContractRow> =>
  contractsQuery(customerId === null ? { ids: [] } : { coveredId: customerId });

export async function coveringFrom(
  work: Pick<Work, 'kept'>,
  rows: readonly ContractRow[],
): Promise<CoveringContracts> {
  const contracts = recordsOf(rows);
  return { contracts, plans: await plansOf(work, contracts) };
}

/**
 * Of the contracts that cover a customer, its own: what is billed, and what gives passes, is the holder's.
 */
export const ownOf = <C extends { readonly seatsHeld: unknown }>(contracts: readonly C[]): readonly C[] =>
  contracts.filter(({ seatsHeld }) => seatsHeld === null);

export const plansOf = (
  work: Pick<Work, 'kept'>,
  contracts: readonly ContractRecord[],
): Promise<Plans> =>
  loadPlans(work, [...new Set(contracts.flatMap(({ terms }) => terms.map(({ planId }) => planId)))]);
