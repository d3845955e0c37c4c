import type { QueryOf } from '../../api/endpoint.ts';
import type * as api from '../../api/customers.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { type CsvColumn, csvFile, everyRow } from '../platform/http/csv.ts';
import type { File } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { pageOfCustomers } from './list-customers.ts';
import type { Presented } from './present-customer.ts';

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
