import { decideCheckIn } from '../../domain/access/check-in-decision.ts';
import type { Decision, Via } from '../../domain/access/decision.ts';
import type { CheckInFacts } from '../../domain/access/facts.ts';
import { orderPasses, type PassCandidate, type UseReason } from '../../domain/benefits/pass-order.ts';
import { beside, type CheckInSource, cutOffAfter, type StayCover } from '../../domain/check-ins/stay.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { presentDecision } from '../../api/decision.ts';
import { type Loaded, loadAskFacts } from '../access/load-facts.ts';
import { benefitsUpToDate } from '../benefits/bring-up-to-date.ts';
import { lockBenefits } from '../benefits/ledger.ts';
import { type Benefits, candidatesAt } from '../benefits/load-benefits.ts';
import { locationOf, settingAt } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { findOpenStay, findStay, insertStay, type StayRow } from './check-in-store.ts';
import { endStay, settledAt } from './end-stay.ts';
import { factsFor, isSettled, nearFuture, passQuestion, wholeHorizon } from './load-check-in.ts';

export interface CheckInWish {
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly source: CheckInSource;
  readonly at: Instant;
  /** The pass that somebody at the desk chose; else the first in the order of use (PAS-6). */
  readonly grantId?: Id<'bft'> | undefined;
}

export interface CheckedIn {
  readonly stay: StayRow;
  /** As it was answered; of a repeated check-in the first one's. */
  readonly decision: Record<string, unknown>;
  readonly pass: UsedPass | null;
}

export interface UsedPass {
  readonly candidate: PassCandidate;
  readonly inUse: boolean;
  readonly because: readonly UseReason[];
}

/** A check-in that the decision refuses; nothing of it is kept but the refusal itself (PAS-8). */
export class CheckInRefused extends Error {
  readonly decision: Decision;
  readonly facts: CheckInFacts;
  constructor({ decision, facts }: Pick<Decided, 'decision' | 'facts'>) {
    super('a check-in was refused');
    this.decision = decision;
    this.facts = facts;
  }
}

export const viaOf: Record<CheckInSource, Via> = {
  desk: 'desk',
  kiosk: 'kiosk',
  portal: 'portal',
  phone: 'portal',
  door: 'door',
  wifi: 'door',
};

/**
 * CHK-1, CHK-2: one customer, one open stay, whoever reports the arrival and however often. One writer at a
 * time for what a customer owns; then the facts are read, the domain decides, and one guarded statement
 * writes.
 */
export async function checkIn(work: Work, wish: CheckInWish): Promise<CheckedIn> {
  await lockBenefits(work.tx, wish.customerId);
  const found = await findOpenStay(work.tx, wish.customerId);
  const open = found !== null && found.cutOffAt <= wish.at ? await endedAtCutOff(work, found) : found;
  const how = beside(open, wish);
  if (how === 'same') return repeated(work, wish, open!);
  if (how === 'earlier') throw new Problem('stayBeganLater');
  if (how === 'again' || how === 'elsewhere') await endStay(work, open!, { at: wish.at, by: how });

  const sure = await decided(work, wish, null);
  if (!sure.decision.allowed) throw new CheckInRefused(sure);
  return write(work, wish, sure);
}

export interface Decided {
  readonly decision: Decision;
  readonly facts: CheckInFacts;
  readonly loaded: Loaded<'checkIn'>;
  readonly benefits: Benefits;
}

async function decided(work: Work, wish: CheckInWish, open: StayRow | null): Promise<Decided> {
  const within = nearFuture(wish.at);
  const near = await decidedWithin(work, wish, { within, open });
  if (isSettled(near.facts, near.decision, within)) return near;
  return decidedWithin(work, wish, { within: wholeHorizon(wish.at), open });
}

async function decidedWithin(
  work: Work,
  wish: CheckInWish,
  { within, open }: { within: Span; open: StayRow | null },
) {
  const loaded = await loadAskFacts(work, {
    action: 'checkIn',
    via: viaOf[wish.source],
    customerId: wish.customerId,
    locationId: wish.locationId,
    hoursWithin: within,
  });
  const benefits = await benefitsUpToDate(work, wish.customerId, loaded.held);
  if (wish.grantId !== undefined && benefits.grants.every(({ id }) => id !== wish.grantId)) {
    throw fieldProblem('grantId', 'unknown', 'They own no such pass.');
  }
  const facts = factsFor(loaded, benefits, { at: wish.at, within, open, grantId: wish.grantId });
  return { decision: decideCheckIn(facts, { at: wish.at }), loaded, benefits, facts };
}

