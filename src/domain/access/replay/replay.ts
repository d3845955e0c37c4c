/**
 * A refusal is kept with the facts that it was decided on, and is the same whenever it is decided again.
 * Terms: *facts to keep* are the record that a decision walked over, as JSON; the *rule version* says by
 * which meaning of the layers it was decided; to *replay* is to decide the same facts at the same instant.
 * Invariants: under the same rule version a replay gives the same answer and the same reasons (R18).
 */
import type { Instant } from '../../kernel/instant.ts';
import { decideBooking } from '../booking-decision.ts';
import { decideChange } from '../change-decision.ts';
import { decideCheckIn } from '../check-in-decision.ts';
import type { Decision } from '../decision.ts';
import { decideSection } from '../section-decision.ts';
import {
  decideBuy, decideItem, decidePay, decidePost, decideSignIn, decideSignUpToPlan,
} from '../simple-decisions.ts';
import type { DecidedFacts } from './kept-facts.ts';

/**
 * Raised when a layer comes to mean something else: a new reason, another order, another answer to the same
 * facts. What was decided before then says so.
 *
 * 2: a booking asks over all of its period, what a plan gives to customers of other plans asks for one, an
 * invoice is paid without signing in, and whether a booking may be changed is a question of its own.
 */
export const RULE_VERSION = 2;

export interface Replayed {
  readonly at: Instant;
  readonly target?: string | undefined;
  /** Whether `allowedFrom` was looked for. */
  readonly withStart: boolean;
}

/** The decision on facts as they were kept; prices are no part of it. */
export function replay(facts: DecidedFacts, { at, target, withStart }: Replayed): Decision {
  switch (facts.action) {
    case 'viewSection': return decideSection(facts, { at });
    case 'viewItem': return decideItem(facts, { at });
    case 'book':
      return 'changing' in facts ? decideChange(facts, { at }) : decideBooking(facts, { at, withStart });
    case 'checkIn': return decideCheckIn(facts, { at });
    case 'signUpToPlan': return decideSignUpToPlan(facts, { at });
    case 'pay': return decidePay(facts, { at });
    case 'signIn': return decideSignIn(facts, { at });
    case 'post': return decidePost(facts, { at });
    case 'buy': return decideBuy(facts, { at }, target ?? null);
  }
}
