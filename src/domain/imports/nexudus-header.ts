import { identifyingEmail } from '../customers/customer.ts';
import { nameKey } from './row.ts';

/** The columns of Nexudus' customer template that are read; any other is passed over. */
export const columns = [
  'Location',
  'FullName',
  'Email',
  'Active',
  'SendWelcomeEmail',
  'Plan',
  'RegistrationDate',
  'ContractStartDate',
  'CompanyName',
  'TaxIDNumber',
  'BillingAddress',
  'MobilePhone',
  'Tags',
  'Notes',
  'NextInvoiceDate',
] as const;
export type Column = (typeof columns)[number];
const needed: readonly Column[] = ['FullName', 'Email'];

export interface Layout {
  readonly width: number;
  readonly at: (column: Column) => number;
}

/** What stops a file as a whole: needed columns that are not there, and columns that stand there twice. */
export interface HeaderFault {
  readonly absent: readonly Column[];
  readonly twice: readonly Column[];
}

/** Where each column stands; `Full Name` and `full_name` are `FullName`. */
export function readHeader(
  header: readonly string[],
  hasDefaultLocation: boolean,
): { readonly layout: Layout } | HeaderFault {
  const keys = header.map(headingKey);
  const wanted: readonly Column[] = hasDefaultLocation ? needed : ['Location', ...needed];
  const absent = wanted.filter((name) => !keys.includes(headingKey(name)));
  const twice = columns.filter(
    (name) => keys.indexOf(headingKey(name)) !== keys.lastIndexOf(headingKey(name)),
  );
  if (absent.length > 0 || twice.length > 0) return { absent, twice };
  const places = new Map(keys.map((key, index) => [key, index]));
  return { layout: { width: header.length, at: (name) => places.get(headingKey(name)) ?? -1 } };
}

const headingKey = (name: string): string => nameKey(name).replaceAll(/[\s_-]/g, '');

/** The address of a record, in the form that identifies a customer; empty where it has none. */
export const addressOf = (cells: readonly string[], layout: Layout): string =>
  identifyingEmail(cells[layout.at('Email')] ?? '');
