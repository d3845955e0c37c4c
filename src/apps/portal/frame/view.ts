import type { Phrase } from '../../../api/texts/message.ts';
import type { Link, PageName } from '../urls.ts';
import type { PortalPlace, PreviewShown, Visitor } from '../readers.ts';
import type { Format } from './format.ts';
import type { Facts } from '../pages/facts.ts';

/** Everything a page is given. Pages have no state and ask for nothing. */
export type View = {
  [P in keyof Facts]: { readonly page: P; readonly facts: Facts[P]; readonly frame: Frame };
}[keyof Facts];

export interface Frame {
  readonly phrase: Phrase;
  readonly format: Format;
  /** The clock of another location. */
  readonly formatAt: (locationId: string) => Format;
  /** Its name where it is not the one that is looked at; else nothing. */
  readonly elsewhere: (locationId: string) => string | null;
  readonly link: Link;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly place: PortalPlace;
  readonly visitor: Visitor | null;
  readonly accountEmail: string | null;
  readonly menu: readonly MenuItem[];
  readonly places: readonly Choice[];
  readonly languages: readonly (Choice & { readonly code: string })[];
  /** A sentence about what was just done. */
  readonly notice: string | null;
  /** What is paused for a suspended visitor; `ofSection` where nothing but looking is left here (SUS-3). */
  readonly paused: { readonly text: string; readonly ofSection: boolean } | null;
  readonly sheet: string;
  readonly script: string;
  readonly themeSheet: string | null;
  readonly icon: string;
  /** Scheme and host, for addresses that leave the page. */
  readonly origin: string;
  /** Null: the portal itself. */
  readonly preview: PreviewShown | null;
  /** Not for search engines: signed in, or refused. */
  readonly hidden: boolean;
}

export interface MenuItem {
  readonly page: PageName;
  readonly label: string;
  readonly href: string;
  readonly icon: string;
  readonly current: boolean;
}
export interface Choice {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}
