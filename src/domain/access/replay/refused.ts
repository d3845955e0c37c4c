import type { Decision } from '../decision.ts';
import type { AskFacts } from '../facts.ts';

/** A refusal with what it was decided on, on its way to where it is kept. */
export interface Refused {
  readonly decision: Decision;
  readonly facts: AskFacts;
  /** Of an arrival: who reported it, which is told apart finer than `via`. */
  readonly source?: string;
}
