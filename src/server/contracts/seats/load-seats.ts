import type { Seat } from '../../../domain/contracts/seats.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { lockTeamOf } from '../../teams/load-team.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import { lockContract } from '../contract-store.ts';
import { loadContracts } from '../load-contracts.ts';
import { listSeats, type SeatRow } from './seat-store.ts';

export interface SeatsOf {
  readonly contract: ContractRecord;
  readonly rows: readonly SeatRow[];
}

/** The contract with its seats, for staff, its holder, and whoever runs the team. Anybody else hears 404. */
export async function loadSeats(work: Work, id: Id<'con'>): Promise<SeatsOf> {
  const [contract] = await loadContracts(work.tx, { ids: [id] });
  if (contract === undefined) throw new Problem('notFound');
  const { customerId, locationId } = contract;
  if (!runs(work, contract)) work.caller.mustActFor(customerId, 'contracts.read', locationId);
  return { contract, rows: await listSeats(work.tx, [id]) };
}

/**
 * The same for a change: the team and the contract are locked, in this order everywhere. The holder pays and
 * is not by that a manager (TEM-1): it hears 403.
 */
export async function lockSeats(work: Work, id: Id<'con'>, by: 'anyWhoMay' | 'staff'): Promise<SeatsOf> {
  const { contract } = await loadSeats(work, id);
  if (by === 'staff' || !runs(work, contract)) work.caller.mustMay('contracts.write', contract.locationId);
  await lockAll(work, contract);
  return loadSeats(work, id);
}

async function lockAll(work: Work, { id, teamId }: ContractRecord): Promise<void> {
  if (teamId !== null) await lockTeamOf(work, teamId);
  await lockContract(work.tx, id);
}

const runs = ({ caller }: Work, { teamId }: ContractRecord): boolean =>
  teamId !== null && caller.teams.some((one) => one.teamId === teamId && one.role === 'manager');

export const seatsOf = (rows: readonly SeatRow[]): Seat[] => rows.map(seatOf);

export const seatOf = ({ id, number, customerId, startedAt, endedAt }: SeatRow): Seat =>
  ({ id, number, customerId, during: { start: startedAt, end: endedAt } });
