import { presentDecision } from '../../api/decision.ts';
import type { Refused } from '../../domain/access/replay/refused.ts';
import { statusOfDenial } from '../../domain/access/section-decision.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Caller } from '../platform/http/caller.ts';
import { readerOf } from './who-reads.ts';

/** Who only looked at what would happen was refused nothing: the answer is the same, and nothing is kept. */
export function onlyAsked(error: unknown): unknown {
  if (!(error instanceof Problem) || error.more.refused === undefined) return error;
  const { refused: _, ...more } = error.more;
  return new Problem(error.code, more);
}

/**
 * What a verb throws when a decision says no: the answer carries it, in the form that this caller may read.
 */
export function refuse(refused: Refused, caller: Caller): never {
  throw refusalOf(refused, caller);
}

/**
 * 401 for somebody who has not signed in and would have to, 403 for everybody else (SEC-6). What it was
 * decided on goes with it, to be kept when the verb's transaction is over (R18).
 */
export function refusalOf(refused: Refused, caller: Caller): Problem {
  const { decision } = refused;
  const shown = presentDecision(decision, readerOf(caller, decision));
  const code = caller.kind === 'nobody' && statusOfDenial(decision) === 401 ? 'notSignedIn' : 'notAllowed';
  return new Problem(code, { with: { decision: shown }, refused });
}
