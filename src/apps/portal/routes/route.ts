import type { Facts } from '../pages/facts.ts';
import type { Format } from '../frame/format.ts';
import type { Link, PageName, PageParams } from '../urls.ts';
import type { PortalPlace, PreviewShown, Sections, SectionKey, Visit } from '../readers.ts';
import type { Phrase } from '../../../api/texts/message.ts';

/** One request for a page, with everything a route needs to answer it. */
export interface Asked<P extends PageName = PageName> {
  readonly visit: Visit;
  readonly params: PageParams<P>;
  readonly query: Readonly<Record<string, string>>;
  /** What a form sent; empty on GET. */
  readonly form: Readonly<Record<string, string>>;
  readonly place: PortalPlace;
  readonly places: readonly PortalPlace[];
  readonly sections: Sections;
  readonly language: string;
  readonly phrase: Phrase;
  readonly format: Format;
  readonly link: Link;
  /** Null: the portal itself. */
  readonly preview: PreviewShown | null;
  /** The address asked for, from the first slash on. */
  readonly address: string;
  /** Scheme and host. */
  readonly origin: string;
}

export type Outcome =
  | ShowPage
  | { readonly kind: 'go'; readonly to: string; readonly cookies?: readonly string[] }
  | {
      readonly kind: 'file';
      readonly type: string;
      readonly name: string;
      readonly body: string | Uint8Array;
    }
  | { readonly kind: 'missing' };

export type ShowPage = {
  [P in keyof Facts]: {
    readonly kind: 'show';
    readonly page: P;
    readonly facts: Facts[P];
    readonly title: string;
    readonly status?: number;
    readonly notice?: string | null;
    /** The island whose props a woken page asks for again. */
    readonly island?: unknown;
  };
}[keyof Facts];

export interface PageRoute<P extends PageName = PageName> {
  readonly page: P;
  /** The section that must be open; null: follows signing in alone, or nothing. */
  readonly section: SectionKey | null;
  readonly signedIn: boolean;
  readonly get?: (asked: Asked<P>) => Promise<Outcome>;
  readonly post?: (asked: Asked<P>) => Promise<Outcome>;
}

export const route = <P extends PageName>(value: PageRoute<P>): PageRoute => value as unknown as PageRoute;

export const show = <P extends keyof Facts>(
  page: P,
  title: string,
  facts: Facts[P],
  more: { status?: number; notice?: string | null; island?: unknown } = {},
): ShowPage => ({ kind: 'show', page, title, facts, ...more }) as ShowPage;

export const go = (to: string, cookies?: readonly string[]): Outcome => ({
  kind: 'go',
  to,
  ...(cookies === undefined ? {} : { cookies }),
});
export const missing: Outcome = { kind: 'missing' };
