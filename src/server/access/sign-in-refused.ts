import { presentDecision } from '../../api/decision.ts';
import type { Refused } from '../../domain/access/replay/refused.ts';
import { decideSignIn } from '../../domain/access/simple-decisions.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Route } from '../platform/http/serve.ts';
import type { Shell } from '../platform/work/shell.ts';
import { homeOf } from './customer-state.ts';
import { loadAskFacts } from './load-facts.ts';

/**
 * The same routes, whose refusal of a sign-in carries its decision: accounts stand below access and know
 * only that somebody may not. Only who has shown the password or a letter is told (SAF-2).
 */
export const withReasons = (routes: readonly Route[]): readonly Route[] =>
  routes.map(({ endpoint, answer }) => ({
    endpoint,
    answer: (asked) => answer(asked).catch(async (error: unknown) => {
      throw await explained(error, (asked as { shell: Shell }).shell);
    }),
  }));

async function explained(error: unknown, shell: Shell): Promise<unknown> {
  if (!(error instanceof Problem) || error.more.refusedId === undefined) return error;
  const refused = await whyNot(shell, error.more.refusedId);
  const decision = presentDecision(refused.decision, { toCustomer: true });
  return new Problem(error.code, { with: { decision }, ...(!refused.decision.allowed && { refused }) });
}

const whyNot = (shell: Shell, customerId: Id<'cus'>): Promise<Refused> =>
  shell.read(callerOf(system, null), async (work) => {
    const locationId = await homeOf(work, customerId);
    const { facts } = await loadAskFacts(work, { action: 'signIn', via: 'portal', customerId, locationId });
    return { decision: decideSignIn(facts, { at: work.now }), facts };
  });
