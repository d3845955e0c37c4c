import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/access.ts';
import { bookingLayers } from '../../domain/access/booking-decision.ts';
import { checkInLayers, decideCheckIn } from '../../domain/access/check-in-decision.ts';
import type { Decision, Layer } from '../../domain/access/decision.ts';
import { HORIZON } from '../../domain/access/decide.ts';
import type { AskFacts, BookingFacts } from '../../domain/access/facts.ts';
import { isPortalSection } from '../../domain/access/section.ts';
import { decideSection, sectionFacts, sectionLayers } from '../../domain/access/section-decision.ts';
import {
  buyLayers,
  decideBuy,
  decideItem,
  decidePay,
  decidePost,
  decideSignIn,
  decideSignUpToPlan,
  itemLayers,
  payLayers,
  planLayers,
  postLayers,
  signInLayers,
} from '../../domain/access/simple-decisions.ts';
import { isId, type Id, type Prefix } from '../../domain/kernel/id.ts';
import { addMinutes, type Instant, instant, MINUTE } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type Assumptions, thingAssumed } from './facts/assume.ts';
import { loadResource } from '../resources/load-resource.ts';
import { startsWithin } from './booking-parts.ts';
import { loadBookingFacts } from './load-booking-facts.ts';
import { loadAskFacts, type Loaded } from './load-facts.ts';
import { invoiceFacts, itemFacts, planFacts } from './facts/load-things.ts';
import type { FactSuppliers } from './suppliers.ts';

export type Question = Omit<BodyOf<typeof api.askDecision>, 'at'> & { readonly at: Instant };

/** A question with its facts: asked at any instant without reading again. */
export interface Prepared<F extends AskFacts = AskFacts> {
  readonly layers: readonly Layer<F>[];
  readonly facts: F;
  readonly decide: (at: Instant) => Decision;
}

const prepared = <F extends AskFacts>(
  layers: readonly Layer<F>[], facts: F, decide: (facts: F, at: Instant) => Decision,
): Prepared => ({ layers, facts, decide: (at: Instant) => decide(facts, at) }) as unknown as Prepared;

/** `from`: the earliest instant that will be asked about, where that is before `at`. */
export interface PrepareWishes {
  readonly from?: Instant;
  readonly suppliers: FactSuppliers;
}

/**
 * Loads what one question asks (ACC-2). Throws 422 for a target that does not fit the action, 404 for unknown
 * ones.
 */
export async function prepare(work: Work, asked: Question, wishes: PrepareWishes): Promise<Prepared> {
  switch (asked.action) {
    case 'viewSection': {
      const section = asked.target ?? '';
      if (!isPortalSection(section))
        throw fieldProblem('target', 'unknown', 'Needs one of the sixteen sections.');
      const { facts } = await load(work, asked, 'viewSection');
      return prepared(sectionLayers, sectionFacts(facts, section), (of, at) => decideSection(of, { at }));
    }
    case 'signIn':
      return simple(work, asked, signInLayers, (of, at) => decideSignIn(of, { at }));
    case 'post':
      return simple(work, asked, postLayers, (of, at) => decidePost(of, { at }));
    case 'buy':
      mustBeKept(asked, ['prd']);
      if (asked.target !== undefined) throw wrongTarget('prd');
      return simple(work, asked, buyLayers, (of, at) => decideBuy(of, { at }, asked.target ?? null));
    case 'viewItem': {
      mustBeKept(asked, ['evt', 'art', 'prk', 'faq', 'prd']);
      const facts = await itemFacts(work, await load(work, asked, 'viewItem'), targetOf(asked, 'res'),
        asked.assume as Assumptions | undefined);
      return prepared(itemLayers, facts, (of, at) => decideItem(of, { at }));
    }
    case 'signUpToPlan': {
      const facts = await planFacts(work, await load(work, asked, 'signUpToPlan'), targetOf(asked, 'pla'),
        asked.assume as Assumptions | undefined);
      return prepared(planLayers, facts, (of, at) => decideSignUpToPlan(of, { at }));
    }
    case 'pay': {
      const invoiceId = asked.target === undefined ? null : targetOf(asked, 'inv');
      const facts = await invoiceFacts(work, await load(work, asked, 'pay'), invoiceId);
      return prepared(payLayers, facts, (of, at) => decidePay(of, { at }));
    }
    case 'book':
      return booking(work, asked, wishes);
    case 'checkIn':
      return checkIn(work, asked, wishes);
  }
}

async function simple(
  work: Work,
  asked: Question,
  layers: readonly Layer<AskFacts>[],
  decide: (of: AskFacts, at: Instant) => Decision,
): Promise<Prepared> {
  return prepared(layers, (await load(work, asked, asked.action)).facts, decide);
}

async function booking(work: Work, asked: Question, { from, suppliers }: PrepareWishes): Promise<Prepared> {
  const resourceId = targetOf(asked, 'res');
  const during = periodAsked(asked);
  const at = instant(Math.min(asked.at, from ?? asked.at));
  const within = startsWithin(at, during);
  const loaded = await load(work, asked, 'book', within);
  const people = asked.people ?? null;
  const assume = asked.assume as Assumptions | undefined;
  const resource = thingAssumed(await loadResource(work, resourceId), assume);
  const unpriced = await loadBookingFacts(work, loaded,
    { resourceId, resource, during, at, within, people, except: assume?.withoutBooking ?? null });
  const { facts, decide } = await suppliers.booking(work, unpriced, { locations: loaded.locations, at });
  return prepared(bookingLayers, facts, (of: BookingFacts, then) =>
    decide(of, { at: then, withStart: true }),
  );
}

/** Who names no period asks about an hour, from the next quarter of an hour on. */
function periodAsked({ at, during }: Question): Span {
  if (during !== undefined) return { start: during.startAt, end: during.endAt };
  const quarter = 15 * MINUTE;
  const start = instant(Math.ceil(at / quarter) * quarter);
  return { start, end: addMinutes(start, 60) };
}

async function checkIn(work: Work, asked: Question, { from, suppliers }: PrepareWishes): Promise<Prepared> {
  const at = instant(Math.min(asked.at, from ?? asked.at));
  const within = { start: at, end: instant(Math.max(asked.at, at) + HORIZON) };
  const loaded = await load(work, asked, 'checkIn', within);
  const facts = await suppliers.checkIn(work, loaded, { at: asked.at, within });
  return prepared(checkInLayers, facts, (of, then) => decideCheckIn(of, { at: then }));
}

function load<A extends Question['action']>(
  work: Work, asked: Question, action: A, hoursWithin?: Span,
): Promise<Loaded<A>> {
  const { customerId, locationId, via, assume } = asked;
  return loadAskFacts(work, {
    action, via, customerId, locationId,
    ...(hoursWithin && { hoursWithin }), ...(assume && { assume: assume as Assumptions }),
  });
}

/** A thing of a kind that nothing is kept of yet is unknown, as one with a wrong id is. */
function mustBeKept({ target }: Question, kinds: readonly string[]): void {
  if (target !== undefined && kinds.includes(target.slice(0, target.indexOf('_'))))
    throw new Problem('notFound');
}

function targetOf<P extends Prefix>({ target }: Question, prefix: P): Id<P> {
  if (target === undefined) throw wrongTarget(prefix, 'missing');
  if (!isId(prefix, target)) throw wrongTarget(prefix);
  return target;
}

const wrongTarget = (prefix: string, code = 'notValid'): Problem =>
  fieldProblem('target', code, `Needs an id that starts with ${prefix}_.`);
