import type { Target } from './people.ts';
import { type Cell, type Heard, nameOf, nameOfCell } from './cells.ts';
import { withinTeam } from './table.ts';

/** What is wrong with a cell, or null: an open one, a leak, a door that should be open and is not. */
export function faultOf(cell: Cell, heard: Heard): string | null {
  const leaked = hidden(cell).find((mark) => heard.text.includes(`zz${mark}`));
  const name = `${nameOfCell(cell)} ${heard.status}`;
  if (leaked !== undefined) return `${name} tells of ${leaked}: ${around(heard.text, `zz${leaked}`)}`;
  if (heard.status >= 500) return `${name} falls over`;
  if (cell.isIn) return isRefusal(cell, heard) ? `${name} keeps out: ${heard.text.slice(0, 300)}` : null;
  if ([401, 403, 404].includes(heard.status) || isUnknown(heard)) return null;
  if (cell.endpoint.method === 'GET' && heard.status === 200 && isList(heard.text)) return null;
  return `${name} is open: ${heard.text.slice(0, 300)}`;
}

/** Whose names must not be in the answer, whatever it is. */
function hidden({ who, target, isIn, endpoint }: Cell): Target[] {
  if (who.beside !== undefined) return hiddenBeside(who, endpoint.permission);
  if (who.kind === 'staff') return isIn || target !== 'same' ? ['other', 'above'] : everyone;
  const isOwn =
    who.name === 'customer' || (who.inTeam !== undefined && withinTeam[who.inTeam].has(nameOf(endpoint)));
  return isOwn ? ['same', 'other', 'above'] : everyone;
}

/** Whoever holds something at two places reads of each what is held there. */
const hiddenBeside = ({ permissions, beside }: Cell['who'], permission: string): Target[] => [
  ...(permissions.has(permission) ? [] : ['own', 'same'] as const),
  ...(beside?.has(permission) ? [] : ['other'] as const), 'above',
];

const everyone: Target[] = ['own', 'same', 'other', 'above'];

/** A customer's rules may say no too; that is a decision and no closed door. What is gone stays gone. */
function isRefusal({ endpoint }: Cell, { status, text }: Heard): boolean {
  if (status === 401) return true;
  if (status === 404) return endpoint.method !== 'DELETE' && !endpoint.path.endsWith('/end');
  return status === 403 && /"code":"(notPermitted|mayNotGrant|notSignedIn)"/.test(text);
}

/** A field of the body that names what the caller may not know of: what a made-up id is answered too. */
const isUnknown = ({ status, text }: Heard): boolean => status === 422 && text.includes('"code":"unknown"');

const isList = (text: string): boolean => !text.startsWith('{') || /"data":\[/.test(text);

const around = (text: string, mark: string): string =>
  text.slice(Math.max(text.indexOf(mark) - 120, 0), text.indexOf(mark) + 40);
