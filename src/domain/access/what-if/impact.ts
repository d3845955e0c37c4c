import type { Instant } from '../../kernel/instant.ts';
import { firstDenial, type Verdict } from '../decide.ts';
import type { Layer } from '../decision.ts';
import type { AskFacts } from '../facts.ts';

/** One question about one class of customers, on the facts as they are and as they would be (ACC-5). */
export interface Compared<F extends AskFacts = AskFacts> {
  readonly layers: readonly Layer<F>[];
  readonly before: () => F;
  readonly after: () => F;
}

/** Somebody whose answer would turn, with the first reason before and after; no code: allowed. */
export interface Turned<C> {
  readonly of: C;
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface Impact<C> {
  /** How many are allowed as it is, and as it would be; counted when somebody asks. */
  readonly allowed: number;
  readonly wouldBe: number;
  readonly gains: readonly Turned<C>[];
  readonly loses: readonly Turned<C>[];
}

interface Asked<C> {
  readonly at: Instant;
  /** Whose answer can turn at all; everybody's unless said. */
  readonly concerns?: ((of: C) => boolean) | undefined;
}

/**
 * What a change would do to everybody's answer to one question. It asks the layers that decide, twice for
 * each class that it can concern: there is no second idea of who may what.
 */
export function impactOf<C extends { readonly count: number }, F extends AskFacts>(
  classes: readonly C[], compare: (of: C) => Compared<F>, { at, concerns }: Asked<C>,
): Impact<C> {
  const gains: Turned<C>[] = [];
  const loses: Turned<C>[] = [];
  for (const of of classes) {
    if (concerns?.(of) === false) continue;
    const { layers, before, after } = compare(of);
    const turned = {
      of, before: firstDenial(layers, before(), at), after: firstDenial(layers, after(), at),
    };
    const [was, is] = [turned.before.code === null, turned.after.code === null];
    if (!was && is) gains.push(turned);
    if (was && !is) loses.push(turned);
  }
  let counted: number | null = null;
  return {
    gains, loses,
    get allowed() { return counted ??= allowedBefore(classes, compare, at); },
    get wouldBe() { return this.allowed + countOf(gains) - countOf(loses); },
  };
}

function allowedBefore<C extends { readonly count: number }, F extends AskFacts>(
  classes: readonly C[], compare: (of: C) => Compared<F>, at: Instant,
): number {
  return classes.reduce((sum, of) => {
    const { layers, before } = compare(of);
    return firstDenial(layers, before(), at).code === null ? sum + of.count : sum;
  }, 0);
}

const countOf = (turned: readonly Turned<{ readonly count: number }>[]): number =>
  turned.reduce((sum, { of: { count } }) => sum + count, 0);
