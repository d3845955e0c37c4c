import type { ProblemCode } from '../../../api/problem.ts';
import { chooseLanguage, languages, type Phrase, phrasesFor } from '../../../api/texts/phrase.ts';
import { isPermission } from '../../../domain/staff/permission.ts';
import type { Problem } from './problem.ts';

interface ProblemText {
  readonly title: string;
  readonly detail: string;
  /** What is missing in words, and the roles that could give it: members of the answer. */
  readonly named?: Readonly<Record<string, unknown>>;
}

/** A problem's title and first sentence, in the language the request asks for. */
export function problemText(
  code: ProblemCode,
  acceptLanguage: string | undefined,
): { title: string; detail: string } {
  const phrase = phrasesFor(languageOf(acceptLanguage));
  return { title: phrase(`problems.${code}.title`), detail: phrase(`problems.${code}.detail`) };
}

/** The same of one that happened, which may know more: what is missing, and who could give it. */
export function textOfProblem(
  { code, more }: Pick<Problem, 'code' | 'more'>, acceptLanguage: string | undefined,
): ProblemText {
  const language = languageOf(acceptLanguage);
  const phrase = phrasesFor(language);
  const title = phrase(`problems.${code}.title`);
  if (more.missing !== undefined) return { title, ...notPermitted(phrase, language, more) };
  const lacked = lackedIn(more.with?.missing);
  if (code === 'mayNotGrant' && lacked.length > 0) {
    const needs = listed(lacked.map((one) => phrase(`permissions.names.${one}.name`)), language);
    return { title, detail: phrase('problems.mayNotGrant.named', { needs }) };
  }
  return problemText(code, acceptLanguage);
}

function languageOf(acceptLanguage: string | undefined): string {
  const wished = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0] ?? '');
  return chooseLanguage(wished, languages);
}

/** "It needs “Lifting suspensions”. Owner and Location manager can give it to you here." */
function notPermitted(
  phrase: Phrase, language: string, { missing, givenBy = [] }: Problem['more'],
): Omit<ProblemText, 'title'> {
  const needs = phrase(`permissions.names.${missing?.permission}.name`);
  const roles = givenBy.map(({ role, name, isFixed }) =>
    ({ role, name: isFixed ? phrase(`admin-staff.roles.${role}`) : name }));
  const detail = roles.length === 0 ? phrase('problems.notPermitted.named', { needs })
    : phrase('problems.notPermitted.givenBy', {
      needs, roles: listed(roles.map(({ name }) => name), language),
    });
  return { detail, named: { needs, givenBy: roles } };
}

const lackedIn = (missing: unknown): readonly string[] =>
  (Array.isArray(missing) ? missing.map(String).filter(isPermission) : []);

/** The first few; a list of sixty helps nobody. */
function listed(names: readonly string[], language: string): string {
  const shown = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(shown);
}
