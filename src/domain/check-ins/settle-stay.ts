import {
  orderPasses, type PassCandidate, type PassInOrder, type PassQuestion, type PickReason,
} from '../benefits/pass-order.ts';
import { addMinutes, earliest, type Instant, minutesBetween } from '../kernel/instant.ts';
import { expiryOf } from '../benefits/grant.ts';
import type { Id } from '../kernel/id.ts';

/** What a stay takes from one grant: one day pass, or minutes of a time pass. */
export interface PassUse {
  readonly grantId: Id<'bft'>;
  readonly amount: number;
  /** Of a day pass: until when it stays in use. */
  readonly goodUntil: Instant | null;
  readonly because: readonly PickReason[];
}

export interface SettlingFacts {
  readonly startedAt: Instant;
  readonly until: Instant;
  /** The grant that the check-in was let in on. */
  readonly grantId: Id<'bft'>;
  /** As they are before this stay takes anything that it has not taken yet. */
  readonly candidates: readonly PassCandidate[];
  readonly question: Omit<PassQuestion, 'at'>;
  /** The end of the day at the location in which an instant lies. */
  readonly dayEndsAt: (at: Instant) => Instant;
}

export interface Settled {
  readonly uses: readonly PassUse[];
  /** The instant from which nothing covered the stay, or null. */
  readonly ranOutAt: Instant | null;
  readonly uncoveredMinutes: number;
}

/**
 * PAS-7: a time pass pays for the whole minutes present; when it runs out (or expires) the next pass in order
 * takes over at that minute; with none left the rest is uncovered. A day pass covers until its day ends.
 */
export function settleStay(facts: SettlingFacts): Settled {
  const minutes = minutesBetween(facts.startedAt, facts.until);
  const uses: PassUse[] = [];
  let candidates = facts.candidates;
  let gone = 0;
  let current = first(facts);
  while (gone < minutes) {
    const from = addMinutes(facts.startedAt, gone);
    current ??= orderPasses(candidates, { ...facts.question, at: from }).usable[0] ?? null;
    if (current === null) return { uses, ranOutAt: from, uncoveredMinutes: minutes - gone };
    const use = takeFrom(current, { from, minutes: minutes - gone, facts });
    if (use.taken !== null) uses.push(use.taken);
    candidates = candidates.map((one) => (one.grant.id === current?.candidate.grant.id ? use.after : one));
    gone += use.minutes;
    current = null;
  }
  return { uses, ranOutAt: null, uncoveredMinutes: 0 };
}

/** The pass that the check-in was decided on goes on first, as long as it has something to give. */
function first({ candidates, grantId, startedAt }: SettlingFacts): PassInOrder | null {
  const candidate = candidates.find(({ grant }) => grant.id === grantId);
  if (candidate === undefined) return null;
  const inUse = candidate.usedUntil !== null && startedAt < candidate.usedUntil;
  return candidate.left > 0 || inUse ? { candidate, inUse, because: [] } : null;
}

function takeFrom(
  { candidate, inUse, because }: PassInOrder, on: { from: Instant; minutes: number; facts: SettlingFacts },
): { taken: PassUse | null; after: PassCandidate; minutes: number } {
  const { grant, pass, contract, left } = candidate;
  if (pass.kind === 'day') {
    const goodUntil = inUse ? candidate.usedUntil! : on.facts.dayEndsAt(on.from);
    const after = { ...candidate, usedUntil: goodUntil, left: inUse ? left : left - 1 };
    const taken = inUse ? null : { grantId: grant.id, amount: 1, goodUntil, because };
    return { taken, after, minutes: Math.min(on.minutes, Math.max(1, minutesBetween(on.from, goodUntil))) };
  }
  const expiresAt = earliest(expiryOf(grant, contract, on.facts.question.zone));
  const untilExpiry = expiresAt === null ? on.minutes : Math.max(0, minutesBetween(on.from, expiresAt));
  const amount = Math.min(left, on.minutes, untilExpiry);
  const taken = amount > 0 ? { grantId: grant.id, amount, goodUntil: null, because } : null;
  return { taken, after: { ...candidate, left: amount > 0 ? left - amount : 0 }, minutes: amount };
}
