import type { Asked } from './route.ts';
import type { FormState } from '../pages/facts.ts';
import type { Refusal } from '../readers.ts';

export const emptyForm: FormState = { values: {}, errors: {}, problem: null };

/** The form again, with everything typed but passwords, and what to do about each field. */
export function failed(problem: Refusal, values: Readonly<Record<string, string>>): FormState {
  const errors = Object.fromEntries(
    problem.errors.map(({ field, message }) => [shortName(field), message]),
  );
  const named = Object.keys(errors).some((name) => name in values);
  return { values, errors, problem: named ? null : problem.detail };
}

/** Fields left empty that need something; null when none is. */
export function missingFields(
  { phrase }: Pick<Asked, 'phrase'>,
  names: readonly string[],
  values: Readonly<Record<string, string>>,
): Record<string, string> | null {
  const empty = names.filter((name) => (values[name] ?? '') === '');
  return empty.length === 0
    ? null
    : Object.fromEntries(empty.map((name) => [name, phrase('kit.form.required')]));
}

/** `billing.taxId` is the field `billingTaxId`, `currentPassword` the one field for a password. */
const shortName = (field: string): string =>
  field === 'currentPassword'
    ? 'password'
    : field.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Where to go after signing in: only a path of our own. */
export function safeNext(next: string | undefined): string | null {
  if (next === undefined || !/^\/[a-z]{2,3}(-[A-Za-z0-9]+)*([/?]|$)/.test(next) || next.includes('\\'))
    return null;
  return [...next].some((sign) => sign < ' ') ? null : next;
}
