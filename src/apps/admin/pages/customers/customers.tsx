import type { ReactNode } from 'react';
import '../../css/customers.css';
import {
  Button,
  Chip,
  type Column,
  icons,
  NameText,
  SelectField,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { Person } from '../../pieces/person.tsx';
import { dayAt, type Zone } from '../../../../domain/kernel/zone.ts';
import { parseInstant } from '../../../../domain/kernel/instant.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { type Filters, useAddressValue, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { useZone } from '../../data/today.ts';
import { Page } from '../../frame/page.tsx';
import { CsvLink } from '../../pieces/csv-link.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { SearchField } from '../../pieces/narrow/search-field.tsx';
import { CustomerBadges } from './customer-badges.tsx';
import { NewCustomer } from './new-customer.tsx';

export type CustomerRow = AnswerTo<'listCustomers'>['data'][number];

const restrictions = ['suspended', 'frozen'] as const;

/** Everybody at the place of the address: searched, narrowed and sorted, all of it in the address. */
export function Customers() {
  const { phrase } = useSpeech();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const [making, setMaking] = useAddressValue('new');
  const { standing, suspended, frozen, tag } = filters.asQuery;
  const asked = {
    archived: filters.of('archived') === 'true' ? ('true' as const) : ('false' as const),
    ...(location && { locationId: location.id }),
    ...(filters.q && { q: filters.q }),
    ...(standing && { standing: standing as 'member' }),
    ...(suspended && { suspended: 'true' as const }),
    ...(frozen && { frozen: 'true' as const }),
    ...(tag && { tag }),
    ...(filters.sort && { sort: filters.sort as 'name' }),
  };
  const list = useList('listCustomers', { query: { ...asked, limit: 50 } });
  const add = may('customers.write') ? (
    <Button kind="primary" icon={icons.plus} onClick={() => setMaking('1')}>
      {phrase('admin-customers.add')}
    </Button>
  ) : undefined;
  return (
    <Page title={phrase('admin-customers.title')} acts={add}>
      <Narrowing filters={filters} act={<CsvLink of="customers" query={asked} />} />
      <DataTable
        caption={phrase('admin-customers.title')}
        list={list}
        filters={{ ...filters, sort: filters.sort ?? 'name' }}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefTo(`customers/${id}`)}
        columns={useColumns()}
        empty={{ icon: icons.users, text: phrase('admin-customers.empty'), act: add }}
      />
      {making === undefined ? null : <NewCustomer onClose={() => setMaking(undefined)} />}
    </Page>
  );
}

function Narrowing({ filters, act }: { filters: Filters; act: ReactNode }) {
  const { phrase } = useSpeech();
  const tag = filters.of('tag');
  return (
    <div className="narrow" role="search">
      <SearchField
        filters={filters}
        label={phrase('admin-customers.search')}
        placeholder={phrase('admin-customers.searchHint')}
      />
      <SelectField
        label={phrase('admin-customers.filter.standing')}
        name="standing"
        value={filters.of('standing') ?? ''}
        onValue={(value) => filters.set('standing', value)}
        options={[
          { value: '', label: phrase('admin-customers.filter.anyStanding') },
          { value: 'member', label: phrase('admin-customers.filter.members') },
          { value: 'contact', label: phrase('admin-customers.filter.contacts') },
        ]}
      />
      <div className="row wrap">
        {[...restrictions, 'archived' as const].map((name) =>
          filters.of(name) === 'true' ? (
            <Chip key={name} name={phrase(`kit.badge.${name}`)} onRemove={() => filters.set(name, undefined)}>
              {phrase(`kit.badge.${name}`)}
            </Chip>
          ) : (
            <Chip key={name} icon={icons.filter} onClick={() => filters.set(name, 'true')}>
              {phrase(`kit.badge.${name}`)}
            </Chip>
          ),
        )}
        {tag === undefined ? null : (
          <Chip name={tag} onRemove={() => filters.set('tag', undefined)}>
            <bdi>{tag}</bdi>
          </Chip>
        )}
      </div>
      <span className="push">{act}</span>
    </div>
  );
}

function useColumns(): readonly Column<CustomerRow>[] {
  const { phrase, formats } = useSpeech();
  const { locations, location } = useHere();
  const zone = useZone();
  const nameOf = (id: string) => locations.find((one) => one.id === id)?.name ?? '–';
  return [
    {
      key: 'name',
      title: phrase('admin-customers.columns.name'),
      sortBy: 'name',
      cell: (row) => <Person of={row} />,
    },
    {
      key: 'state',
      title: phrase('admin-customers.columns.state'),
      cell: (row) => <CustomerBadges of={row} small />,
    },
    {
      key: 'plan',
      title: phrase('admin-customers.columns.plan'),
      cell: (row) =>
        row.planNames.length === 0 ? <span className="muted">–</span> : formats.list(row.planNames),
    },
    ...(location === undefined
      ? [
          {
            key: 'home',
            title: phrase('admin-customers.columns.home'),
            wideOnly: true,
            cell: (row: CustomerRow) => <NameText>{nameOf(row.homeLocationId)}</NameText>,
          },
        ]
      : []),
    {
      key: 'seen',
      title: phrase('admin-customers.columns.seen'),
      wideOnly: true,
      cell: (row) =>
        row.lastCheckInAt === null ? (
          <span className="muted">{phrase('admin-customers.never')}</span>
        ) : (
          <span className="num nowrap">{formats.day(dayOn(row.lastCheckInAt, zone), 'dated')}</span>
        ),
    },
  ];
}

const dayOn = (at: string, zone: Zone): string => dayAt(parseInstant(at)!, zone);
