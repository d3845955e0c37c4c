import { ButtonLink, icons, Segmented, usePhrase } from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import { useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { useContractColumns } from './contract-rows.tsx';

const statuses = ['all', 'active', 'frozen', 'scheduled', 'ended'] as const;

/** Every contract at the place of the address, by state. */
export function Contracts() {
  const phrase = usePhrase();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const status = filters.of('status') ?? 'all';
  const list = useList('listContracts', {
    query: {
      ...(location && { locationId: location.id }),
      ...(status !== 'all' && { status: status as 'active' }),
      limit: 50,
    },
  });
  const add = may('contracts.write') ? (
    <ButtonLink kind="primary" icon={icons.plus} href={hrefTo('money/contracts/new')}>
      {phrase('admin-contracts.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <Page title={phrase('admin-contracts.title')} acts={add}>
      <div className="row">
        <Segmented
          label={phrase('admin-contracts.columns.state')}
          value={status as 'all'}
          onChoose={(value) => filters.set('status', value === 'all' ? undefined : value)}
          choices={statuses.map((value) => ({ value, label: phrase(`admin-contracts.filter.${value}`) }))}
        />
      </div>
      <DataTable
        caption={phrase('admin-contracts.title')}
        list={list}
        filters={filters}
        keyOf={({ id }) => id}
        columns={useContractColumns({ withCustomer: true })}
        hrefOf={(row) => hrefTo(`customers/${row.customerId}/contracts`)}
        empty={{ icon: icons.file, text: phrase('admin-contracts.empty') }}
      />
    </Page>
  );
}
