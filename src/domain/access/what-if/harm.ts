import type { SettingName, Settings } from '../../locations/setting.ts';
import type { PlaceStretch } from '../facts.ts';
import type { AccessLevel, PortalSection } from '../section.ts';

/** A place as a check looks at it: its rules, and what they meet there. */
export interface Checked extends Pick<PlaceStretch, 'whileSuspended' | 'membersAre' | 'frozenMembersEnter'> {
  readonly levels: Readonly<Record<PortalSection, AccessLevel>>;
  readonly accountsOpen: boolean;
  /** People at home there who are members of the network, and who count as members there. */
  readonly membersOfNetwork: number;
  readonly membersHere: number;
  /** Rooms that anybody may book and that cost nothing. */
  readonly freeForAll: number;
}

type SettingFix = { [N in SettingName]: { readonly name: N; readonly value: Settings[N] } }[SettingName];
/** What to use instead: another level, or another value of a setting. */
export type HarmFix =
  | { readonly section: PortalSection; readonly use: AccessLevel }
  | { readonly section: PortalSection; readonly setting: SettingFix };

interface Harm {
  readonly hurts: (place: Checked) => boolean;
  readonly instead: (place: Checked) => HarmFix;
}

const level = (section: PortalSection, use: AccessLevel) => () => ({ section, use });
const only = (section: PortalSection, is: AccessLevel) => ({ levels }: Checked) => levels[section] === is;
const allowed = (section: PortalSection, names: readonly (keyof Settings['whileSuspended'])[]) =>
  ({ whileSuspended }: Checked): HarmFix => ({
    section,
    setting: { name: 'whileSuspended', value: {
      ...whileSuspended, ...Object.fromEntries(names.map((name) => [name, true])),
    } },
  });

/** Combinations that hurt the operator, each with what to use instead (ACC-5). */
const harms = {
  portalKeepsContactsOut: {
    hurts: only('entirePortal', 'members'), instead: level('entirePortal', 'public'),
  },
  portalKeepsMembersOut: {
    hurts: only('entirePortal', 'contacts'), instead: level('entirePortal', 'public'),
  },
  portalClosedSectionsPublic: {
    hurts: ({ levels: { entirePortal, ...others } }) =>
      entirePortal === 'signedIn' && Object.values(others).includes('public'),
    instead: level('entirePortal', 'public'),
  },
  membersCannotPay: { hurts: only('payments', 'contacts'), instead: level('payments', 'signedIn') },
  formerMembersCannotPay: { hurts: only('payments', 'members'), instead: level('payments', 'signedIn') },
  membersCannotChangePlan: { hurts: only('plans', 'contacts'), instead: level('plans', 'public') },
  contactsCannotSignUp: { hurts: only('plans', 'members'), instead: level('plans', 'public') },
  nobodyCanSignUp: {
    hurts: ({ levels: { plans, entirePortal } }) =>
      plans === 'signedIn' || (plans === 'public' && entirePortal !== 'public'),
    instead: ({ levels }) =>
      ({ section: levels.plans === 'public' ? 'entirePortal' : 'plans', use: 'public' }),
  },
  noAccountNoPlan: {
    hurts: ({ accountsOpen, levels }) => !accountsOpen && levels.plans === 'public',
    instead: () => ({ section: 'plans', setting: { name: 'accountsOpen', value: true } }),
  },
  membersCannotBook: { hurts: only('bookings', 'contacts'), instead: level('bookings', 'signedIn') },
  freeRoomsForAll: {
    hurts: ({ levels, freeForAll }) =>
      freeForAll > 0 && (levels.bookings === 'public' || levels.bookings === 'signedIn'),
    instead: level('bookings', 'members'),
  },
  membersCannotSeeBenefits: { hurts: only('benefits', 'contacts'), instead: level('benefits', 'signedIn') },
  membersCannotAskForHelp: { hurts: only('helpDesk', 'contacts'), instead: level('helpDesk', 'signedIn') },
  nobodyIsMemberHere: {
    hurts: ({ levels, membersAre, membersHere, membersOfNetwork }) => membersAre === 'validHere'
      && membersHere === 0 && membersOfNetwork > 0 && Object.values(levels).includes('members'),
    instead: ({ levels }) => ({
      section: (Object.keys(levels) as PortalSection[]).find((section) => levels[section] === 'members')!,
      setting: { name: 'membersAre', value: 'anyOfNetwork' },
    }),
  },
  suspendedCannotPay: {
    hurts: ({ whileSuspended: { payInvoices } }) => !payInvoices,
    instead: allowed('payments', ['payInvoices']),
  },
  suspendedCannotFindInvoices: {
    hurts: ({ whileSuspended: { signIn, payInvoices } }) => payInvoices && !signIn,
    instead: allowed('payments', ['signIn']),
  },
  suspendedCannotCancel: {
    hurts: ({ whileSuspended: { changeBookings, createBookings } }) => createBookings && !changeBookings,
    instead: allowed('bookings', ['changeBookings']),
  },
  frozenCannotPay: {
    hurts: ({ frozenMembersEnter, levels: { payments, entirePortal } }) =>
      !frozenMembersEnter && (payments === 'members' || entirePortal === 'members'),
    instead: () => ({ section: 'payments', setting: { name: 'frozenMembersEnter', value: true } }),
  },
} as const satisfies Record<string, Harm>;

export type HarmCode = keyof typeof harms;
export const harmCodes = Object.keys(harms) as [HarmCode, ...HarmCode[]];

export type Found = HarmFix & { readonly code: HarmCode };

/** Every check that a place does not pass, in the order of the table. */
export function findHarms(place: Checked): Found[] {
  return harmCodes.filter((code) => (harms[code] as Harm).hurts(place))
    .map((code) => ({ code, ...(harms[code] as Harm).instead(place) }));
}
