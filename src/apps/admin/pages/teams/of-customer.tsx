import { useQueries } from '@tanstack/react-query';
import {
  Badge,
  Card,
  icons,
  Icon,
  List,
  ListRow,
  NameText,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { client } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { useZone } from '../../data/today.ts';
import type { Team, TeamMember } from './use-team.ts';

/** One team of a customer, with the role and the seats that it has there. */
export interface TeamOf {
  readonly team: Team;
  readonly role: TeamMember['role'];
  readonly seats: TeamMember['seats'];
}

/** The teams that a customer is in, by name; none where one may not know. */
export function useTeamsOf(customerId: string): readonly TeamOf[] {
  const { may } = useHere();
  const query = { customerId: customerId as never, limit: 100 };
  const teams = useAnswer('listTeams', { query }, { when: may('teams.read') }).data?.data ?? [];
  const members = useQueries({
    queries: teams.map(({ id }) => {
      const sent = { params: { teamId: id }, query: {} };
      return {
        queryKey: ['listTeamMembers', sent],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          client.call('listTeamMembers', { ...sent, signal }),
      };
    }),
  });
  return teams.flatMap((team, at) => {
    const own = members[at]?.data?.data.find((member) => member.customerId === customerId);
    return own === undefined ? [] : [{ team, role: own.role, seats: own.seats }];
  });
}

/** Beside a customer: which teams, in which role, with which seat. */
export function TeamLines({ of }: { readonly of: readonly TeamOf[] }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  return (
    <ul className="plainlist">
      {of.map(({ team, role, seats }) => (
        <li key={team.id}>
          <a className="link" href={hrefTo(`teams/${team.id}`)}>
            <NameText>{team.name}</NameText>
          </a>
          <br />
          <span className="muted">
            {seats.length === 0
              ? phrase(`admin-teams.roles.${role}`)
              : phrase('admin-teams.of.seat', {
                  role: phrase(`admin-teams.roles.${role}`),
                  plan: seats[0]?.planName ?? '',
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Each seat that covers the customer now: why somebody is a member without a contract of their own. */
export function useSeatReasons(of: readonly TeamOf[]): readonly string[] {
  const { phrase } = useSpeech();
  return of.flatMap(({ team, seats }) =>
    seats.map(({ planName }) => phrase('admin-teams.of.because', { plan: planName, team: team.name })),
  );
}

/** Beside the contracts of a customer: the places on those of teams, which cover it as well (MEM-1). */
export function SeatsOf({ customerId }: { readonly customerId: string }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  const zone = useZone();
  const seats = useTeamsOf(customerId).flatMap(({ team, seats: held }) =>
    held.map((seat) => ({ team, seat })),
  );
  if (seats.length === 0) return null;
  return (
    <Card title={phrase('admin-teams.of.seatsTitle')} count={seats.length}>
      <List label={phrase('admin-teams.of.seatsTitle')}>
        {seats.map(({ team, seat }) => (
          <ListRow
            key={seat.id}
            lead={<Icon of={icons.ticket} />}
            title={
              <a className="link" href={hrefTo(`teams/${team.id}`)}>
                {phrase('admin-teams.of.covers', { plan: seat.planName, team: team.name })}
              </a>
            }
            note={phrase('admin-teams.of.coversSince', { day: formats.dayAt(seat.since, zone, 'dated') })}
          >
            <Badge state="active" small />
          </ListRow>
        ))}
      </List>
    </Card>
  );
}
