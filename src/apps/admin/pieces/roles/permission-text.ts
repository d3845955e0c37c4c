import type { Phrase } from '../../../../api/texts/message.ts';
import { type Permission, permissions } from '../../../../domain/staff/permission.ts';

/** What somebody may, in words: a short name, and one sentence (PER-3). */
export const permissionName = (phrase: Phrase, permission: string): string =>
  phrase(`permissions.names.${permission}.name`);
export const permissionSentence = (phrase: Phrase, permission: string): string =>
  phrase(`permissions.names.${permission}.text`);

export const wordOf = (permission: string): string => permission.split('.')[0] ?? '';
export const wordText = (phrase: Phrase, word: string): string => phrase(`permissions.words.${word}`);

/** All permissions by the word they are about, in the order of the list. */
export const permissionGroups: readonly { readonly word: string; readonly of: readonly Permission[] }[] =
  [...Map.groupBy(permissions, wordOf)].map(([word, of]) => ({ word, of }));
