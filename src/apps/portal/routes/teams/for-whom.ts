import type { BookProps } from '../../islands/book/book.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { PersonLineUp } from '../../readers.ts';
import type { Link, PageName, Query } from '../../urls.ts';
import type { Values } from '../../../../api/texts/message.ts';
import type { Asked } from '../route.ts';

type Picker = BookProps['pickers'][number];

export interface ForWhom<A> {
  /** The same request, with rooms, prices and refusals as they are for the person. */
  readonly asked: A;
  /** Null: for the visitor itself. */
  readonly person: PersonLineUp | null;
  /** Whom it could be for; null where there is nobody else. */
  readonly picker: Picker | null;
}

/**
 * Whom a booking is for: `?for=cus_…` names somebody in a team that the visitor runs, whose rules then
 * decide. Anybody else is not heard of.
 */
export async function forWhom<A extends Asked<'book'> | Asked<'review'>>(
  asked: A,
  hrefFor: (link: Link) => string,
): Promise<ForWhom<A>> {
  const { visit, query, phrase, link } = asked;
  const people = await visit.bookableFor();
  if (people.length === 0) return { asked, person: null, picker: null };
  const person = people.find(({ id }) => id === query['for']) ?? null;
  const theirs = person === null ? null : await visit.forPerson(person.id);
  const choice = (label: string, id: string | null) => ({
    label,
    href: hrefFor(linkFor(link, id)),
    current: id === (person?.id ?? null),
  });
  const picker = {
    id: 'whom',
    name: phrase('portal-teams.bookFor.whom'),
    label: phrase('portal-teams.bookFor.me'),
    choices: [
      choice(phrase('portal-teams.bookFor.me'), null),
      ...people.map(({ id, name }) =>
        choice(phrase('portal-teams.bookFor.person', { name: isolate(name) }), id)),
    ],
  };
  if (person === null || theirs === null) return { asked, person: null, picker };
  const there = {
    ...asked,
    visit: { ...visit, ...theirs },
    link: linkFor(link, person.id),
    phrase: (key: string, values?: Values) => phrase(ofOthers[key] ?? key, values),
  };
  return { asked: there, person, picker };
}

/** What is somebody's own is said of somebody else. */
const ofOthers: Readonly<Record<string, string>> = {
  'portal-book.yourRate': 'portal-teams.bookFor.theirRateAnHour',
  'portal-book.fact.nextInvoice': 'portal-teams.bookFor.theirInvoice',
};

/** Links that stay with the person for as long as one is booking. */
function linkFor(link: Link, id: string | null): Link {
  const plain = link as (page: PageName, ...rest: readonly unknown[]) => string;
  const withPerson = (page: PageName, ...rest: readonly unknown[]): string => {
    if (page === 'book') return plain(page, { ...(rest[0] as Query | undefined), for: id });
    if (page === 'review') return plain(page, rest[0], { ...(rest[1] as Query | undefined), for: id });
    return plain(page, ...rest);
  };
  return withPerson as Link;
}
