import { useState } from 'react';
import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  icons,
  Meter,
  NameText,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useHere } from '../../../data/here.tsx';
import { RowsCard } from '../../../pieces/rows-card.tsx';
import { SeatsDialog } from './seats-dialog.tsx';
import { type Team, type TeamContract, useContractsOfTeam, useSeatsText } from '../use-team.ts';

/** The contracts of the team: whose they are, and how many of their seats are used. */
export function ContractsCard({ team }: { readonly team: Team }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const answer = useContractsOfTeam(team.id);
  const columns = useColumns(team);
  const add = may('contracts.write') ? (
    <ButtonLink kind="quiet" small icon={icons.plus} href={hrefTo(newContract(team))}>
      {phrase('admin-contracts.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <RowsCard
      title={phrase('admin-contracts.title')}
      answer={answer}
      columns={columns}
      empty={phrase('admin-teams.contracts.none')}
      acts={add}
    />
  );
}

const newContract = ({ id, payingCustomerId }: Team): string =>
  `money/contracts/new?team=${id}${payingCustomerId === null ? '' : `&customer=${payingCustomerId}`}`;

function useColumns(team: Team): readonly Column<TeamContract>[] {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
  const seatsText = useSeatsText();
  return [
    {
      key: 'plan',
      title: phrase('admin-contracts.columns.plan'),
      cell: (row) => (
        <span className="two">
          <b>{row.planName}</b>
          <span className="muted small">{row.locationName}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: phrase('admin-contracts.columns.state'),
      cell: ({ status }) => <Badge state={status} />,
    },
    {
      key: 'holder',
      title: phrase('admin-teams.columns.holder'),
      cell: (row) => (
        <a className="link" href={hrefTo(`customers/${row.customerId}/contracts`)}>
          <NameText>{row.customerName}</NameText>
        </a>
      ),
    },
    {
      key: 'since',
      title: phrase('admin-contracts.columns.since'),
      wideOnly: true,
      cell: ({ startDay }) => <span className="num nowrap">{formats.day(startDay, 'dated')}</span>,
    },
    {
      key: 'seats',
      title: phrase('admin-teams.columns.seats'),
      cell: (row) => (
        <span className="left">
          {seatsText(row)}
          {row.total === 0 ? null : <Meter share={row.taken / row.total} />}
        </span>
      ),
    },
    {
      key: 'acts',
      title: phrase('admin-contracts.columns.acts'),
      figures: true,
      cell: (row) => <SeatActs team={team} of={row} />,
    },
  ];
}

function SeatActs({ team, of }: { readonly team: Team; readonly of: TeamContract }) {
  const { phrase } = useSpeech();
  const [open, setOpen] = useState(false);
  if (of.status === 'ended' || of.status === 'void') return null;
  return (
    <span className="acts">
      <Button small onClick={() => setOpen(true)}>
        {phrase('admin-teams.seats.act')}
      </Button>
      {open ? (
        <SeatsDialog
          contract={{ id: of.id, planName: of.planName, locationId: of.locationId }}
          team={team}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </span>
  );
}
