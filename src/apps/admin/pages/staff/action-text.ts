import type { Phrase } from '../../../../api/texts/message.ts';

/** An action of the audit log in words, or null where nobody has written them yet. */
export function actionText(phrase: Phrase, action: string): string | null {
  const key = `admin-audit.${action}`;
  const text = phrase(key);
  return text.includes(key) ? null : text;
}
