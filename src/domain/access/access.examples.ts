import type { Audience } from '../customers/audience.ts';
import type { PlanEntitlements } from '../contracts/plan.ts';
import { planTermsAtFirst } from '../contracts/plan.ts';
import { day } from '../kernel/day.ts';
import { type Instant, parseInstant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { startOfDay, type Zone } from '../kernel/zone.ts';
import { settingsAtFirst } from '../locations/setting.ts';
import type { Cover, CoverStretch } from '../membership/cover.ts';
import type { Resource } from '../resources/resource.ts';
import { scheduleOf } from '../resources/schedule.ts';
import { calendarFrom } from '../kernel/calendar.ts';
import type {
  AskFacts,
  BookingFacts,
  CheckInFacts,
  CustomerFacts,
  PassFacts,
  PlaceStretch,
} from './facts.ts';
import {
  type AccessLevel,
  levelsAtFirst,
  type LevelsInForce,
  type PortalSection,
  portalSections,
} from './section.ts';

/** Facts for tests, told as an operator would: everything not named is as a new network has it. */

export const zone = 'Europe/Berlin' as Zone;
export const quay = 'loc_quay' as AskFacts['locationId'];
export const BEGINNING = -8_640_000_000_000_000 as Instant;

/** `2026-12-01` is that midnight in Berlin; `2026-12-01 10:00` that time there in winter. */
export function when(text: string): Instant {
  if (text.length === 10) return startOfDay(day(text), zone);
  const at = parseInstant(`${text.replace(' ', 'T')}:00+01:00`);
  if (at === null) throw new RangeError(text);
  return at;
}

export const span = (from: string, to: string): Span => ({ start: when(from), end: when(to) });
export const always = [{ start: BEGINNING, end: null }];

export interface CoverTold {
  readonly id?: string;
  readonly plan?: string;
  readonly from?: string;
  readonly until?: string | null;
  readonly frozen?: readonly (readonly [from: string, until: string | null])[];
  readonly validHere?: boolean;
  readonly hours?: readonly Span[] | null;
  readonly entitlements?: Partial<PlanEntitlements>;
  readonly turnStarts?: readonly Instant[];
}

export function cover(told: CoverTold = {}): Cover {
  const { id = 'con_1', plan = 'Hot Desk 10', from = '2026-01-01', until = null, frozen = [] } = told;
  const [start, end] = [when(from), until === null ? null : when(until)];
  const freezes = frozen.map(([first, last], index) => ({
    id: `frz_${id}_${index}` as never, start: when(first), end: last === null ? null : when(last),
  }));
  const cuts = [
    ...new Set([start, ...freezes.flatMap((of) => (of.end === null ? [of.start] : [of.start, of.end]))]),
  ]
    .filter((at) => at >= start && (end === null || at < end))
    .sort((a, b) => a - b);
  const terms = {
    ...planTermsAtFirst, prices: { EUR: 12_000 }, cycle: { every: 1, unit: 'month' } as const,
    entitlements: { ...planTermsAtFirst.entitlements, ...told.entitlements },
  };
  const stretches = cuts.map((at, index): CoverStretch => ({
    start: at, end: cuts[index + 1] ?? end, planId: `pla_${plan}` as never, planName: plan, terms,
    freeze: freezes.find((of) => of.start <= at && (of.end === null || at < of.end)) ?? null,
    validHere: told.validHere ?? true, hours: told.hours ?? null,
  }));
  return { contractId: id as never, seat: null, start, end, stretches, turnStarts: told.turnStarts ?? [] };
}

export const customer = (told: Partial<CustomerFacts> = {}): CustomerFacts =>
  ({ id: 'cus_mira' as never, covers: [], suspensions: [], archivings: [], mayEnter: always, ...told });

export const suspended = (
  from: string,
  until: string | null = null,
): CustomerFacts['suspensions'][number] => ({
  id: `sus_${from}` as never,
  cause: 'manual',
  during: { start: when(from), end: until === null ? null : when(until) },
});

type PlaceTold = Partial<Omit<PlaceStretch, 'levels'>> & {
  readonly levels?: Partial<Record<PortalSection, AccessLevel>>;
};

export const place = ({ levels = {}, ...told }: PlaceTold = {}): PlaceStretch => ({
  start: BEGINNING,
  end: null,
  whileSuspended: settingsAtFirst.whileSuspended,
  membersAre: 'anyOfNetwork',
  frozenMembersEnter: true,
  resourcesScope: 'current',
  overdue: null,
  ...told,
  levels: Object.fromEntries(
    portalSections.map((section) => [
      section,
      { level: levels[section] ?? levelsAtFirst[section], setAt: null },
    ]),
  ) as unknown as LevelsInForce,
});

export const ask = (told: Partial<AskFacts> = {}): Omit<AskFacts, 'action'> =>
  ({ via: 'portal', locationId: quay, customer: customer(), places: [place()], ...told });

export const resource = (told: Partial<Resource> = {}): Resource => ({
  id: 'res_atlas' as never,
  typeId: 'rty_rooms' as never,
  locationId: quay,
  name: 'Atlas',
  capacity: 10,
  hours: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  audience: { level: 'public' },
  customerIds: null,
  state: 'active',
  visible: true,
  publishAt: null,
  needsApproval: false,
  units: 1,
  linkedIds: [],
  minutesMin: 15,
  minutesMax: null,
  stepMinutes: 15,
  noticeMinutesMin: 0,
  horizonDays: null,
  cancelFreeMinutes: 0,
  lateCancelPercent: 0,
  ...told,
});

export interface BookingTold extends Partial<Omit<BookingFacts, 'resource' | 'schedule'>> {
  readonly resource?: Partial<Resource>;
  readonly taken?: readonly Span[];
  readonly within?: Span;
}

/** The schedule is worked out around the booking, and for `within` where that is named. */
export function booking(told: BookingTold = {}): BookingFacts {
  const { resource: wished, taken = [], within, ...facts } = told;
  const atlas = resource(wished);
  const during = facts.during ?? span('2026-12-01 12:30', '2026-12-01 13:30');
  const schedule = scheduleOf({
    zone, openingHours: [{ inForceFrom: BEGINNING, hours: null }], resourceHours: atlas.hours, closures: [],
    resource: atlas,
    occupancies: taken.map((blocked, index) =>
      ({ bookingId: `bok_${index}` as never, resourceId: atlas.id, unit: 1, blocked })),
  }, within ?? { start: (during.start - 86_400_000) as Instant, end: (during.end + 86_400_000) as Instant });
  return {
    ...ask(), action: 'book', relation: 'same', booked: [], people: null, planNames: new Map(),
    calendar: calendarFrom(when('2026-11-01'), 460, zone), ...facts, during, resource: atlas, schedule,
  };
}

export const forPlans = (...plans: string[]): Audience => ({
  level: 'plans',
  planIds: plans.map((of) => `pla_${of}` as never),
});

export const dayPass = (told: Partial<PassFacts> = {}): PassFacts => ({
  grantId: 'bft_1' as never,
  passId: 'pas_1' as never,
  name: 'Day pass',
  kind: 'day',
  start: BEGINNING,
  end: null,
  contractId: null,
  left: 1,
  audience: { level: 'public' },
  hours: null,
  ...told,
});

export const arrival = (told: Partial<CheckInFacts> = {}): CheckInFacts => ({
  ...ask({ via: 'desk' }), action: 'checkIn', openings: null, openStay: null, passes: [],
  calendar: calendarFrom(when('2026-11-01'), 460, zone), ...told,
});
