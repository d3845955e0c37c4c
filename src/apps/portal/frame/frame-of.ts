import { dirOf, languages, nameOf } from '../../../api/texts/phrase.ts';
import { formatFor } from './format.ts';
import { iconPath, linksAt, type PageName, themePath } from '../urls.ts';
import type { Asked, ShowPage } from '../routes/route.ts';
import type { Choice, Frame, MenuItem } from './view.ts';
import type { SectionKey } from '../readers.ts';
import type { Web } from '../glue/web.ts';

interface Framing {
  readonly asked: Asked;
  readonly outcome: ShowPage;
  readonly page: PageName | null;
  /** The section that the page stands in. */
  readonly section: SectionKey | null;
  readonly web: Web;
}

/** What surrounds every page: where it is, who looks, where else they may go. */
export function frameOf({ asked, outcome, page, section, web }: Framing): Frame {
  const { visit, place, phrase, link, language } = asked;
  return {
    phrase,
    link,
    language,
    place,
    format: asked.format,
    formatAt: (locationId) => formatFor(language, placeOf(asked, locationId).zone),
    elsewhere: (locationId) => (locationId === place.id ? null : placeOf(asked, locationId).name),
    direction: dirOf(language),
    title: outcome.title,
    visitor: visit.customer,
    accountEmail: visit.accountEmail,
    menu: menuOf(asked, page),
    places: placeChoices(asked),
    languages: languageChoices(asked),
    notice: outcome.notice ?? null,
    paused: pausedIn(asked, section),
    sheet: web.sheet,
    script: web.script,
    themeSheet: place.brandColour === null ? null : themePath(place.brandColour),
    icon: iconPath,
    origin: asked.origin,
    preview: asked.preview,
    hidden: asked.preview !== null || visit.customer !== null || (outcome.status ?? 200) !== 200,
  };
}

/** What a suspended visitor is told on every page: of a section in which only looking is left, just that. */
function pausedIn({ visit, place, sections, phrase }: Asked, section: SectionKey | null): Frame['paused'] {
  if (section !== null && sections[section].isReadOnly)
    return { text: phrase('portal-frame.readOnly', { section }), ofSection: true };
  return visit.customer?.suspended !== true || place.suspendedMayBook ? null
    : { text: phrase('portal-frame.suspended'), ofSection: false };
}

const placeOf = ({ places, place }: Asked, locationId: string): Asked['place'] =>
  places.find(({ id }) => id === locationId) ?? place;

/** A section that denies does not exist in the menu (SEC-6); the engine says which do. */
function menuOf({ sections, phrase, link, visit }: Asked, current: PageName | null): MenuItem[] {
  const item = (page: MenuPage): MenuItem => ({
    page,
    icon: menu[page].icon,
    href: link(page),
    label: phrase(`portal-frame.menu.${page}`),
    current: page === current || (menu[page].also as readonly (PageName | null)[]).includes(current),
  });
  const signedIn = visit.customer !== null;
  const wished = (Object.keys(menu) as MenuPage[]).filter((page) => {
    const { section, when } = menu[page];
    if (when === 'in' && !signedIn) return false;
    if (when === 'out' && (signedIn || visit.accountEmail !== null)) return false;
    return section === null || sections[section].allowed;
  });
  return wished.map(item);
}

interface MenuEntry {
  readonly section: SectionKey | null;
  readonly when: 'in' | 'out' | 'always';
  readonly icon: string;
  readonly also: readonly PageName[];
}
type MenuPage = 'home' | 'book' | 'wallet' | 'plans' | 'signIn' | 'me';
const menu: Readonly<Record<MenuPage, MenuEntry>> = {
  home: { section: 'home', when: 'always', icon: 'home', also: [] },
  book: {
    section: 'bookings',
    when: 'always',
    icon: 'calendar',
    also: ['review', 'bookings', 'booking', 'changeBooking', 'cancelBooking'],
  },
  wallet: { section: 'benefits', when: 'in', icon: 'wallet', also: [] },
  plans: { section: 'plans', when: 'always', icon: 'tag', also: [] },
  signIn: {
    section: null,
    when: 'out',
    icon: 'user',
    also: ['signInLink', 'forgotPassword', 'resetPassword', 'openAccount', 'invitation'],
  },
  me: {
    section: null,
    when: 'in',
    icon: 'user',
    also: [
      'profile', 'changeEmail', 'confirmEmail', 'invoices', 'invoice', 'contract',
      'freezeContract', 'cancelContract', 'resumeContract', 'teams', 'team', 'teamPerson', 'removeFromTeam',
      'endSeat', 'inviteToTeam', 'teamProfile', 'teamBookings', 'teamInvoices',
    ],
  },
};

/** The same page elsewhere, as far as it exists there; a page about one thing goes to the home page. */
function placeChoices(asked: Asked): Choice[] {
  const { places, place, language, preview } = asked;
  if (places.length === 1) return [];
  const rest = restOf(asked, place.slug);
  const under = preview?.under ?? '';
  return places.map((other) => ({
    label: other.name,
    href: linksAt({ language, slug: other.slug, under })('home') + (/_[0-9a-z]{26}/.test(rest) ? '' : rest),
    current: other.id === place.id,
  }));
}

function languageChoices(asked: Asked): Frame['languages'] {
  const { places, place, language, preview } = asked;
  const slug = places.length === 1 ? null : place.slug;
  const rest = restOf(asked, slug);
  return languages.map((code) => {
    const home = linksAt({ language: code, slug, under: preview?.under ?? '' })('home');
    const href = (home + rest).replace(/\/$/, '');
    return { code, label: nameOf(code), href, current: code === language };
  });
}

function restOf({ address, language, preview }: Asked, slug: string | null): string {
  const start = `${preview?.under ?? ''}/${language}${slug === null ? '' : `/${slug}`}`;
  return address.startsWith(start) ? address.slice(start.length) : '';
}
