import { isPersona, type Persona } from '../../../../domain/access/what-if/persona.ts';
import { isId } from '../../../../domain/kernel/id.ts';

/** One of two views side by side, as the address holds it: `?as=contact&levels=draft&as2=member&at2=…`. */
export interface Wish {
  /** A persona, the id of a customer, or `customer` while none is chosen yet. */
  readonly as: Persona | `cus_${string}` | 'customer';
  /** RFC 3339; undefined: now. */
  readonly at: string | undefined;
  readonly levels: 'published' | 'draft';
}

export type Side = 'first' | 'second';
export type Width = 360 | 1280;

const suffix = { first: '', second: '2' } as const;

export const nameIn = (side: Side, name: keyof Wish): string => `${name}${suffix[side]}`;

/** What stands in the address for a second view that is not wanted. */
export const NONE = 'none';

/** The view of a side; null: there is no second one. Beside anybody stands whoever makes a difference. */
export function wishIn(of: (name: string) => string | undefined, side: Side): Wish | null {
  const as = of(nameIn(side, 'as'));
  if (side === 'second' && as === NONE) return null;
  const beside = of('as') === 'member' ? 'contact' : 'member';
  const known = as !== undefined && (isPersona(as) || isId('cus', as) || as === 'customer');
  const at = of(nameIn(side, 'at'));
  return {
    as: known ? (as as Wish['as']) : side === 'first' ? 'contact' : beside,
    at: at === undefined || Number.isNaN(Date.parse(at)) ? undefined : at,
    levels: of(nameIn(side, 'levels')) === 'draft' ? 'draft' : 'published',
  };
}

export const widthIn = (of: (name: string) => string | undefined): Width =>
  (of('width') === '1280' ? 1280 : 360);
