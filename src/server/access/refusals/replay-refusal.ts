import { isDeepStrictEqual } from 'node:util';
import { type AnsweredDecision, presentDecision } from '../../../api/decision.ts';
import { type ChangeFacts, decideChange } from '../../../domain/access/change-decision.ts';
import { factsFrom, type KeptFacts } from '../../../domain/access/replay/kept-facts.ts';
import { replay, RULE_VERSION } from '../../../domain/access/replay/replay.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant, parseInstant } from '../../../domain/kernel/instant.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { decideAccess } from '../decide-access.ts';
import { loadChangeFacts } from '../facts/load-change-facts.ts';
import type { Question } from '../prepare.ts';
import type { FactSuppliers } from '../suppliers.ts';
import { findRefusal } from './refusal-store.ts';

/** A refusal that the caller may read; 404 else. */
export async function loadRefusal(work: Work, id: Id<'rfs'>) {
  const refusal = await findRefusal(work.tx, id);
  if (refusal === undefined || !work.caller.may('access.explain', refusal.locationId)) {
    throw new Problem('notFound');
  }
  return refusal;
}

/** R18: the stored decision, the same facts decided again, and what would be answered today. */
export async function replayRefusal(work: Work, id: Id<'rfs'>, suppliers: FactSuppliers) {
  const { decision: stored, facts, ruleVersion } = await loadRefusal(work, id);
  const replayed = facts === null ? null : decidedAgain(stored, { facts, ruleVersion });
  return {
    stored,
    replayed,
    same: facts === null ? null : replayed !== null && isSame(stored, replayed),
    ruleVersion,
    ruleVersionNow: RULE_VERSION,
    today: await decidedToday(work, stored, { facts, suppliers }),
  };
}

/** Null where rules of another version ask for facts that were not kept under the earlier one. */
function decidedAgain(
  stored: AnsweredDecision, { facts, ruleVersion }: { facts: KeptFacts; ruleVersion: number | null },
): AnsweredDecision | null {
  const { at, target, allowedFrom, price } = stored;
  const asked = { at: instantOf(at), target, withStart: allowedFrom !== undefined };
  try {
    const decision = presentDecision(replay(factsFrom(facts), asked));
    return price === undefined ? decision : { ...decision, price };
  } catch (error) {
    if (ruleVersion === RULE_VERSION) throw error;
    return null;
  }
}

/** As both are answered: without what is left out of JSON. */
const isSame = (one: AnsweredDecision, other: AnsweredDecision): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));

async function decidedToday(
  work: Work,
  { subject, action, target, locationId, via, during }: AnsweredDecision,
  { facts, suppliers }: { facts: KeptFacts | null; suppliers: FactSuppliers },
): Promise<AnsweredDecision | null> {
  const people = facts?.['people'];
  const changing = facts === null ? undefined : (factsFrom(facts) as Partial<ChangeFacts>).changing;
  const asked = {
    customerId: subject, action, locationId, via, at: work.now,
    ...(target !== undefined && { target }),
    ...(during && { during: { startAt: instantOf(during.startAt), endAt: instantOf(during.endAt) } }),
    ...(typeof people === 'number' && { people }),
  } as Question;
  try {
    if (changing !== undefined && subject !== null) {
      const whose = { customerId: subject, locationId } as Parameters<typeof loadChangeFacts>[1];
      const facts = await loadChangeFacts(work, whose, changing);
      return presentDecision(decideChange(facts, { at: work.now }));
    }
    return presentDecision(await decideAccess(work, asked, suppliers));
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null;
    throw error;
  }
}

const instantOf = (text: string): Instant => parseInstant(text)!;
