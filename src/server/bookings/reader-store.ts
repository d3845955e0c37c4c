import { chooseLanguage, languages } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
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
export function findReader(work: Work, customerId: Id<'cus'>, locations?: Locations): Promise<Reader> {
  const known = kept.get(work) ?? new Map<string, Promise<Reader>>();
  kept.set(work, known);
  const reader = known.get(customerId) ?? readReader(work, customerId, locations);
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

async function readReader(work: Work, customerId: Id<'cus'>, locations?: Locations): Promise<Reader> {
  const { name, email, language, homeLocationId } = await work.tx
    .selectFrom('customers')
    .select(['name', 'email', 'language', 'homeLocationId'])
    .where('id', '=', customerId)
    .executeTakeFirst()
    .then((row) => row ?? missing());
  const fallback = language !== null ? [] : [settingAt(locations ?? await loadLocations(work),
    { locationId: homeLocationId as Id<'loc'>, at: work.now }, 'defaultLanguage')];
  return {
    name,
    email,
    language: chooseLanguage([...(language === null ? [] : [language]), ...fallback], languages),
  };
}

function missing(): never {
  throw new Problem('notFound');
}
