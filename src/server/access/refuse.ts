import { presentDecision } from '../../api/decision.ts';
import type { Decision } from '../../domain/access/decision.ts';
import { statusOfDenial } from '../../domain/access/section-decision.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Caller } from '../platform/http/caller.ts';
import { isStaffFor } from './who-reads.ts';

/**
 * What a verb throws when a decision says no: the answer carries it, in the form that this caller may read.
 */
export function refuse(decision: Decision, caller: Caller): never {
  throw refusalOf(decision, caller);
}

/** 401 for somebody who has not signed in and would have to, 403 for everybody else (SEC-6). */
export function refusalOf(decision: Decision, caller: Caller): Problem {
  const staff = isStaffFor(caller, decision.locationId);
  const shown = presentDecision(decision, { toCustomer: !staff });
  const code = caller.kind === 'nobody' && statusOfDenial(decision) === 401 ? 'notSignedIn' : 'notAllowed';
  return new Problem(code, { with: { decision: shown } });
}
