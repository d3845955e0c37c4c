export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What an audit entry says field by field, whatever its word kept: the same on both sides is left out. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [old, now] = [flat(before), flat(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((one) => one.before !== one.after);
}

function flat(value: unknown, prefix = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[prefix || 'value', String(value)]]);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return new Map([[prefix || 'value', value.join(', ')]]);
  }
  return new Map(Object.entries(value).flatMap(([name, inner]) =>
    [...flat(inner, prefix === '' ? name : `${prefix}.${name}`)]));
}
