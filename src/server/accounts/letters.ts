import { chooseLanguage, languages, phrasesFor, type Values } from '../../api/texts/phrase.ts';
import type { Database } from '../platform/database/connect.ts';
import { composeLetter, isolated } from '../platform/mail/compose.ts';
import type { Letter } from '../platform/mail/letter.ts';

type Kind =
  | 'magicLink'
  | 'resetPassword'
  | 'confirmEmail'
  | 'changeEmail'
  | 'emailChanged'
  | 'passwordChanged'
  | 'addressKnown'
  | 'colleague'
  | 'customerInvited'
  | 'teamInvited'
  | 'test';

export interface LetterAsked {
  readonly kind: Kind;
  readonly to: string;
  readonly language: string;
  readonly network: string;
  readonly aboutId: string;
  readonly name: string;
  /** Null: a letter that only tells. */
  readonly href: string | null;
  readonly values?: Values;
}

/**
 * A letter about an account, from the texts in mail-accounts: subject, heading, two sentences, button,
 * reason.
 */
export function accountLetter({
  kind,
  to,
  language,
  network,
  aboutId,
  name,
  href,
  values,
}: LetterAsked): Letter {
  const phrase = phrasesFor(language);
  const given = { name: isolated(name), network: isolated(network), ...values };
  const say = (part: string): string => phrase(`mail-accounts.${kind}.${part}`, given);
  return composeLetter({
    to,
    language,
    from: network,
    aboutId,
    opensAccount: href !== null,
    subject: say('subject'),
    heading: say('heading'),
    paragraphs: [say('first'), say('second')],
    because: say('because'),
    ...(href !== null && { button: { label: say('button'), href } }),
  });
}

/** The first of the wished languages that has texts; English when none has. */
export const letterLanguage = (...wished: (string | null | undefined)[]): string =>
  chooseLanguage(wished.filter((one): one is string => typeof one === 'string'), languages);

/** What the operator calls itself. */
export async function networkName(db: Database): Promise<string> {
  const row = await db
    .selectFrom('locations')
    .select('name')
    .where('parentId', 'is', null)
    .executeTakeFirst();
  return row?.name ?? 'Foyer';
}
