import { chooseLanguage, languages } from '../../api/texts/phrase.ts';
import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { type Query, rowsOf } from '../platform/database/together.ts';
import { loadLocations, type Locations, settingAt } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/** Whom a letter or a line on an invoice is for. */
export interface Reader {
  readonly name: string;
  readonly email: string;
  /** The customer's language, else the one of its home location. */
  readonly language: string;
}

const kept = new WeakMap<Work, Map<string, Promise<Reader>>>();

/** Read once in each unit of work. */
export function findReader(work: Work, customerId: Id<'cus'>): Promise<Reader> {
  const known = kept.get(work) ?? new Map<string, Promise<Reader>>();
  kept.set(work, known);
  const reader = known.get(customerId) ?? readReader(work, customerId);
  known.set(customerId, reader);
  return reader;
}

/** What another unit of work of the same request has read already. */
export function keepReader(work: Work, customerId: Id<'cus'>, reader: Reader): void {
  kept.set(
    work,
    (kept.get(work) ?? new Map<string, Promise<Reader>>()).set(customerId, Promise.resolve(reader)),
  );
}

async function readReader(work: Work, customerId: Id<'cus'>): Promise<Reader> {
  const [row] = await rowsOf(work.tx, readersQuery(customerId));
  return readerFrom(row ?? missing(), await loadLocations(work), work.now);
}

export const readersQuery = (customerId: Id<'cus'> | null): Query<ReaderRow> => sql<ReaderRow>`
  select name, email, language, home_location_id from customers where id = ${customerId}`;

interface ReaderRow {
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
}

export function readerFrom(row: ReaderRow, locations: Locations, at: Instant): Reader {
  const { name, email, language, homeLocationId: locationId } = row;
  const fallback = language !== null ? [] : [settingAt(locations, { locationId, at }, 'defaultLanguage')];
  return {
    name,
    email,
    language: chooseLanguage([...(language === null ? [] : [language]), ...fallback], languages),
  };
}

function missing(): never {
  throw new Problem('notFound');
}
