import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';
import { loadPlans, type Plans } from '../plans/load-plans.ts';
import { type ContractRecord, recordsOf } from './contract-record.ts';
import { type ContractFilter, listContracts } from './contract-store.ts';

/** Contracts with terms and freezes, in one round trip, the newest first. */
export const loadContracts = async (
  tx: Database,
  filter: ContractFilter,
): Promise<readonly ContractRecord[]> => recordsOf(await listContracts(tx, filter));

/** Every contract that a customer holds, and the plans they were, are or will be to. */
export async function loadContractsOf(
  tx: Database,
  customerId: Id<'cus'>,
): Promise<{ contracts: readonly ContractRecord[]; plans: Plans }> {
  const contracts = await loadContracts(tx, { customerIds: [customerId] });
  return { contracts, plans: await plansOf(tx, contracts) };
}

export const plansOf = (tx: Database, contracts: readonly ContractRecord[]): Promise<Plans> =>
  loadPlans(tx, [...new Set(contracts.flatMap(({ terms }) => terms.map(({ planId }) => planId)))]);
