/**
 * The only place that spells a path of the portal: `/:language/:location?/…` (with one location, no slug).
 * The router and every link read this table.
 */
export const paths = {
  home: '',
  checkIn: 'check-in',
  checkOut: 'check-out/:checkInId',
  plans: 'plans',
  book: 'book',
  review: 'book/:resourceId',
  bookings: 'bookings',
  booking: 'bookings/:bookingId',
  changeBooking: 'bookings/:bookingId/change',
  cancelBooking: 'bookings/:bookingId/cancel',
  bookingCalendar: 'bookings/:bookingId/calendar.ics',
  wallet: 'wallet',
  invoices: 'invoices',
  invoice: 'invoices/:invoiceId',
  invoicePdf: 'invoices/:invoiceId/document.pdf',
  contract: 'contracts/:contractId',
  freezeContract: 'contracts/:contractId/freeze',
  cancelContract: 'contracts/:contractId/cancel',
  keepContract: 'contracts/:contractId/keep',
  resumeContract: 'contracts/:contractId/resume',
  me: 'me',
  teams: 'team',
  team: 'team/:teamId',
  teamProfile: 'team/:teamId/profile',
  inviteToTeam: 'team/:teamId/invite',
  teamInvitation: 'team/:teamId/invitations/:invitationId',
  teamPerson: 'team/:teamId/people/:personId',
  removeFromTeam: 'team/:teamId/people/:personId/remove',
  endSeat: 'team/:teamId/people/:personId/seats/:seatId',
  teamBookings: 'team/:teamId/bookings',
  teamInvoices: 'team/:teamId/invoices',
  remind: 'tell-me/:target',
  profile: 'me/profile',
  changeEmail: 'me/email',
  confirmEmail: 'me/email/confirm',
  signIn: 'sign-in',
  signInLink: 'sign-in/link',
  useLink: 'sign-in/with-link',
  signOut: 'sign-out',
  forgotPassword: 'password/forgot',
  resetPassword: 'password/reset',
  openAccount: 'account/open',
  invitation: 'invitations/:token',
} as const;

export type PageName = keyof typeof paths;

/** The names after a colon, each a text. */
export type ParamsOf<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? ParamsOf<Head> & ParamsOf<Tail>
  : Path extends `:${infer Name}`
    ? Record<Name, string>
    : unknown;

export type PageParams<P extends PageName> = ParamsOf<(typeof paths)[P]>;
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** Where a page is: the language always, the location only where there are several. */
export interface Place {
  readonly language: string;
  readonly slug: string | null;
  /** What all of it stands below: a preview's own address; left out: nothing. */
  readonly under?: string;
}

export interface Link {
  <P extends PageName>(
    page: P,
    ...rest: object extends PageParams<P> ? [query?: Query] : [PageParams<P>, query?: Query]
  ): string;
}

/** Links that stay at a place: `link('booking', { bookingId })`, `link('book', { date })`. */
export const linksAt =
  (place: Place): Link =>
  (page, ...rest) => {
    const pattern: string = paths[page];
    const named = pattern.includes(':');
    const params = (named ? rest[0] : undefined) as Record<string, string> | undefined;
    const query = (named ? rest[1] : rest[0]) as Query | undefined;
    const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const path = [place.language, place.slug, filled].filter(Boolean).join('/');
    return `${place.under ?? ''}/${path}${queryText(query)}`;
  };

/** The patterns a router needs for a page: without and with a location. */
export const patternsOf = (page: PageName): readonly [string, string] => {
  const end = paths[page] === '' ? '' : `/${paths[page]}`;
  return [`/:language${end}`, `/:language/:slug${end}`];
};

/** A preview's own address: every page of the portal stands below it. */
export const previewPath = '/preview/:previewId';
export const endPreviewPath = `${previewPath}/end`;

export const assetsPath = '/assets/portal/';
export const iconPath = '/assets/portal/icon.svg';
export const themePath = (colour: string): string =>
  `/assets/theme/${colour.replace('#', '').toLowerCase()}.css`;

function queryText(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}
