import { checkInLayers } from '../../../domain/access/check-in-decision.ts';
import type { Action, Layer } from '../../../domain/access/decision.ts';
import type {
  AskFacts, BookingFacts, CheckInFacts, ItemFacts, PassFacts, PayFacts, PlanFacts,
} from '../../../domain/access/facts.ts';
import { type PortalSection, portalSections } from '../../../domain/access/section.ts';
import { sectionFacts, sectionLayers } from '../../../domain/access/section-decision.ts';
import {
  buyLayers, itemLayers, payLayers, planLayers, postLayers, signInLayers,
} from '../../../domain/access/simple-decisions.ts';
import { whoMayBook } from '../../../domain/access/what-if/who-may-book.ts';
import { itemOf } from '../../../domain/access/simple-decisions.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { relationOf } from '../../../domain/locations/scope.ts';
import type { Resource } from '../../../domain/resources/resource.ts';
import { type Locations, locationOf } from '../../locations/load-locations.ts';
import { bookingCalendar } from '../booking-parts.ts';
import { BEGINNING } from '../facts/places.ts';
import type { LoadedClass } from './load-classes.ts';
import type { Situation } from './sides.ts';

/** Something that everybody is asked about, before and after a change. */
export interface WhatIf {
  readonly action: Action;
  /** A section or the id of a thing; null: anything there is to do so with. */
  readonly target: string | null;
  readonly name: string;
  /** The location that is named with the answer. */
  readonly locationId: Id<'loc'>;
  /** From where somebody is asked: there, or at home. */
  readonly here: (of: LoadedClass) => Id<'loc'>;
  readonly layers: readonly Layer<AskFacts>[];
  readonly before: (base: Situation) => AskFacts;
  readonly after: (base: Situation) => AskFacts;
  /** The same for questions that everybody would answer alike: they are put once. */
  readonly alike?: string;
}

export const keyOf = ({ action, target, locationId }: WhatIf): string =>
  [action, target ?? '', locationId].join(':');

interface Where {
  readonly locationId: Id<'loc'>;
  readonly here: WhatIf['here'];
}

export const atHome = (locationId: Id<'loc'>): Where =>
  ({ locationId, here: ({ homeLocationId }) => homeLocationId });
export const from = (locationId: Id<'loc'>): Where => ({ locationId, here: () => locationId });

/** The layers ask the facts of their own action; that they fit together is said here once. */
function whatIf<F extends AskFacts>(
  action: Action, where: Where, layers: readonly Layer<F>[], facts: (base: Situation) => F,
): WhatIf {
  const own = layers as unknown as readonly Layer<AskFacts>[];
  return { action, target: null, name: '', ...where, layers: own, before: facts, after: facts };
}

export const aboutSections = (where: Where): WhatIf[] => portalSections.map((section: PortalSection) => ({
  ...whatIf('viewSection', where, sectionLayers, (base) => sectionFacts(base, section)), target: section,
}));

interface Asked {
  readonly at: Instant;
  readonly locations: Locations;
}

/** May it be done at all, with something that is open to all? */
export function aboutActions(where: Where, asked: Asked): WhatIf[] {
  const plain = (action: Action) => (base: Situation): AskFacts => ({ ...base, action });
  return [
    whatIf('signIn', where, signInLayers, plain('signIn')),
    whatIf('pay', where, payLayers, (base): PayFacts => ({ ...base, action: 'pay', invoice: null })),
    whatIf('book', where, whoMayBook, (base) => bookingFacts(base, openResource, asked)),
    whatIf('buy', where, buyLayers, plain('buy')),
    whatIf('signUpToPlan', where, planLayers, (base): PlanFacts =>
      ({ ...base, action: 'signUpToPlan', plan: openPlan })),
    aboutCheckIn(where, [openPass], asked),
    whatIf('post', where, postLayers, plain('post')),
  ];
}

/** Coming in by what the plan gives, where no pass is named. */
export const aboutCheckIn = (where: Where, passes: readonly PassFacts[], asked: Asked): WhatIf =>
  whatIf('checkIn', where, checkInLayers, (base): CheckInFacts => ({
    ...base, action: 'checkIn', openings: null, openStay: null, passes,
    calendar: calendarAt(base.locationId, asked),
  }));

interface Changed {
  readonly before: Resource;
  readonly after: Resource;
}

/** Seeing a resource and booking it, whatever the time. */
export function aboutResource(
  { before, after }: Changed, where: Where, asked: Asked,
): WhatIf[] {
  const relation = (base: Situation) => relationOf(asked.locations.tree, base.locationId, before.locationId);
  const book = (of: Resource) => (base: Situation): BookingFacts =>
    ({ ...bookingFacts(base, of, asked), relation: relation(base) });
  const see = (of: Resource) => (base: Situation): ItemFacts => ({
    ...base, action: 'viewItem', section: 'bookings', planNames: new Map(),
    item: itemOf(of, relation(base)),
  });
  const named = { target: before.id, name: before.name };
  const like = (act: string) => before === after && { alike: `${act} ${likenessOf(before)}` };
  return [
    { ...whatIf('viewItem', where, itemLayers, see(before)), after: see(after), ...named, ...like('see') },
    { ...whatIf('book', where, whoMayBook, book(before)), after: book(after), ...named, ...like('book') },
  ];
}

/** What everybody's answer about a resource hangs on; plans may list one by its type or by itself. */
const likenessOf = (of: Resource): string => JSON.stringify([
  of.locationId, of.audience, of.customerIds, of.state, of.visible, of.publishAt,
  of.audience.level === 'plans' && [of.id, of.typeId],
]);

/** At an instant: no schedule is looked at, and what is booked already says nothing about who may. */
const bookingFacts = (base: Situation, resource: Resource, asked: Asked): BookingFacts => ({
  ...base, action: 'book', during: { start: asked.at, end: asked.at }, resource, relation: 'same',
  calendar: calendarAt(base.locationId, asked), schedule: undefined as never, booked: [], people: null,
  planNames: new Map(),
});

const calendarAt = (here: Id<'loc'>, { at, locations }: Asked) =>
  bookingCalendar(at, { start: at, end: at }, locationOf(locations, here).zone);

const openResource: Resource = {
  id: 'res_any' as Id<'res'>, typeId: 'rty_any' as Id<'rty'>, locationId: 'loc_any' as Id<'loc'>, name: '',
  capacity: 1, hours: null, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, audience: { level: 'public' },
  customerIds: null, state: 'active', visible: true, publishAt: null, needsApproval: false, units: 1,
  linkedIds: [],
  minutesMin: 1, minutesMax: null, stepMinutes: 1, noticeMinutesMin: 0, horizonDays: null,
  cancelFreeMinutes: 0, lateCancelPercent: 0,
};

const openPlan: PlanFacts['plan'] = {
  id: 'pla_any' as Id<'pla'>, name: '', audience: { level: 'public' }, archivedAt: null, shownInPortal: true,
  offeredHere: true, hasPriceHere: true, currency: 'EUR',
};

const openPass: PassFacts = {
  grantId: null, passId: 'pas_any' as Id<'pas'>, name: '', kind: 'payg', start: BEGINNING, end: null,
  contractId: null, left: null, audience: { level: 'public' }, hours: null,
};
