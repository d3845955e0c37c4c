import { chooseLanguage, languages } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadLocations, settingAt } from '../locations/load-locations.ts';
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

async function readReader(work: Work, customerId: Id<'cus'>): Promise<Reader> {
  const { name, email, language, homeLocationId } = await work.tx.selectFrom('customers')
    .select(['name', 'email', 'language', 'homeLocationId']).where('id', '=', customerId).executeTakeFirstOrThrow();
  const fallback = language !== null ? [] : [settingAt(await loadLocations(work),
    { locationId: homeLocationId as Id<'loc'>, at: work.now }, 'defaultLanguage')];
  return { name, email, language: chooseLanguage([...(language === null ? [] : [language]), ...fallback], languages) };
}
