import type { Id } from '../../../domain/kernel/id.ts';
import { mostSeatsTaken } from '../../../domain/contracts/seats.ts';
import { overlaps } from '../../../domain/kernel/interval.ts';
import type { SeatOwner, SeatsOfTeams } from '../../teams/seats-of-teams.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import { lockContract } from '../contract-store.ts';
import { loadContracts } from '../load-contracts.ts';
import { end, seat } from './give-seat.ts';
import { seatsOf } from './load-seats.ts';
import { listOpenSeats, listSeats, lockContractsInForce } from './seat-store.ts';

/** What teams do with seats, for whom the verb has asked already; the team is locked. */
export const seatsOfTeams: SeatsOfTeams = { end: endAll, takeFree };

/** TEM-4: who is no longer in the team has no seat on its contracts, now or to come. */
async function endAll(work: Work, { teamId, customerId }: SeatOwner): Promise<void> {
  for (const { id, contractId } of await listOpenSeats(work.tx, { teamId, customerId, now: work.now })) {
    await lockContract(work.tx, contractId);
    await end(work, await contractOf(work, contractId), { id, customerId });
  }
}

/** TEM-3: one on the oldest contract in force that has a place free from now on. */
async function takeFree(work: Work, { teamId, customerId }: SeatOwner): Promise<boolean> {
  const during = { start: work.now, end: null };
  const ids = await lockContractsInForce(work.tx, teamId, work.now);
  const all = await listSeats(work.tx, ids);
  if (all.some((row) => row.customerId === customerId && overlaps(seatsOf([row])[0]!.during, during))) {
    return false;
  }
  for (const id of ids) {
    const contract = await contractOf(work, id);
    const rows = all.filter(({ contractId }) => contractId === id);
    const isFree = mostSeatsTaken(seatsOf(rows), work.now) < contract.seats;
    if (contract.customerId === customerId || !isFree) continue;
    await seat(work, { contract, rows }, { customerId, during });
    return true;
  }
  return false;
}

async function contractOf(work: Work, id: Id<'con'>): Promise<ContractRecord> {
  const [contract] = await loadContracts(work.tx, { ids: [id] });
  if (contract === undefined) throw new RangeError(`contract ${id} was not found again`);
  return contract;
}
