import { createHash } from 'node:crypto';
import { presentDecision } from '../../../api/decision.ts';
import { type Decision, denialOf } from '../../../domain/access/decision.ts';
import { factsToKeep } from '../../../domain/access/replay/kept-facts.ts';
import type { Refused } from '../../../domain/access/replay/refused.ts';
import { RULE_VERSION } from '../../../domain/access/replay/replay.ts';
import { resolvedBy } from '../../../domain/access/replay/resolved-by.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Asked, Route } from '../../platform/http/serve.ts';
import { type Shell, shellOf, type Work } from '../../platform/work/shell.ts';
import { type NewRefusal, refusalCounted, refusalKept } from './refusal-store.ts';

/**
 * The same routes, whose refusals are kept (R18): whatever door, desk, portal or API they came by. By then
 * the verb's own transaction has ended without writing, so this is one of its own, in a single statement.
 */
export const keepingRefusals = (routes: readonly Route[]): readonly Route[] =>
  routes.map(({ endpoint, answer }) => ({
    endpoint,
    answer: (asked) => answer(asked).catch(async (error: unknown) => {
      if (error instanceof Problem && error.more.refused !== undefined) {
        const { shell, caller } = asked as Asked<unknown>;
        await keepRefusal(shell, caller, error.more.refused as Refused);
      }
      throw error;
    }),
  }));

/** A refusal stands also where it cannot be kept: then the log says so. */
export async function keepRefusal(shell: Shell, caller: Caller, refused: Refused): Promise<void> {
  if (caller.kind === 'nobody' && refused.decision.subject === null) return;
  try {
    await shellOf(shell).write(caller, async (work) => keep(work, refused));
  } catch (error) {
    shell.log.error({ err: error }, 'a refusal could not be kept');
  }
}

function keep(work: Work, refused: Refused): void {
  const row = rowOf(work, refused);
  work.write(refusalKept(row));
  work.write(refusalCounted(row));
  const { decision, source } = refused;
  const { customerId, locationId, layer, code } = row;
  if (decision.action !== 'checkIn' || customerId === null) return;
  work.tell({
    kind: 'checkIn.refused', aboutId: customerId, customerId,
    facts: { locationId, source: source ?? decision.via, code, layer },
  });
}

function rowOf(work: Work, { decision, facts, source: reportedBy }: Refused): NewRefusal {
  const source = reportedBy ?? null;
  const { layer, code } = denialOf(decision)!;
  return {
    id: work.newId('rfs'),
    at: decision.at,
    customerId: decision.subject,
    locationId: decision.locationId,
    action: decision.action,
    target: decision.target ?? null,
    via: decision.via,
    source,
    layer,
    code,
    resolvedBy: resolvedBy(decision).map((fix) => `${fix.code} ${fix.href}`),
    question: questionKey(decision, source),
    decision: presentDecision(decision),
    facts: factsToKeep(facts),
    ruleVersion: RULE_VERSION,
    madeBy: work.caller.actorId,
  };
}

/** The same for the same question by the same customer with the same first reason. */
function questionKey(decision: Decision, source: string | null): string {
  const { subject, action, target, locationId, via, during } = decision;
  const code = denialOf(decision)?.code;
  const asked = [subject, action, target, locationId, via, source, during?.start, during?.end, code];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}
