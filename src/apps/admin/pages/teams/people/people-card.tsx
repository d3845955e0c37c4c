import { useState } from 'react';
import {
  Badge,
  Badges,
  Card,
  type Column,
  EmptyState,
  icons,
  Menu,
  type MenuItem,
  Table,
  ToneBadge,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { useZone } from '../../../data/today.ts';
import { Person } from '../../../pieces/person.tsx';
import { Region } from '../../../pieces/region.tsx';
import { EndDialog } from './end-dialog.tsx';
import { GiveSeat } from '../seats/give-seat.tsx';
import { type Team, type TeamMember, type TeamSeat, useMembers } from '../use-team.ts';

/** Who is in the team, with role, standing and seat; managers first. */
export function PeopleCard({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const answer = useMembers(team.id);
  const columns = useColumns(team);
  return (
    <Card
      title={phrase('admin-teams.columns.people')}
      count={team.memberCount}
      refreshing={answer.isFetching && answer.data !== undefined}
    >
      <Region answer={answer}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={icons.users}>{phrase('admin-teams.nobody')}</EmptyState>
          ) : (
            <Table
              caption={phrase('admin-teams.columns.people')}
              columns={columns}
              rows={data}
              keyOf={({ customerId }) => customerId}
              hrefOf={({ customerId }) => hrefTo(`customers/${customerId}`)}
            />
          )
        }
      </Region>
    </Card>
  );
}

function useColumns(team: Team): readonly Column<TeamMember>[] {
  const { phrase, formats } = useSpeech();
  const zone = useZone();
  return [
    {
      key: 'name',
      title: phrase('admin-teams.columns.name'),
      cell: ({ name, email }) => <Person of={{ name, email: email ?? '' }} />,
    },
    {
      key: 'role',
      title: phrase('admin-teams.columns.role'),
      cell: ({ role, since }) => (
        <span className="two">
          {role === 'manager' ? (
            <ToneBadge tone="active" icon={icons.star}>
              {phrase('admin-teams.roles.manager')}
            </ToneBadge>
          ) : (
            phrase('admin-teams.roles.member')
          )}
          <span className="muted small num nowrap">
            {phrase('admin-teams.seats.since', { day: formats.dayAt(since, zone, 'dated') })}
          </span>
        </span>
      ),
    },
    {
      key: 'standing',
      title: phrase('admin-teams.columns.standing'),
      cell: ({ standing }) => (standing === null ? null : <Badge state={standing} />),
    },
    {
      key: 'seat',
      title: phrase('admin-teams.columns.seat'),
      cell: ({ seats }) =>
        seats.length === 0 ? (
          <span className="muted">–</span>
        ) : (
          <Badges>{seats.map((seat) => <SeatName key={seat.id} of={seat} />)}</Badges>
        ),
    },
    {
      key: 'acts',
      title: phrase('admin-teams.columns.acts'),
      figures: true,
      cell: (member) => <PersonActs team={team} member={member} />,
    },
  ];
}

const SeatName = ({ of }: { readonly of: TeamSeat }) => (
  <ToneBadge tone="quiet" icon={icons.ticket}>
    <bdi>{of.planName}</bdi>
  </ToneBadge>
);

type Asked = { readonly verb: 'remove' | 'giveSeat' } | { readonly verb: 'endSeat'; readonly seat: TeamSeat };

/** What can be done for one person; what ends something says so before. */
function PersonActs({ team, member }: { readonly team: Team; readonly member: TeamMember }) {
  const { phrase } = useSpeech();
  const [asked, setAsked] = useState<Asked>();
  const change = useSend('changeTeamMember');
  const close = () => setAsked(undefined);
  const becomes = member.role === 'manager' ? 'member' : 'manager';
  const give = async (role: 'member' | 'manager') => {
    const params = { teamId: team.id, customerId: member.customerId };
    await change.mutateAsync({ params, body: { role } });
  };
  const setRole = async () => {
    await give(becomes);
    toast(phrase(`admin-teams.becomes.${becomes}.done`, { name: member.name }), () => void give(member.role));
  };
  const items: MenuItem[] = [
    ...(team.may.giveRoles
      ? [{
          key: 'role', icon: icons.star, label: phrase(`admin-teams.becomes.${becomes}.act`),
          onChoose: () => void setRole(),
        }]
      : []),
    ...(team.may.giveSeats
      ? [{
          key: 'seat', icon: icons.ticket, label: phrase('admin-teams.seat.give'),
          onChoose: () => setAsked({ verb: 'giveSeat' }),
        },
        ...member.seats.map((seat) => ({
          key: seat.id, icon: icons.x, label: phrase('admin-teams.seat.endOn', { plan: seat.planName }),
          onChoose: () => setAsked({ verb: 'endSeat', seat }),
        }))]
      : []),
    ...(team.may.remove
      ? [{
          key: 'remove', icon: icons.trash, label: phrase('admin-teams.remove.act'), danger: true,
          onChoose: () => setAsked({ verb: 'remove' }),
        }]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <span className="acts">
      <Menu
        button={{ kind: 'quiet', small: true, icon: icons.more, label: phrase('kit.more') }}
        side="end"
        name={phrase('admin-teams.actsFor', { name: member.name })}
        items={items}
      />
      {asked?.verb === 'giveSeat' ? <GiveSeat team={team} member={member} onClose={close} /> : null}
      {asked?.verb === 'remove' ? <EndDialog team={team} member={member} onClose={close} /> : null}
      {asked?.verb === 'endSeat' ? (
        <EndDialog team={team} member={member} seat={asked.seat} onClose={close} />
      ) : null}
    </span>
  );
}
