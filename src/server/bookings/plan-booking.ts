import type { SentBooking } from '../../api/bookings.ts';
import type { Decision, LayerOutcome } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import { decideAndPrice, type PricedDecision } from '../../domain/bookings/priced-decision.ts';
import type { BookingState } from '../../domain/bookings/state.ts';
import type { Quote } from '../../domain/resources/quote.ts';
import { publicationOf } from '../../domain/resources/resource.ts';
import type { ResourceRow } from '../resources/load-resource.ts';
import { refusalOf } from '../access/refuse.ts';
import type { Caller } from '../platform/http/caller.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { staffVia } from '../availability/staff-via.ts';
import type { Work } from '../platform/work/shell.ts';
import { slotTaken } from './alternatives.ts';
import type { Override } from './booking-store.ts';
import { type BookingQuestion, loadBooking, type LoadedBooking } from './load-booking.ts';

/** A booking that is allowed, priced and ready to be written. */
export interface PlannedBooking {
  readonly loaded: LoadedBooking;
  readonly question: BookingQuestion;
  readonly quote: Quote | null;
  readonly override: Override | null;
  readonly state: BookingState;
  readonly note: string;
  readonly customerName: string | null;
}

/**
 * Loads and decides. Throws the refusal with its decision, or 409 where only somebody else's booking is in
 * the way.
 */
export async function planBooking(work: Work, wished: SentBooking): Promise<PlannedBooking> {
  const question = questionOf(work, wished);
  const loaded = await loadBooking(work, question);
  const { resource, customerName } = loaded;
  mustActAt(work.caller, resource, question);
  const { decision, quote } = decideAndPrice(loaded.facts, loaded.pricing, {
    at: work.now,
    withChange: false,
  });
  const override = await overrideOf(work, { question, loaded, decision }, wished.override?.reason);
  return {
    loaded,
    question,
    override,
    customerName,
    note: wished.note ?? '',
    state: stateOf(work.caller, resource, wished),
    quote: question.customerId === null ? null : quote,
  };
}

/** The decision and the price of a booking that may never be made; saves nothing (RAT-3). */
export async function weighBooking(
  work: Work, wished: SentBooking,
): Promise<PricedDecision & { readonly loaded: LoadedBooking }> {
  const question = questionOf(work, wished);
  const loaded = await loadBooking(work, { ...question, ahead: true });
  mustActAt(work.caller, loaded.resource, question, 'bookings.read');
  return { loaded, ...decideAndPrice(loaded.facts, loaded.pricing, { at: work.now, withStart: true }) };
}

/**
 * Customers ask for themselves, in the portal; staff for anybody, and for nobody where they block time.
 * Whoever is staff elsewhere only asks as a customer.
 */
export function questionOf(
  { caller, now }: Pick<Work, 'caller' | 'now'>,
  wished: SentBooking,
): BookingQuestion {
  const { resourceId, startAt, endAt, people = null } = wished;
  const isStaff = caller.may('bookings.read', null);
  const customerId = wished.customerId === undefined ? caller.customerId : wished.customerId;
  if (isStaff && wished.customerId === undefined && caller.customerId === null) {
    throw fieldProblem('customerId', 'missing', 'needs a customer, or null to block the time');
  }
  return {
    resourceId,
    customerId,
    during: { start: startAt, end: endAt },
    at: now,
    people,
    via: (locationId) =>
      (caller.may('bookings.read', locationId) ? (wished.via ?? staffVia(caller)) : 'portal'),
  };
}


/**
 * Throws 404 for what the caller may not know of, 403 for what it may not do. Customers act for themselves,
 * and for the members of a team that they run, by those members' rules (PER-2).
 */
export function mustActAt(
  caller: Caller, resource: ResourceRow, { customerId, at }: Pick<BookingQuestion, 'customerId' | 'at'>,
  permission: 'bookings.write' | 'bookings.read' = 'bookings.write',
): void {
  const { locationId } = resource;
  if (caller.may(permission, locationId)) return;
  if (caller.may('resources.read', locationId)) caller.mustMay(permission, locationId);
  const isOwn =
    customerId !== null && (caller.customerId === customerId || caller.leads(customerId, at));
  if (!isOwn || publicationOf(resource, at) !== 'published') throw new Problem('notFound');
}

interface Decided {
  readonly question: BookingQuestion;
  readonly loaded: LoadedBooking;
  readonly decision: Decision;
}

/**
 * Null: the rules allow it. Else what staff with `bookings.override` set aside (BKA-3). Somebody else's
 * booking is never set aside (BKG-1).
 */
export async function overrideOf(
  work: Work,
  decided: Decided,
  reason: string | undefined,
): Promise<Override | null> {
  const { decision, question, loaded } = decided;
  const denials = decision.layers.filter(({ outcome }) => outcome === 'deny');
  const mayOverride =
    work.caller.may('bookings.override', loaded.resource.locationId) && reason !== undefined;
  const isBlock = question.customerId === null;
  if (denials.length === 0) return null;
  if (isOccupied(denials) && (mayOverride || isBlock || denials[0]?.code === 'occupied')) {
    throw slotTaken(loaded, work);
  }
  if (isBlock) return null;
  if (!mayOverride) throw await refusal(work, question);
  const layers = denials.map(({ layer, code }) => ({ layer, code }));
  return { layers, reason, by: work.caller.actorId };
}

const isOccupied = (denials: readonly LayerOutcome[]): boolean =>
  denials.some(({ code }) => code === 'occupied');

/**
 * The explanation costs a second look, which only the refused pay for: when it changes, and what would be
 * allowed.
 */
async function refusal(work: Work, question: BookingQuestion): Promise<Problem> {
  const { facts, pricing } = await loadBooking(work, { ...question, ahead: true });
  const { decision } = decideAndPrice(facts, pricing, { at: work.now, withStart: true });
  return refusalOf({ decision, facts: { ...facts, pricing } as BookingFacts }, work.caller);
}

function stateOf(caller: Caller, resource: ResourceRow, { hold, customerId }: SentBooking): BookingState {
  if (hold === true) return 'tentative';
  return customerId !== null && needsApproval(caller, resource) ? 'requested' : 'confirmed';
}

/** Where the resource asks for it, of customers: staff who may book decide by booking. */
export const needsApproval = (
  caller: Caller, resource: Pick<ResourceRow, 'needsApproval' | 'locationId'>,
): boolean => resource.needsApproval && !caller.may('bookings.write', resource.locationId);

