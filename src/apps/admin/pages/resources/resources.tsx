import { ButtonLink, type Column, icons, SelectField, useSpeech } from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { ResourceState } from './resource-state.tsx';

type Row = AnswerTo<'listResources'>['data'][number];

/** Whatever can be booked, in the order in which it is shown. */
export function Resources() {
  const { phrase } = useSpeech();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const state = filters.of('state') as 'archived' | undefined;
  const where = location === undefined || location.parentId === null ? {} : { locationId: location.id };
  const list = useList('listResources', { query: { ...where, limit: 100, ...(state && { state }) } });
  const add = may('resources.write') ? (
    <ButtonLink kind="primary" icon={icons.plus} href={hrefTo('spaces/resources/new')}>
      {phrase('admin-resources.new')}
    </ButtonLink>
  ) : (
    <span />
  );
  return (
    <Page title={phrase('admin-resources.title')} acts={add}>
      <div className="row wrap">
        <SelectField
          name="state"
          label={phrase('admin-resources.filter.state')}
          value={state ?? ''}
          onValue={(value) => filters.set('state', value)}
          options={[
            { value: '', label: phrase('admin-resources.filter.shown') },
            { value: 'archived', label: phrase('admin-resources.state.archived') },
          ]}
        />
      </div>
      <DataTable
        caption={phrase('admin-resources.title')}
        list={list}
        keyOf={({ id }) => id}
        filters={filters}
        hrefOf={({ id }) => hrefTo(`spaces/resources/${id}`)}
        empty={{ icon: icons.spaces, text: phrase('admin-resources.none'), act: add }}
        columns={useColumns()}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  const placeOf = (id: string) => locations.find((one) => one.id === id)?.name ?? '';
  return [
    { key: 'name', title: phrase('admin-resources.col.name'), cell: (row) => <bdi>{row.name}</bdi> },
    {
      key: 'type',
      title: phrase('admin-resources.col.type'),
      cell: (row) => <bdi>{row.typeName}</bdi>,
    },
    {
      key: 'location',
      title: phrase('admin-resources.col.location'),
      wideOnly: true,
      cell: (row) => <bdi>{placeOf(row.locationId)}</bdi>,
    },
    {
      key: 'capacity',
      title: phrase('admin-resources.col.capacity'),
      figures: true,
      cell: (row) => (row.units > 1 ? row.units : row.capacity),
    },
    {
      key: 'audience',
      title: phrase('admin-resources.col.audience'),
      wideOnly: true,
      cell: (row) => phrase(`admin-resources.audience.${row.audience.level}`),
    },
    {
      key: 'state',
      title: phrase('admin-resources.col.state'),
      cell: (row) => <ResourceState state={row.state} />,
    },
  ];
}
