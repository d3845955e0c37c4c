import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadPlans, type Plans } from '../plans/load-plans.ts';
import type { Query } from '../platform/database/together.ts';
import { type ContractRecord, type ContractRow, recordsOf } from './contract-record.ts';
import { type ContractFilter, contractsQuery, listContracts } from './contract-store.ts';

/** Contracts with terms and freezes, in one round trip, the newest first. */
export const loadContracts = async (
  tx: Database,
  filter: ContractFilter,
): Promise<readonly ContractRecord[]> => recordsOf(await listContracts(tx, filter));

/** Every contract that a customer holds, and the plans they were, are or will be to. */
export async function loadContractsOf(
  work: Pick<Work, 'tx' | 'kept'>,
  customerId: Id<'cus'>,
): Promise<{ contracts: readonly ContractRecord[]; plans: Plans }> {
  const contracts = await loadContracts(work.tx, { customerIds: [customerId] });
  return { contracts, plans: await plansOf(work, contracts) };
}

/** The same for a statement that asks more at once: the query, and what its rows then are. */
export const heldQuery = (customerId: Id<'cus'> | null): Query<ContractRow> =>
  contractsQuery({ customerIds: customerId === null ? [] : [customerId] });

export async function heldFrom(
  work: Pick<Work, 'kept'>,
  rows: readonly ContractRow[],
): Promise<{ contracts: readonly ContractRecord[]; plans: Plans }> {
  const contracts = recordsOf(rows);
  return { contracts, plans: await plansOf(work, contracts) };
}

export const plansOf = (
  work: Pick<Work, 'kept'>,
  contracts: readonly ContractRecord[],
): Promise<Plans> =>
  loadPlans(work, [...new Set(contracts.flatMap(({ terms }) => terms.map(({ planId }) => planId)))]);
