import {
  Badge,
  ButtonLink,
  type Column,
  icons,
  MoneyText,
  Segmented,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';

export type PlanRow = AnswerTo<'listPlans'>['data'][number];

/** The plans that can be taken at the place of the address. */
export function Plans() {
  const { phrase } = useSpeech();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const archived = filters.of('archived') === 'true';
  const list = useList('listPlans', {
    query: {
      ...(location && { locationId: location.id }),
      archived: String(archived) as 'true',
      limit: 50,
    },
  });
  const add = may('plans.write') ? (
    <ButtonLink kind="primary" icon={icons.plus} href={hrefTo('catalogue/plans/new')}>
      {phrase('admin-plans.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <Page title={phrase('admin-plans.title')} acts={add}>
      <div className="row">
        <Segmented
          label={phrase('admin-plans.columns.portal')}
          value={archived ? 'archived' : 'current'}
          onChoose={(value) => filters.set('archived', value === 'archived' ? 'true' : undefined)}
          choices={(['current', 'archived'] as const).map((value) => ({
            value,
            label: phrase(`admin-plans.filter.${value}`),
          }))}
        />
      </div>
      <DataTable
        caption={phrase('admin-plans.title')}
        list={list}
        columns={useColumns()}
        filters={filters}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`catalogue/plans/${id}`)}
        empty={{ icon: icons.tag, text: phrase('admin-plans.empty'), act: add }}
      />
    </Page>
  );
}

function useColumns(): readonly Column<PlanRow>[] {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  return [
    { key: 'name', title: phrase('admin-plans.columns.name'), cell: (row) => row.name },
    {
      key: 'location',
      title: phrase('admin-plans.columns.location'),
      wideOnly: true,
      cell: (row) => locations.find(({ id }) => id === row.locationId)?.name ?? '',
    },
    {
      key: 'price',
      title: phrase('admin-plans.columns.price'),
      figures: true,
      cell: (row) => <MoneyText of={row.price} />,
    },
    {
      key: 'cycle',
      title: phrase('admin-plans.columns.cycle'),
      cell: (row) => phrase(`admin-contracts.cycle.${row.cycle.unit}`, { every: row.cycle.every }),
    },
    {
      key: 'portal',
      title: phrase('admin-plans.columns.portal'),
      cell: (row) =>
        row.archivedAt !== null ? (
          <Badge state="archived" />
        ) : (
          phrase(row.shownInPortal ? 'admin-plans.shown' : 'admin-plans.hidden')
        ),
    },
  ];
}
