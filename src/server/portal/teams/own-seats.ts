import type { OwnSeat } from '../../../apps/portal/readers.ts';
import { customerState } from '../../access/customer-state.ts';
import { loadContractsOf } from '../../contracts/load-contracts.ts';
import type { Visiting } from '../visiting.ts';

/** What covers the visitor now, but for contracts of its own (MEM-1). */
export async function loadOwnSeats(visiting: Visiting): Promise<readonly OwnSeat[]> {
  const { shell, caller, customerId, now } = visiting;
  if (customerId === null) return [];
  return shell.read(caller, async (work) => {
    const { contracts: own } = await loadContractsOf(work, customerId);
    const { contracts } = await customerState(work, { customerId, locationId: null }, now);
    return contracts
      .filter(({ id, status }) =>
        (status === 'active' || status === 'frozen') && !own.some((contract) => contract.id === id))
      .map(({ id, planName }) => ({ contractId: id, planName }));
  });
}
