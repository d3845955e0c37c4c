import type { AnsweredSeat } from '../../../api/seats.ts';
import * as api from '../../../api/seats.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import { contractStatusAt, contractTermsAt } from '../../../domain/contracts/contract.ts';
import { seatsTakenAt } from '../../../domain/contracts/seats.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import { loadTeam } from '../../teams/load-team.ts';
import { Problem } from '../../platform/http/problem.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { ContractRecord } from '../contract-record.ts';
import { loadContracts, plansOf } from '../load-contracts.ts';
import { changeSeats, endSeat, giveSeat, isOver, reassignSeat } from './give-seat.ts';
import { loadSeats, seatsOf } from './load-seats.ts';
import { listSeats, type SeatRow } from './seat-store.ts';

export const seatRoutes = [
  serve(api.listSeats, ({ params, query, caller, shell }) => shell.read(caller, (work) =>
    shownAll(work, params.contractId, query.past === true))),
  serve(api.giveSeat, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    shownOne(work, params.contractId, await giveSeat(work, params.contractId, body)))),
  serve(api.endSeat, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endSeat(work, params);
    return shownOne(work, params.contractId, params.seatId);
  })),
  serve(api.reassignSeat, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    shownOne(work, params.contractId, await reassignSeat(work, params, body.customerId)))),
  serve(api.changeSeats, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await changeSeats(work, params.contractId, body.seats);
    return shownAll(work, params.contractId, false);
  })),
  serve(api.listTeamContracts, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const { seesAll } = await loadTeam(work, params.teamId);
    if (!seesAll) throw new Problem('notPermitted', { with: { permission: 'teams.read' } });
    return contractsOf(work, params.teamId);
  })),
];

async function shownAll(work: Work, id: Id<'con'>, past: boolean) {
  const { contract, rows } = await loadSeats(work, id);
  const shown = past ? rows : rows.filter((row) => !isOver(row, work.now));
  return {
    data: shown.map((row) => present(row, contract, work.now)), nextCursor: null,
    ...countsOf(contract, rows, work.now),
  };
}

async function shownOne(work: Work, contractId: Id<'con'>, id: Id<'sea'>): Promise<AnsweredSeat> {
  const { contract, rows } = await loadSeats(work, contractId);
  return present(rows.find((row) => row.id === id)!, contract, work.now);
}

async function contractsOf(work: Work, teamId: Id<'tea'>) {
  const contracts = await loadContracts(work.tx, { teamId });
  const [plans, seats, { tree }] = await Promise.all([
    plansOf(work, contracts), listSeats(work.tx, contracts.map(({ id }) => id)), loadLocations(work),
  ]);
  const data = contracts.map((contract) => {
    const { planId } = contractTermsAt(contract, work.now);
    const { id, locationId, customerId, customerName, startDay, endDay } = contract;
    return {
      id, planId, planName: plans.get(planId)?.name ?? '', locationId,
      locationName: tree.get(locationId)?.name ?? '', customerId, customerName,
      status: contractStatusAt(contract, work.now), startDay, endDay,
      ...countsOf(contract, seats.filter(({ contractId }) => contractId === id), work.now),
    };
  });
  return { data, nextCursor: null };
}

function countsOf({ seats: total }: ContractRecord, rows: readonly SeatRow[], now: Instant) {
  const taken = seatsTakenAt(seatsOf(rows), now);
  return { total, taken, free: Math.max(0, total - taken) };
}

const present = (row: SeatRow, { teamId }: ContractRecord, now: Instant): AnsweredSeat => ({
  id: row.id,
  contractId: row.contractId,
  teamId: teamId!,
  customerId: row.customerId,
  customerName: row.customerName,
  startAt: text(row.startedAt),
  endAt: textOrNull(row.endedAt),
  state: isOver(row, now) ? 'over' : row.startedAt > now ? 'scheduled' : 'inForce',
});
