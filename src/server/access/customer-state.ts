import type { z } from 'zod';
import type { stateSchema } from '../../api/access.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { contractStatusAt, contractTermsAt } from '../../domain/contracts/contract.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { isEntitledAt, stretchAt } from '../../domain/membership/standing.ts';
import { holdsAt, placeOf, statusAt, type StatusFacts } from '../../domain/membership/status.ts';
import { nextStatusChange, type StatusChange, timelineOf } from '../../domain/membership/timeline.ts';
import { loadLocations, networkOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findHome } from './access-store.ts';
import { BEGINNING } from './facts/places.ts';
import { type Loaded, loadAskFacts } from './load-facts.ts';

type State = z.input<typeof stateSchema>;
type Because = State['because'][number];

export interface StateQuestion {
  readonly customerId: Id<'cus'>;
  /** Null: seen from the customer's home location; from all of them where that is the network itself. */
  readonly locationId: Id<'loc'> | null;
}

/**
 * Standing and restrictions at an instant, side by side (CUS-6), what makes them, and when they change
 * (MEM-5).
 */
export async function customerState(work: Work, asked: StateQuestion, at: Instant): Promise<State> {
  const { loaded, facts, seenFrom } = await loadStatusFacts(work, asked);
  const status = statusAt(facts, at);
  const held = loaded.held!;
  return {
    at: text(at), locationId: seenFrom,
    standing: status.standing, frozen: status.frozen, suspended: status.suspended,
    archived: status.archived, portalAccess: status.portalAccess, entitled: status.entitlements.length > 0,
    entitledAt: status.entitlements.length > 0 ? locationsGiving(facts, loaded, at) : [],
    contracts: held.contracts.flatMap((contract) => {
      const seat = contract.seatsHeld?.find((one) => holdsAt(one, at)) ?? null;
      if (seat === null && contract.seatsHeld !== null) return [];
      const { planId } = contractTermsAt(contract, at);
      const planName = held.plans.get(planId)?.name ?? '';
      const status = contractStatusAt(contract, at);
      return [{ id: contract.id, status, planId, planName, seatId: seat?.id ?? null }];
    }),
    because: becauseOf(facts, at),
    nextChange: textOrNull(nextStatusChange(facts, at)),
  };
}

/** Changes in a period: all that are known, past and to come, unless said otherwise (MEM-5). */
export async function customerTimeline(
  work: Work, asked: StateQuestion, { from, to }: { from: Instant | undefined; to: Instant | undefined },
): Promise<(StatusChange & { readonly past: boolean })[]> {
  const { facts } = await loadStatusFacts(work, asked);
  const start = from ?? instant(BEGINNING + 1);
  const end = to ?? instant(-BEGINNING);
  return timelineOf(facts, start, end).map((change) => ({ ...change, past: change.at <= work.now }));
}

async function loadStatusFacts(
  work: Work, { customerId, locationId }: StateQuestion,
): Promise<{ loaded: Loaded<'signIn'>; facts: StatusFacts; seenFrom: Id<'loc'> | null }> {
  const here = locationId ?? await homeOf(work, customerId);
  const locations = await loadLocations(work);
  const anywhere = locationId === null && here === networkOf(locations)?.id;
  const loaded = await loadAskFacts(work, {
    action: 'signIn', via: 'portal', customerId, locationId: here, locations, anywhere,
  });
  const facts = { ...loaded.facts.customer!, places: loaded.facts.places };
  return { loaded, facts, seenFrom: anywhere ? null : here };
}

/** Where the contracts are that give something now: a network is entered at its locations. */
function locationsGiving({ covers }: StatusFacts, { held }: Loaded<'signIn'>, at: Instant): Id<'loc'>[] {
  const giving = covers.filter((cover) => isEntitledAt([cover], at)).map(({ contractId }) => contractId);
  return [...new Set(held!.contracts.filter(({ id }) => giving.includes(id)).map((one) => one.locationId))];
}

/** Throws 404 when there is no such customer. */
export async function homeOf({ tx }: Work, customerId: Id<'cus'>): Promise<Id<'loc'>> {
  const home = await findHome(tx, customerId);
  if (home === undefined) throw new Problem('notFound');
  return home;
}

function becauseOf(facts: StatusFacts, at: Instant): Because[] {
  const { membersAre } = placeOf(facts.places, at);
  const because: Because[] = [];
  for (const cover of facts.covers) {
    const stretch = stretchAt(cover, at);
    if (stretch === null) continue;
    const counted = membersAre === 'anyOfNetwork' || stretch.validHere;
    because.push(
      reason(counted ? 'contract' : 'notValidHere', cover.contractId, {
        name: stretch.planName,
        during: cover,
      }),
    );
    if (cover.seat !== null) {
      because.push(reason('seat', cover.seat.id, { name: stretch.planName, during: cover.seat }));
    }
    if (stretch.freeze !== null) {
      because.push(reason('freeze', stretch.freeze.id, { name: stretch.planName, during: stretch.freeze }));
    }
  }
  if (because.length === 0) because.push(reason('noContract', null, { name: '', during: null }));
  for (const { id, cause, during } of facts.suspensions) {
    if (holdsAt(during, at)) because.push(reason('suspension', id, { name: cause, during }));
  }
  for (const during of facts.archivings) {
    if (holdsAt(during, at)) because.push(reason('archiving', null, { name: '', during }));
  }
  for (const during of facts.mayEnter) {
    if (holdsAt(during, at)) because.push(reason('portalAccess', null, { name: '', during }));
  }
  return because;
}

function reason(
  kind: Because['kind'],
  id: string | null,
  {
    name,
    during,
  }: { name: string; during: { readonly start: Instant; readonly end: Instant | null } | null },
): Because {
  return {
    kind,
    id,
    name,
    since: during === null || during.start === BEGINNING ? null : text(during.start),
    until: textOrNull(during?.end ?? null),
  };
}

