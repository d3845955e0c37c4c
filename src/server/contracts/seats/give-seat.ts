import type { BodyOf } from '../../../api/endpoint.ts';
import type * as api from '../../../api/seats.ts';
import { contractStatusAt } from '../../../domain/contracts/contract.ts';
import { mostSeatsTaken, renumbered, type Seat, seatingFor } from '../../../domain/contracts/seats.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { holds, type Interval } from '../../../domain/kernel/interval.ts';
import { refusedBy } from '../../platform/database/sql.ts';
import { fieldProblem, Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import { lockSeats, seatOf, seatsOf, type SeatsOf } from './load-seats.ts';
import { endSeatAt, holdInTeam, insertSeat, renumberSeats, type SeatRow, setSeats } from './seat-store.ts';

/** Gives a seat to a member of the team (TEM-2), who is covered by the contract in that period (MEM-1). */
export async function giveSeat(
  work: Work, contractId: Id<'con'>, wished: BodyOf<typeof api.giveSeat>,
): Promise<Id<'sea'>> {
  const found = await lockSeats(work, contractId, 'anyWhoMay');
  const during = periodOf(work, found.contract, wished);
  return seat(work, found, { customerId: wished.customerId, during });
}

/** Ends a seat now; one that has not begun is taken back. */
export async function endSeat(work: Work, { contractId, seatId }: Which): Promise<void> {
  const found = await lockSeats(work, contractId, 'anyWhoMay');
  await end(work, found.contract, openSeat(work, found, seatId));
}

/** One leaves and another comes at the same instant: nobody else can take the place between them. */
export async function reassignSeat(
  work: Work, which: Which, customerId: Id<'cus'>,
): Promise<Id<'sea'>> {
  const { contract, rows } = await lockSeats(work, which.contractId, 'anyWhoMay');
  const before = openSeat(work, { contract, rows }, which.seatId);
  await end(work, contract, before);
  const start = before.during.start > work.now ? before.during.start : work.now;
  const others = rows.filter(({ id }) => id !== before.id);
  return seat(work, { contract, rows: others }, { customerId, during: { start, end: before.during.end } });
}

/** How many seats there are: never fewer than are taken, now or at a time to come. */
export async function changeSeats(work: Work, contractId: Id<'con'>, seats: number): Promise<void> {
  const { contract, rows } = await lockSeats(work, contractId, 'staff');
  work.mustMatch(contract.version);
  if (contract.teamId === null) throw fieldProblem('seats', 'noTeam', 'Only contracts of a team have seats.');
  if (mostSeatsTaken(seatsOf(rows), work.now) > seats) throw new Problem('seatsTaken');
  if (seats < contract.seats) await renumberSeats(work.tx, renumbered(seatsOf(rows)));
  await setSeats(work.tx, contractId, seats);
  const { customerId, locationId } = contract;
  work.audit({
    action: 'contract.seatsChanged', aboutId: contractId, customerId, locationId,
    before: { seats: contract.seats }, after: { seats },
  });
  work.tell({ kind: 'contract.seatsChanged', aboutId: contractId, customerId, facts: { seats } });
}

interface Which {
  readonly contractId: Id<'con'>;
  readonly seatId: Id<'sea'>;
}

/** Takes a place that is free for the whole period. Team and contract are locked. */
export async function seat(
  work: Work, { contract, rows }: SeatsOf, wished: { customerId: Id<'cus'>; during: Interval },
): Promise<Id<'sea'>> {
  const { customerId, during } = wished;
  if (contract.teamId === null) throw new Problem('noFreeSeat');
  if (!await holdInTeam(work.tx, { teamId: contract.teamId, customerId })) {
    throw fieldProblem('customerId', 'notInTeam', 'This customer is not in the team.');
  }
  const seating = seatingFor(seatsOf(rows), during, contract.seats);
  if (seating === null) {
    const own = rows.filter((row) => row.customerId === customerId);
    const isSeated = own.some((row) => holds(seatOf(row).during, during.start));
    throw new Problem(isSeated ? 'alreadySeated' : 'noFreeSeat');
  }
  const id = work.newId('sea');
  const row = { id, contractId: contract.id, number: seating.number, customerId, during };
  await renumberSeats(work.tx, seating.moved);
  await insertSeat(work.tx, { ...row, by: work.caller.actorId }).catch((error: unknown) => {
    const constraint = refusedBy(error);
    if (constraint === 'contract_seats_one_each') throw new Problem('alreadySeated');
    if (constraint?.startsWith('contract_seats') === true) throw new Problem('noFreeSeat');
    throw error;
  });
  const { locationId, teamId } = contract;
  const facts = { seatId: id, teamId };
  work.audit({ action: 'contract.seatGiven', aboutId: contract.id, customerId, locationId, after: facts });
  work.tell({ kind: 'contract.seatGiven', aboutId: contract.id, customerId, facts });
  return id;
}

export async function end(
  work: Work, contract: ContractRecord, { id, customerId }: Pick<Seat, 'id' | 'customerId'>,
): Promise<void> {
  await endSeatAt(work.tx, { id, now: work.now, by: work.caller.actorId });
  const { locationId, teamId } = contract;
  const facts = { seatId: id, teamId };
  work.audit({ action: 'contract.seatEnded', aboutId: contract.id, customerId, locationId, before: facts });
  work.tell({ kind: 'contract.seatEnded', aboutId: contract.id, customerId, facts });
}

function openSeat({ now }: Work, { rows }: SeatsOf, id: Id<'sea'>): Seat {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Problem('notFound');
  if (isOver(row, now)) throw new Problem('seatOver');
  return seatOf(row);
}

/** Ended, or taken back before it began. */
export const isOver = ({ startedAt, endedAt }: SeatRow, now: number): boolean =>
  endedAt !== null && (endedAt <= now || endedAt <= startedAt);

/** From now on unless said; what has been is for staff to say. */
function periodOf(work: Work, contract: ContractRecord, wished: BodyOf<typeof api.giveSeat>): Interval {
  const { now, caller } = work;
  const { startAt: start = now, endAt = null } = wished;
  if (start < now && !caller.may('contracts.write', contract.locationId)) {
    throw fieldProblem('startAt', 'inThePast', 'Needs now or a later time.');
  }
  if (endAt !== null && endAt <= start) throw fieldProblem('endAt', 'tooEarly', 'Needs to be after startAt.');
  const status = contractStatusAt(contract, start);
  if (status === 'ended' || status === 'void') throw new Problem('contractOver');
  return { start, end: endAt };
}
