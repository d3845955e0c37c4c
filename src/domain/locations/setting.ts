import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Location, type LocationTree, pathUp } from './location.ts';

/** Opening hours by ISO weekday (1 Monday to 7 Sunday), each a list of periods in minutes after midnight. */
export type WeekHours = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DayHours[]>>;
export interface DayHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** What a suspended customer may still do, one switch an action (SUS-3). */
export interface SuspensionSwitches {
  readonly signIn: boolean;
  readonly payInvoices: boolean;
  readonly createBookings: boolean;
  readonly changeBookings: boolean;
  readonly buy: boolean;
  readonly signUpToPlans: boolean;
  readonly checkIn: boolean;
  readonly useBenefits: boolean;
  readonly post: boolean;
  readonly openTickets: boolean;
}

export const scopes = ['current', 'children', 'parents', 'network'] as const;
export type Scope = (typeof scopes)[number];

/** Everything a location can set, or leave to its parent (LOC-2). */
export interface Settings {
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** Null: never closed. */
  readonly openingHours: WeekHours | null;
  /** Minutes after midnight at which a day of passes and stays ends. */
  readonly dailyCutOffMinutes: number;
  readonly address: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly capacity: number | null;
  readonly legalEntityId: Id<'ent'> | null;
  /** Hundredths of a per cent: 1900 is 19 %. */
  readonly taxRate: number;
  readonly taxName: string;
  readonly pricesIncludeTax: boolean;
  readonly dueDays: number;
  readonly accountsOpen: boolean;
  readonly whileSuspended: SuspensionSwitches;
  /** ACC-7: null while off. */
  readonly overdueLimit: OverdueLimit | null;
  /** MEM-7: who counts as a member for sections and audiences here. */
  readonly membersAre: 'anyOfNetwork' | 'validHere';
  /** SEC-2: whether members all of whose contracts are frozen enter sections for members. */
  readonly frozenMembersEnter: boolean;
  readonly timePassRunsOut: 'endStay' | 'flagStay';
  /** VIS-1: which locations' things the portal here shows. */
  readonly resourcesScope: Scope;
  readonly eventsScope: Scope;
  readonly articlesScope: Scope;
  readonly perksScope: Scope;
  readonly faqScope: Scope;
  readonly productsScope: Scope;
  readonly bookingCredits: 'optional' | 'only';
  readonly brandColour: string | null;
}

export interface OverdueLimit {
  readonly days: number;
  /** Minor units of the location's currency; more than this must be overdue. */
  readonly amount: number;
  readonly blocksBooking: boolean;
  readonly blocksBuying: boolean;
  readonly blocksCheckIn: boolean;
}

export type SettingName = keyof Settings;

/** What the network has before anybody sets anything. */
export const settingsAtFirst: Settings = {
  languages: ['en'],
  defaultLanguage: 'en',
  openingHours: null,
  dailyCutOffMinutes: 0,
  address: '',
  contactEmail: '',
  contactPhone: '',
  capacity: null,
  legalEntityId: null,
  taxRate: 0,
  taxName: 'VAT',
  pricesIncludeTax: false,
  dueDays: 7,
  accountsOpen: true,
  whileSuspended: {
    signIn: true, payInvoices: true, createBookings: false, changeBookings: true, buy: false,
    signUpToPlans: false, checkIn: false, useBenefits: false, post: false, openTickets: true,
  },
  overdueLimit: null,
  membersAre: 'anyOfNetwork',
  frozenMembersEnter: true,
  timePassRunsOut: 'flagStay',
  resourcesScope: 'current',
  eventsScope: 'current',
  articlesScope: 'current',
  perksScope: 'current',
  faqScope: 'current',
  productsScope: 'current',
  bookingCredits: 'optional',
  brandColour: null,
};

/** A setting from an instant on; the value undefined means: back to what the parent says. */
export interface SettingChange<N extends SettingName = SettingName> {
  readonly locationId: Id<'loc'>;
  readonly name: N;
  readonly inForceFrom: Instant;
  readonly value: Settings[N] | undefined;
}

/** A setting in force somewhere, and the location that set it (null: nobody did). */
export interface SettingInForce<N extends SettingName> {
  readonly value: Settings[N];
  readonly setAt: Location | null;
}

/**
 * The setting in force at a location and an instant: its own, else its parent's, up to the network (LOC-2).
 */
export function settingInForce<N extends SettingName>(
  tree: LocationTree,
  changes: readonly SettingChange[],
  where: { locationId: Id<'loc'>; at: Instant },
  name: N,
): SettingInForce<N> {
  for (const location of pathUp(tree, where.locationId)) {
    const change = latest(changes, location.id, name, where.at);
    if (change?.value !== undefined) return { value: change.value as Settings[N], setAt: location };
  }
  return { value: settingsAtFirst[name], setAt: null };
}

function latest(
  changes: readonly SettingChange[], locationId: Id<'loc'>, name: SettingName, at: Instant,
): SettingChange | undefined {
  let last: SettingChange | undefined;
  for (const change of changes) {
    if (change.locationId !== locationId || change.name !== name || change.inForceFrom > at) continue;
    if (last === undefined || change.inForceFrom >= last.inForceFrom) last = change;
  }
  return last;
}