async function write(
  work: Work,
  wish: CheckInWish,
  { decision, loaded, benefits }: Decided,
): Promise<CheckedIn> {
  const { locations } = loaded;
  const cutOff = settingAt(locations, wish, 'dailyCutOffMinutes');
  const cutOffAt = cutOffAfter(wish.at, locationOf(locations, wish.locationId).zone, cutOff);
  const pass = usedPass(wish, { decision, loaded, benefits });
  const takes = pass !== null && pass.candidate.pass.kind === 'day' && !pass.inUse;
  const id = work.newId('chk');
  const answered = presentDecision(decision);
  const { customerId, locationId, source } = wish;
  const written = await insertStay(
    work.tx,
    {
      id,
      customerId,
      locationId,
      source,
      startedAt: wish.at,
      cutOffAt,
      cover: coverOf(decision, pass),
      decision: answered,
      by: work.caller.actorId,
      take: takes
        ? { entryId: work.newId('ben'), grantId: pass.candidate.grant.id, because: pass.because }
        : null,
    },
    work.now,
  );
  if (!written) throw new Problem('conflict');

  work.dueAt('stay.cutOff', id, cutOffAt);
  work.tell({ kind: 'checkIn.started', aboutId: id, customerId, facts: { locationId, source } });
  work.audit({
    action: 'checkIn.started',
    aboutId: id,
    customerId,
    locationId,
    after: { source, pass: pass?.candidate.pass.name ?? null },
  });
  const stay = (await findStay(work.tx, id))!;
  if (pass?.candidate.pass.kind === 'time') await watchTimePass(work, stay, loaded);
  return { stay, decision: answered, pass };
}

export function usedPass(
  wish: CheckInWish,
  { decision, loaded, benefits }: Omit<Decided, 'facts'>,
): UsedPass | null {
  const thing = decision.layers.find(({ layer }) => layer === 'thing');
  if (thing?.code !== 'passReady') return null;
  const { grantId } = thing.facts as { grantId: Id<'bft'> };
  const candidates = candidatesAt(benefits, loaded.locations, { here: wish.locationId, at: wish.at });
  const candidate = candidates.find(({ grant }) => grant.id === grantId);
  if (candidate === undefined) throw new Problem('conflict');
  const question = passQuestion(loaded.locations, loaded.facts.customer!, wish);
  const { usable } = orderPasses(candidates, question);
  const isChosen = wish.grantId !== undefined && usable[0]?.candidate !== candidate;
  const inOrder = usable.find((one) => one.candidate === candidate);
  const inUse =
    candidate.pass.kind === 'day' && candidate.usedUntil !== null && wish.at < candidate.usedUntil;
  return { candidate, inUse, because: isChosen ? ['chosen'] : (inOrder?.because ?? []) };
}

export function coverOf(decision: Decision, pass: UsedPass | null): StayCover {
  if (pass !== null) return { kind: 'pass', grantId: pass.candidate.grant.id };
  const thing = decision.layers.find(({ layer }) => layer === 'thing');
  const { contractId } = thing!.facts as { contractId: Id<'con'> };
  return { kind: 'plan', contractId };
}

/** Where stays end when time passes run out, that minute is known as long as nothing else changes. */
async function watchTimePass(work: Work, stay: StayRow, { locations }: Loaded<'checkIn'>): Promise<void> {
  const where = { locationId: stay.locationId, at: stay.startedAt };
  if (settingAt(locations, where, 'timePassRunsOut') !== 'endStay') return;
  const { ranOutAt } = await settledAt(work, stay, locations, stay.cutOffAt);
  if (ranOutAt !== null) work.dueAt('stay.passRunsOut', stay.id, ranOutAt);
}

/**
 * The same arrival, reported again: nothing is written. Still it is decided anew, so that a door stays shut
 * for somebody who was suspended a moment ago (SUS-6).
 */
async function repeated(work: Work, wish: CheckInWish, stay: StayRow): Promise<CheckedIn> {
  const { decision, facts, loaded, benefits } = await decided(work, wish, stay);
  if (!decision.allowed) throw new CheckInRefused({ decision, facts });
  const where = { here: stay.locationId, at: stay.startedAt };
  const candidate = candidatesAt(benefits, loaded.locations, where).find(
    ({ grant }) => grant.id === stay.grantId,
  );
  return {
    stay,
    decision: stay.decision,
    pass: candidate === undefined ? null : { candidate, inUse: true, because: [] },
  };
}

async function endedAtCutOff(work: Work, stay: StayRow): Promise<null> {
  await endStay(work, stay, { at: stay.cutOffAt, by: 'cutOff' });
  return null;
}
