import type { QueryOf } from '../../api/endpoint.ts';
import type * as api from '../../api/customers.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { type CsvColumn, csvFile, everyRow } from '../platform/http/csv.ts';
import { type Page, pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import type { File } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { listCustomers } from './customer-store.ts';
import { type Presented, presentCustomer } from './present-customer.ts';

/** A page of customers whose home the caller may read. */
export async function pageOfCustomers(
  work: Work,
  query: QueryOf<typeof api.listCustomers>,
): Promise<Page<Presented>> {
  const descending = query.sort.startsWith('-');
  const by = query.sort.replace('-', '') as 'name' | 'createdAt';
  const { standing, suspended, frozen, archived, portalAccess, kind, tag, email } = query;
  const rows = await listCustomers(work.tx, {
    now: work.now,
    homeLocationIds: await homesFor(work, query.locationId),
    words: (query.q ?? '').split(/\s+/).filter((word) => word !== ''),
    states: {
      ...(standing !== undefined && { member: standing === 'member' }),
      ...(suspended !== undefined && { suspended }),
      ...(frozen !== undefined && { frozen }),
      ...(archived !== undefined && { archived }),
      ...(portalAccess !== undefined && { portalAccess }),
    },
    kind,
    tag,
    email,
    order: { by, descending },
    after: readCursor(query.cursor, 2, by === 'name' ? 'string' : 'number'),
    limit: query.limit,
  });
  return pageFrom(
    rows,
    query.limit,
    (row) => [by === 'name' ? row.sortedName : row.createdAt, row.id],
    (row) => presentCustomer(row, { forStaff: true }),
  );
}

async function homesFor(work: Work, locationId: Id<'loc'> | undefined): Promise<readonly string[] | null> {
  const mine = work.caller.locationsWith('customers.read');
  if (locationId === undefined) return mine === 'all' ? null : [...mine];
  const { tree } = await loadLocations(work);
  if (!tree.has(locationId) || !work.caller.may('customers.read', locationId)) throw new Problem('notFound');
  return [...tree.keys()].filter((id) => isAtOrBelow(tree, id, locationId));
}

/** Every customer of a list, one row each, under the names that the API has for their fields. */
export async function customersFile(work: Work, query: QueryOf<typeof api.exportCustomers>): Promise<File> {
  const { tree } = await loadLocations(work);
  const rows = await everyRow((page) => pageOfCustomers(work, { ...query, ...page }));
  const location: CsvColumn<Presented> = {
    name: 'homeLocation',
    cell: ({ homeLocationId }) => tree.get(homeLocationId)?.name ?? '',
  };
  return csvFile('customers.csv', [...columns.slice(0, 4), location, ...columns.slice(4)], rows);
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

const columns: readonly CsvColumn<Presented>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'name', cell: ({ name }) => name },
  { name: 'email', cell: ({ email }) => email },
  { name: 'phone', cell: ({ phone }) => phone },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'language', cell: ({ language }) => language },
  { name: 'standing', cell: ({ standing }) => standing },
  { name: 'frozen', cell: ({ frozen }) => yes(frozen) },
  { name: 'suspended', cell: ({ suspended }) => yes(suspended) },
  { name: 'archived', cell: ({ archived }) => yes(archived) },
  { name: 'portalAccess', cell: ({ portalAccess }) => yes(portalAccess) },
  { name: 'plans', cell: ({ planNames }) => planNames.join('; ') },
  { name: 'tags', cell: ({ tags }) => tags.join('; ') },
  { name: 'billingName', cell: ({ billing }) => billing.name },
  { name: 'billingAddress', cell: ({ billing }) => billing.address },
  { name: 'taxId', cell: ({ billing }) => billing.taxId },
  { name: 'lastCheckInAt', cell: ({ lastCheckInAt }) => lastCheckInAt },
  { name: 'createdAt', cell: ({ createdAt }) => createdAt },
];
