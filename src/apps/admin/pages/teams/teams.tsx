import '../../css/customers.css';
import { Button, type Column, icons, NameText, useSpeech } from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAddressValue, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { SearchField } from '../../pieces/narrow/search-field.tsx';
import { NewTeam } from './new-team.tsx';
import { useSeatsText } from './use-team.ts';

type TeamRow = AnswerTo<'listTeams'>['data'][number];

/** The teams of the place of the address, by name. */
export function Teams() {
  const { phrase } = useSpeech();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const [making, setMaking] = useAddressValue('new');
  const list = useList('listTeams', {
    query: { ...(location && { locationId: location.id }), ...(filters.q && { q: filters.q }), limit: 50 },
  });
  const add = may('teams.write') ? (
    <Button kind="primary" icon={icons.plus} onClick={() => setMaking('1')}>
      {phrase('admin-teams.add')}
    </Button>
  ) : undefined;
  return (
    <Page title={phrase('admin-teams.title')} acts={add ?? <span />}>
      <div className="narrow" role="search">
        <SearchField
          filters={filters}
          label={phrase('admin-teams.search')}
          placeholder={phrase('admin-teams.searchHint')}
        />
      </div>
      <DataTable
        caption={phrase('admin-teams.title')}
        list={list}
        filters={filters}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`teams/${id}`)}
        columns={useColumns()}
        empty={{ icon: icons.users, text: phrase('admin-teams.empty'), act: add }}
      />
      {making === undefined || !may('teams.write') ? null : <NewTeam onClose={() => setMaking(undefined)} />}
    </Page>
  );
}

function useColumns(): readonly Column<TeamRow>[] {
  const { phrase } = useSpeech();
  const { location } = useHere();
  const seatsText = useSeatsText();
  return [
    {
      key: 'name',
      title: phrase('admin-teams.columns.name'),
      cell: (row) => <b><NameText>{row.name}</NameText></b>,
    },
    {
      key: 'people',
      title: phrase('admin-teams.columns.people'),
      cell: (row) => <span className="num nowrap">{peopleText(phrase, row)}</span>,
    },
    {
      key: 'seats',
      title: phrase('admin-teams.columns.seats'),
      cell: (row) => (
        <span className={row.seats.total === 0 ? 'muted' : 'num nowrap'}>{seatsText(row.seats)}</span>
      ),
    },
    {
      key: 'payer',
      title: phrase('admin-teams.columns.payer'),
      cell: (row) =>
        row.payingCustomerName === null ? (
          <span className="muted">{phrase('admin-teams.noPayer')}</span>
        ) : (
          <NameText>{row.payingCustomerName}</NameText>
        ),
    },
    ...(location === undefined
      ? [
          {
            key: 'place',
            title: phrase('admin-teams.columns.place'),
            wideOnly: true,
            cell: (row: TeamRow) => <NameText>{row.locationName}</NameText>,
          },
        ]
      : []),
  ];
}

/** How many are in it, of how many where there is a most. */
const peopleText = (
  phrase: (key: string, values: Record<string, number>) => string,
  { memberCount: count, sizeMax }: TeamRow,
): string =>
  sizeMax === null
    ? phrase('admin-teams.people', { count })
    : phrase('admin-teams.peopleOf', { count, most: sizeMax });
