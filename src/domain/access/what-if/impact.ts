import type { Instant } from '../../kernel/instant.ts';
import { firstDenial, type Verdict } from '../decide.ts';
import type { Layer } from '../decision.ts';
import type { AskFacts } from '../facts.ts';

/** One question about one class of customers, on the facts as they are and as they would be (ACC-5). */
export interface Compared<F extends AskFacts = AskFacts> {
  readonly layers: readonly Layer<F>[];
  readonly before: F;
  readonly after: F;
}

/** Somebody whose answer would turn, with the first reason before and after; no code: allowed. */
export interface Turned<C> {
  readonly of: C;
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface Impact<C> {
  /** How many are allowed as it is, and as it would be. */
  readonly allowed: number;
  readonly wouldBe: number;
  readonly gains: readonly Turned<C>[];
  readonly loses: readonly Turned<C>[];
}

/**
 * What a change would do to everybody's answer to one question. It asks the layers that decide, twice for
 * each class: there is no second idea of who may what.
 */
export function impactOf<C extends { readonly count: number }, F extends AskFacts>(
  classes: readonly C[], compare: (of: C) => Compared<F>, at: Instant,
): Impact<C> {
  const gains: Turned<C>[] = [];
  const loses: Turned<C>[] = [];
  let allowed = 0;
  let wouldBe = 0;
  for (const of of classes) {
    const { layers, before, after } = compare(of);
    const turned = {
      of, before: firstDenial(layers, before, at), after: firstDenial(layers, after, at),
    };
    const [was, is] = [turned.before.code === null, turned.after.code === null];
    if (was) allowed += of.count;
    if (is) wouldBe += of.count;
    if (!was && is) gains.push(turned);
    if (was && !is) loses.push(turned);
  }
  return { allowed, wouldBe, gains, loses };
}
