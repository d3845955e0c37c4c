import type { Id } from '../../kernel/id.ts';
import {
  arrival, ask, booking, type BookingTold, BEGINNING, cover, customer, place, suspended, when,
} from '../access.examples.ts';
import { bookingLayers } from '../booking-decision.ts';
import { type ChangeFacts, changeLayers } from '../change-decision.ts';
import { checkInLayers } from '../check-in-decision.ts';
import type { Layer, LayerName } from '../decision.ts';
import type {
  AskFacts, CheckInFacts, CustomerFacts, ItemFacts, ItemRecord, OverdueFacts, PayFacts, PlaceStretch,
  PlanFacts, PlanOffered,
} from '../facts.ts';
import type { ReasonCode } from '../reason.ts';
import type { PortalSection } from '../section.ts';
import { sectionFacts, sectionLayers } from '../section-decision.ts';
import {
  buyLayers, itemLayers, payLayers, planLayers, postLayers, signInLayers,
} from '../simple-decisions.ts';

/**
 * What the tables of the layers are made of: who asks, what for, and what the layer says. All of it is asked
 * on Tuesday 1 December 2026 at 10:00 in Berlin; a booking is for 12:30 to 13:30 that day where no other
 * time is named.
 */
export const at = when('2026-12-01 10:00');

export interface Question {
  readonly layers: readonly Layer<never>[];
  readonly facts: AskFacts;
}

/** `until` and `since` only where the layer knows them; they are compared where a row names them. */
export type Row = readonly [
  story: string, asked: Question, says: ReasonCode, known?: { readonly until?: string; since?: string },
];
export interface LayerTable {
  readonly layer: LayerName;
  readonly rows: readonly Row[];
}

export type Told = Partial<Pick<AskFacts, 'via' | 'customer' | 'places'>>;

const of = <F extends AskFacts>(layers: readonly Layer<F>[], facts: F): Question => ({ layers, facts });
const simple = (action: 'signIn' | 'buy' | 'post', told: Told): AskFacts => ({ ...ask(told), action });

export const signsIn = (told: Told = {}): Question => of(signInLayers, simple('signIn', told));
export const buys = (told: Told = {}): Question => of(buyLayers, simple('buy', told));
export const posts = (told: Told = {}): Question => of(postLayers, simple('post', told));
export const opens = (section: PortalSection, told: Told = {}): Question =>
  of(sectionLayers, sectionFacts(ask(told), section));
export const books = (told: BookingTold = {}): Question => of(bookingLayers, booking(told));
export const changes = (told: Told = {}): Question => of(changeLayers, {
  ...ask(told), action: 'book', changing: {
    bookingId: 'bok_1' as Id<'bok'>, resourceId: 'res_atlas' as Id<'res'>, resourceName: 'Atlas',
    during: { start: when('2026-12-01 12:30'), end: when('2026-12-01 13:30') },
  },
} satisfies ChangeFacts);
export const comesIn = (told: Partial<CheckInFacts> = {}): Question => of(checkInLayers, arrival(told));

export const looksAt = (item: Partial<ItemRecord>, told: Told = {}): Question =>
  of(itemLayers, {
    ...ask(told), action: 'viewItem', section: 'bookings', planNames: new Map([[hotDeskId, 'Hot Desk 10']]),
    item: {
      id: 'res_atlas', name: 'Atlas', audience: { level: 'public' }, relation: 'same', givenBy: null,
      published: [{ start: BEGINNING, end: null }], scopeOf: 'resourcesScope',
      resourceId: 'res_atlas' as Id<'res'>, ...item,
    },
  } satisfies ItemFacts);

export const takes = (plan: Partial<PlanOffered>, told: Told = {}): Question =>
  of(planLayers, {
    ...ask(told), action: 'signUpToPlan',
    plan: {
      id: 'pla_Studio' as Id<'pla'>, name: 'Studio', audience: { level: 'public' }, archivedAt: null,
      shownInPortal: true, offeredHere: true, hasPriceHere: true, currency: 'EUR', ...plan,
    },
  } satisfies PlanFacts);

export const pays = (invoice: Partial<NonNullable<PayFacts['invoice']>> | null, told: Told = {}): Question =>
  of(payLayers, {
    ...ask(told), action: 'pay',
    invoice: invoice === null ? null : {
      id: 'inv_1' as Id<'inv'>, customerId: 'cus_mira' as Id<'cus'>, payable: true, number: 'BER-1',
      ...invoice,
    },
  } satisfies PayFacts);

const hotDeskId = 'pla_Hot Desk 10' as Id<'pla'>;

/** Contracts as they are told of: Hot Desk 10 and Office Lite, from January on. */
export const hotDesk = cover();
export const lite = cover({ id: 'con_2', plan: 'Office Lite' });
export const frozenDesk = cover({ frozen: [['2026-11-01', '2026-12-03']] });
export const deskElsewhere = cover({ validHere: false });
export const deskToCome = cover({ from: '2026-12-10' });
export const deskToEnd = cover({ until: '2026-12-20' });

export const who = (...covers: CustomerFacts['covers']): CustomerFacts => customer({ covers });
export const contact = who();
export const member = who(hotDesk);
const since20November = { suspensions: [suspended('2026-11-20')] };
export const suspendedContact = customer(since20November);
export const suspendedMember = customer({ ...since20November, covers: [hotDesk] });
export const archived = customer({ archivings: [{ start: when('2026-11-10'), end: null }] });
export const withoutAccess = customer({ mayEnter: [{ start: BEGINNING, end: when('2026-11-12') }] });

/** What suspended customers may do here, besides what they may at first. */
export const whileSuspended = (switches: Partial<PlaceStretch['whileSuspended']>): PlaceStretch[] =>
  [place({ whileSuspended: { ...place().whileSuspended, ...switches } })];

/** 120 euros overdue since 20 November beyond the location's 14 days; more than 50 block what is named. */
export const owing = (blocks: Partial<OverdueFacts>): PlaceStretch[] => [place({ overdue: {
  limitAmount: 5_000, limitDays: 14, currency: 'EUR', blocksBooking: false, blocksBuying: false,
  blocksCheckIn: false,
  debts: [{ invoiceId: 'inv_1' as Id<'inv'>, amount: 12_000, start: when('2026-11-20'), end: null }],
  ...blocks,
} })];
