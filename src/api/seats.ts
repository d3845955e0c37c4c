import { z } from 'zod';
import { contractStatuses } from './contracts.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, flag, idOf, instantText, wholeListOf } from './schema.ts';

/**
 * Places on contracts of teams (TEM-2): each covers one member of the team at a time, for a period. Staff
 * asks with the rights over contracts at the contract's location; managers of the team give and end seats
 * from now on (PER-2); the holder of the contract sees who has them.
 */

const day = z.string().meta({ format: 'date' });

export const seatSchema = z.object({
  id: answeredId('sea'),
  contractId: answeredId('con'),
  teamId: answeredId('tea'),
  customerId: answeredId('cus'),
  customerName: z.string(),
  startAt: answeredInstant,
  endAt: answeredInstant.nullable().meta({ description: 'Without it: until it is ended' }),
  state: z.enum(['scheduled', 'inForce', 'over']),
});
export type AnsweredSeat = z.input<typeof seatSchema>;

const counts = { total: z.int(), taken: z.int().meta({ description: 'Now' }), free: z.int() };

const params = z.object({ contractId: idOf('con') });
const seatParams = z.object({ contractId: idOf('con'), seatId: idOf('sea') });

export const listSeats = endpoint({
  method: 'GET', path: '/contracts/:contractId/seats', permission: 'contracts.read', ownCustomer: true,
  summary: 'Who has the seats of a contract, now and to come; with past, who had them too', params,
  query: z.object({ past: flag.optional() }), answer: wholeListOf(seatSchema).extend(counts),
  problems: ['notFound'],
});

export const giveSeat = endpoint({
  method: 'POST', path: '/contracts/:contractId/seats', permission: 'contracts.write', ownCustomer: true,
  summary: 'Gives a seat to a member of the team, who is covered by the contract from then on (MEM-1)',
  params,
  body: z.strictObject({
    customerId: idOf('cus'),
    startAt: instantText.optional().meta({ description: 'Now unless said; in the past only for staff' }),
    endAt: instantText.optional(),
  }),
  answer: seatSchema, status: 201,
  problems: ['notFound', 'notPermitted', 'notValid', 'noFreeSeat', 'alreadySeated', 'contractOver'],
});

export const endSeat = endpoint({
  method: 'POST', path: '/contracts/:contractId/seats/:seatId/end', permission: 'contracts.write',
  ownCustomer: true, summary: 'Ends a seat now; one that has not begun is taken back', params: seatParams,
  body: z.strictObject({}).optional(), answer: seatSchema, problems: ['notFound', 'notPermitted', 'seatOver'],
});

export const reassignSeat = endpoint({
  method: 'POST', path: '/contracts/:contractId/seats/:seatId/reassign', permission: 'contracts.write',
  ownCustomer: true,
  summary: 'Ends a seat and gives it to another member of the team at the same instant, which is now',
  params: seatParams, body: z.strictObject({ customerId: idOf('cus') }), answer: seatSchema, status: 201,
  problems: ['notFound', 'notPermitted', 'notValid', 'alreadySeated', 'seatOver', 'contractOver'],
});

export const changeSeats = endpoint({
  method: 'PATCH', path: '/contracts/:contractId/seats', permission: 'contracts.write',
  summary: 'Sets how many seats a contract of a team has; never fewer than are taken, now or later',
  params, body: z.strictObject({ seats: z.int().min(0).max(1000) }),
  answer: wholeListOf(seatSchema).extend(counts), problems: ['notFound', 'notValid', 'seatsTaken'],
});

export const teamContractSchema = z.object({
  id: answeredId('con'),
  planId: answeredId('pla'),
  planName: z.string(),
  locationId: answeredId('loc'),
  locationName: z.string(),
  customerId: answeredId('cus').meta({ description: 'The holder, who is invoiced for its cycles' }),
  customerName: z.string(),
  status: z.enum(contractStatuses),
  startDay: day,
  endDay: day.nullable(),
  ...counts,
});

export const listTeamContracts = endpoint({
  method: 'GET', path: '/teams/:teamId/contracts', permission: 'teams.read', ownCustomer: true,
  summary: 'The contracts of a team with their seats, the newest first: for staff and managers',
  params: z.object({ teamId: idOf('tea') }), answer: wholeListOf(teamContractSchema),
  problems: ['notFound', 'notPermitted'],
});
