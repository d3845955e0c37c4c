import type { Instant } from '../../domain/kernel/instant.ts';
import { lastDayOf } from '../../domain/contracts/cancellation.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import type { Work } from '../platform/work/shell.ts';
import type { ContractRecord } from './contract-record.ts';
import { contractOfFreeze } from './freeze-store.ts';
import { loadContracts } from './load-contracts.ts';

/**
 * What passing time does to contracts is told here, for webhooks and live screens. Nothing waits for it:
 * status and membership are computed from the days themselves (CON-3, MEM-2). A day that has moved since is
 * not told.
 */
export const contractDeadlines: Deadlines = {
  'contract.begins': async (work, contractId, dueAt) => {
    const contract = await load(work, contractId);
    if (contract === null || contract.during.start !== dueAt || contract.during.end === dueAt) return;
    tell(work, contract, 'contract.begun', { startDay: contract.startDay });
  },
  'contract.ends': async (work, contractId, dueAt) => {
    const contract = await load(work, contractId);
    if (contract?.during.end !== dueAt) return;
    tell(work, contract, 'contract.ended', { lastDay: lastDayOf(contract.endDay) });
  },
  'contract.freezes': (work, freezeId, dueAt) => tellFreeze(work, freezeId, { dueAt, edge: 'start' }),
  'contract.thaws': (work, freezeId, dueAt) => tellFreeze(work, freezeId, { dueAt, edge: 'end' }),
};

async function tellFreeze(
  work: Work,
  freezeId: string,
  { dueAt, edge }: { dueAt: Instant; edge: 'start' | 'end' },
): Promise<void> {
  const contractId = await contractOfFreeze(work.tx, freezeId);
  const contract = contractId === null ? null : await load(work, contractId);
  const freeze = contract?.freezes.find(({ id }) => id === freezeId);
  if (!contract || !freeze || freeze.during[edge] !== dueAt || freeze.during.start === freeze.during.end)
    return;
  const kind = edge === 'start' ? 'contract.freezeBegun' : 'contract.thawed';
  tell(work, contract, kind, { freezeId, untilDay: freeze.untilDay });
}

const load = async (work: Work, contractId: string): Promise<ContractRecord | null> =>
  (await loadContracts(work.tx, { ids: [contractId] }))[0] ?? null;

const tell = (
  work: Work,
  contract: ContractRecord,
  kind: `contract.${string}`,
  facts: Readonly<Record<string, unknown>>,
): void => work.tell({ kind, aboutId: contract.id, customerId: contract.customerId, facts });
