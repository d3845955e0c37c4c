import type { ProblemCode } from '../../../api/problem.ts';
import { chooseLanguage, languages, phrasesFor } from '../../../api/texts/phrase.ts';

/** A problem's title and first sentence, in the language the request asks for. */
export function problemText(
  code: ProblemCode,
  acceptLanguage: string | undefined,
): { title: string; detail: string } {
  const wished = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0] ?? '');
  const phrase = phrasesFor(chooseLanguage(wished, languages));
  return { title: phrase(`problems.${code}.title`), detail: phrase(`problems.${code}.detail`) };
}
