/** Small letters without accents or marks, so that "kovac" finds Kovač. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .toLocaleLowerCase('en');

/**
 * How well a name answers what was typed: 0 for not at all; whole words at their beginnings count most, then
 * anything inside, then letters in their order.
 */
export function fitOf(typed: string, name: string): number {
  const [wanted, text] = [plainText(typed.trim()), plainText(name)];
  if (wanted === '') return 1;
  if (text.startsWith(wanted)) return 100;
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 80;
  if (text.includes(wanted)) return 60;
  let at = -1;
  const inOrder = [...wanted.replaceAll(' ', '')].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0);
  return inOrder && wanted.length > 2 ? 20 : 0;
}

const pathsByPrefix: Readonly<Record<string, string>> = {
  cus: 'customers/',
  tea: 'teams/',
  pla: 'catalogue/plans/',
  res: 'spaces/resources/',
  inv: 'money/invoices/',
  run: 'money/runs/',
  loc: 'settings/locations/',
  bok: 'calendar?open=',
};

/** Where a pasted id leads, below the place; undefined for what is no id of ours. */
export function pathOfId(typed: string): string | undefined {
  const found = /^([a-z]{3})_[0-9a-z]{10,40}$/.exec(typed.trim());
  const path = found === null ? undefined : pathsByPrefix[found[1] ?? ''];
  return path === undefined ? undefined : path + typed.trim();
}
