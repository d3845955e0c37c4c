import { useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';

export type Team = AnswerTo<'getTeam'>;
export type TeamMember = AnswerTo<'listTeamMembers'>['data'][number];
export type TeamContract = AnswerTo<'listTeamContracts'>['data'][number];
export type TeamSeat = TeamMember['seats'][number];

export const useMembers = (teamId: string) =>
  useAnswer('listTeamMembers', { params: { teamId: teamId as never }, query: {} });

export const useContractsOfTeam = (teamId: string) =>
  useAnswer('listTeamContracts', { params: { teamId: teamId as never } });

/** "3 of 5 seats used", or that there are none. */
export function useSeatsText(): (seats: { readonly taken: number; readonly total: number }) => string {
  const { phrase } = useSpeech();
  return ({ taken, total }) =>
    phrase(total === 0 ? 'admin-teams.noSeats' : 'admin-teams.seatsUsed', { used: taken, all: total });
}

/**
 * Whether somebody is a member now, and would be without these contracts, by what covers them; undefined
 * while that is not known.
 */
export function useStandingWithout(
  customerId: string,
  contractIds: readonly string[],
): { readonly before: boolean; readonly after: boolean } | undefined {
  const { may } = useHere();
  const state = useAnswer(
    'getCustomerState',
    { params: { customerId: customerId as never }, query: {} },
    { when: may('customers.read') },
  );
  if (state.data === undefined) return undefined;
  const covering = state.data.contracts.filter(({ status }) => status === 'active' || status === 'frozen');
  return { before: covering.length > 0, after: covering.some(({ id }) => !contractIds.includes(id)) };
}
