import type { PassFacts } from '../access/facts.ts';
import { expiryOf } from '../benefits/grant.ts';
import { inOrder, type PassCandidate, type PassQuestion } from '../benefits/pass-order.ts';
import { isLinkedTo, type PassHours } from '../benefits/pass.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';

export interface PassFactsWishes {
  readonly question: PassQuestion;
  /** The hours of a pass as periods; null: always. */
  readonly spansOf: (hours: PassHours | null) => readonly Span[] | null;
  /** Candidates that stand for cycles to come are owned by nobody yet. */
  readonly isOwned: (candidate: PassCandidate) => boolean;
}

/**
 * What the decision about a check-in looks at (CHK-1): every pass that is valid at the location, in the
 * order of use (PAS-6), those in use today first; the decision itself says what blocks each.
 */
export function passFacts(
  candidates: readonly PassCandidate[],
  wishes: PassFactsWishes,
): readonly PassFacts[] {
  const { question } = wishes;
  const here = candidates.filter(
    ({ pass, grant, planValidHere }) =>
      isLinkedTo(pass, question.locationId) && (grant.from === null || planValidHere),
  );
  return inOrder(here, question)
    .flatMap((candidate) => factsOf(candidate, wishes))
    .sort((a, b) => Number(a.left !== null) - Number(b.left !== null));
}

function factsOf(candidate: PassCandidate, { question, spansOf, isOwned }: PassFactsWishes): PassFacts[] {
  const { grant, pass, left, usedUntil } = candidate;
  const said = {
    grantId: isOwned(candidate) ? grant.id : null,
    passId: pass.id,
    name: pass.name,
    kind: pass.kind,
    contractId: grant.from?.contractId ?? null,
    audience: pass.audience,
    hours: spansOf(pass.hours),
  };
  const facts: PassFacts[] = [];
  const inUse = pass.kind === 'day' && usedUntil !== null && question.at < usedUntil;
  if (inUse) facts.push({ ...said, start: grant.validFrom, end: usedUntil, left: null });
  const end = endOf(candidate, question);
  const start = inUse ? usedUntil : grant.validFrom;
  if (left > 0 && (end === null || start < end)) facts.push({ ...said, start, end, left });
  return facts;
}

/** When it is no longer of use: expired, its contract over, or its contract to another plan. */
function endOf({ grant, contract }: PassCandidate, { zone }: PassQuestion): Instant | null {
  const expiresAt = expiryOf(grant, contract, zone);
  if (grant.from === null || contract === null) return expiresAt;
  const { planId } = grant.from;
  const isBound = grant.expiresAt !== null && !grant.expiryMoves;
  const changed = contract.terms.find(({ fromAt, planId: to }) => fromAt > grant.validFrom && to !== planId);
  return earliest(expiresAt, contract.during.end, isBound ? (changed?.fromAt ?? null) : null);
}
