import { chooseLanguage, type Language, languages, phrasesFor } from '../../../api/texts/phrase.ts';
import type { ProposedLine } from '../../../domain/billing/proposal.ts';

/** The language of a document: the customer's, else its location's, else English. */
export const documentLanguage = (customer: string | null, locationLanguage: string): Language =>
  chooseLanguage([customer ?? '', locationLanguage], languages);

type Told = Pick<ProposedLine, 'kind' | 'name' | 'days' | 'reason'>;

/** What a line is called on paper, in the document's language; its period stands beside it. */
export function lineText({ kind, name, days, reason }: Told, language: Language): string {
  const phrase = phrasesFor(language);
  if (kind === 'charge') return name;
  if (kind === 'correction')
    return phrase('invoice.line.correction', {
      name,
      reason: phrase(`invoice.reason.${reason ?? 'price'}`),
    });
  if (kind === 'freeze')
    return phrase('invoice.line.freeze', { name, billed: days?.billed ?? 0, of: days?.of ?? 0 });
  if (kind === 'contract' && days !== null)
    return phrase('invoice.line.part', { name, billed: days.billed, of: days.of });
  return phrase(`invoice.line.${kind}`, { name });
}
