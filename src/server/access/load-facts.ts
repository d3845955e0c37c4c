import type { AskFacts, CustomerFacts } from '../../domain/access/facts.ts';
import type { Action, Via } from '../../domain/access/decision.ts';
import type { LevelsVersion } from '../../domain/access/section.ts';
import type { PlanTerms } from '../../domain/contracts/plan.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { openSpans } from '../../domain/resources/opening.ts';
import type { Location } from '../../domain/locations/location.ts';
import type { WeekHours } from '../../domain/locations/setting.ts';
import { coveringFrom, type CoveringContracts, loadCovering } from '../contracts/load-contracts.ts';
import { type Locations, loadLocations, locationOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { together } from '../platform/database/together.ts';
import { versionsFrom } from '../platform/work/kept.ts';
import { type CustomerRow, type InvoiceDebtRow, listCustomerPeriods, listLevels } from './access-store.ts';
import { askQueries, type AskRows } from './facts/ask-rows.ts';
import { type Assumptions, assumed } from './facts/assume.ts';
import { customerFactsOf } from './facts/load-customer.ts';
import { overdueFacts } from './facts/overdue.ts';
import { type OverdueOf, placesOf } from './facts/places.ts';

export interface AskWishes<A extends Action> {
  readonly action: A;
  readonly via: Via;
  readonly customerId: Id<'cus'> | null;
  readonly locationId: Id<'loc'>;
  /** Contracts count wherever they are valid, not only at the location. */
  readonly anywhere?: boolean;
  /** Given where they are loaded already. */
  readonly locations?: Locations;
  /** Given where they were asked for together with others. */
  readonly rows?: AskRows;
  /** The period for which plans' own hours are worked out; left out where the action asks none. */
  readonly hoursWithin?: Span;
  /** ACC-5: the same question on other facts. */
  readonly assume?: Assumptions;
}

/** The facts of a question, with what is shown beside the answer. */
export interface Loaded<A extends Action> {
  readonly facts: AskFacts & { readonly action: A };
  readonly locations: Locations;
  readonly customer: CustomerRow | null;
  /** The contracts that cover the customer, with their plans, as they are kept. */
  readonly held: CoveringContracts | null;
}

/**
 * What every decision asks: the customer with its contracts, and what holds at the location. All of it is
 * read now and nothing is kept, so that a suspension or freeze counts from the next request on (SUS-6).
 * Throws 404 for an unknown location or customer.
 */
export async function loadAskFacts<A extends Action>(work: Work, wishes: AskWishes<A>): Promise<Loaded<A>> {
  const { action, via, customerId, locationId, assume = {} } = wishes;
  const limitAssumed = assume.overdueLimit != null;
  const rows = wishes.rows ?? await together(work.tx, askQueries(customerId, { limitAssumed }));
  if (wishes.rows === undefined) work.knows(versionsFrom(rows.versions));
  const [locations, versions, held] = await Promise.all([
    wishes.locations ?? loadLocations(work),
    loadLevels(work),
    customerId === null ? null : coveringFrom(work, rows.contracts),
  ]);
  const location = locationOf(locations, locationId);
  const [row = null] = rows.customers;
  if (customerId !== null && row === null) throw new Problem('notFound');
  const overdueOf = customerId === null ? null : overdueOfDebts(rows.debts, location);
  const places = placesOf(locations, versions, { locationId, overdueOf });
  const hoursOf = wishes.hoursWithin === undefined ? undefined : planHours(wishes.hoursWithin, location.zone);
  const customer = row === null ? null : customerFactsOf(row, held!.contracts, held!.plans,
    { locations, here: wishes.anywhere ? null : locationId, ...(hoursOf && { hoursOf }) });
  const contractAt = (id: Id<'con'>) => held?.contracts.find((contract) => contract.id === id)?.locationId;
  const facts = await assumed(work, { action, via, locationId, customer, places },
    { locations, assume, overdueOf, hoursOf, contractAt });
  return { facts: facts as AskFacts & { readonly action: A }, locations, customer: row, held };
}

/** All published levels, in order of the instant from which they are in force. */
export const loadLevels = ({ kept }: Pick<Work, 'kept'>): Promise<readonly PublishedLevels[]> => kept(levels);

export interface PublishedLevels extends LevelsVersion {
  readonly version: number;
}

export const levels: Kept<readonly PublishedLevels[]> = {
  part: 'places',
  load: async (tx) => await listLevels(tx) as unknown as readonly PublishedLevels[],
};

/** The customer's facts by themselves, seen from a location or from anywhere. */
export async function loadCustomerFacts(
  work: Work, customerId: Id<'cus'>, { locations, here }: { locations: Locations; here: Id<'loc'> | null },
): Promise<{ facts: CustomerFacts; row: CustomerRow }> {
  const [[row], held] = await Promise.all([
    listCustomerPeriods(work.tx, [customerId]), loadCovering(work, customerId),
  ]);
  if (row === undefined) throw new Problem('notFound');
  return { facts: customerFactsOf(row, held.contracts, held.plans, { locations, here }), row };
}

/** Only debts in the location's currency count there. */
function overdueOfDebts(debts: readonly InvoiceDebtRow[], { currency, zone }: Location): OverdueOf {
  const rows = debts.filter((debt) => debt.currency === currency);
  return (limit) => overdueFacts(rows, limit, { zone, currency });
}

/** A plan's hours as instants, each set of hours worked out once. */
function planHours(within: Span, zone: Parameters<typeof openSpans>[0]['zone']) {
  const known = new Map<PlanTerms['entitlements']['hours'], readonly Span[]>();
  return ({ entitlements: { hours } }: PlanTerms): readonly Span[] | null => {
    if (hours === null) return null;
    const spans = known.get(hours) ?? openSpans({
      zone, closures: [], resourceHours: null,
      openingHours: [{ inForceFrom: within.start as Instant, hours: hours as unknown as WeekHours }],
    }, within);
    known.set(hours, spans);
    return spans;
  };
}
