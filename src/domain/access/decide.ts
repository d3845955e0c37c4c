import { type Instant, instant } from '../kernel/instant.ts';
import type { Decision, Layer, LayerOutcome } from './decision.ts';
import type { AskFacts } from './facts.ts';

/** How far ahead answers about change look (ACC-1). */
export const HORIZON = 400 * 86_400_000;

export interface Asked {
  readonly at: Instant;
  /** Left out where only the answer is wanted: then `nextChange` is null. */
  readonly withChange?: boolean;
}

type Shown = Pick<Decision, 'target' | 'during' | 'allowedFrom'>;

/** Runs every layer, takes the first denial (ACC-4), and finds when the answer will be different. */
export function decide<F extends AskFacts>(
  layers: readonly Layer<F>[], facts: F, { at, withChange = true }: Asked, shown: Shown,
): Decision {
  const outcomes: LayerOutcome[] = [];
  let first: LayerOutcome | null = null;
  for (const layer of layers) {
    const outcome = layer.judge(facts, at);
    if (first === null && outcome.outcome === 'deny') first = outcome;
    outcomes.push(outcome);
  }
  return {
    allowed: first === null,
    at,
    via: facts.via,
    subject: facts.customer === null ? null : facts.customer.id,
    action: facts.action,
    locationId: facts.locationId,
    layers: outcomes,
    firstDenial: first === null ? null : first.layer,
    nextChange: withChange ? nextChange(layers, facts, at, first) : null,
    ...shown,
  };
}

/** The first edge after `at` at which the first denying reason is another one, or there is none any more, or a first. */
export function nextChange<F>(
  layers: readonly Layer<F>[], facts: F, at: Instant, first: LayerOutcome | null,
): Instant | null {
  const code = first === null ? null : first.code;
  for (const edge of edgesAfter(layers, facts, at)) {
    if (firstDenyingCode(layers, facts, edge) !== code) return edge;
  }
  return null;
}

/** Every change of the answer in a period, for the time slider: the code from each instant on. */
export function changesBetween<F>(
  layers: readonly Layer<F>[], facts: F, from: Instant, to: Instant,
): { readonly at: Instant; readonly code: string | null }[] {
  const changes: { at: Instant; code: string | null }[] = [{ at: from, code: firstDenyingCode(layers, facts, from) }];
  for (const edge of edgesAfter(layers, facts, from, to - from)) {
    const code = firstDenyingCode(layers, facts, edge);
    if (code !== changes.at(-1)!.code) changes.push({ at: edge, code });
  }
  return changes;
}

export function firstDenyingCode<F>(layers: readonly Layer<F>[], facts: F, at: Instant): string | null {
  for (const layer of layers) {
    const outcome = layer.judge(facts, at);
    if (outcome.outcome === 'deny') return outcome.code;
  }
  return null;
}

function edgesAfter<F>(layers: readonly Layer<F>[], facts: F, at: Instant, within = HORIZON): Instant[] {
  const all: Instant[] = [];
  for (const layer of layers) layer.edges(facts, all);
  const last = instant(at + within);
  const ahead = all.filter((edge) => edge > at && edge <= last);
  if (ahead.length < 2) return ahead;
  ahead.sort((a, b) => a - b);
  return ahead.filter((edge, index) => edge !== ahead[index - 1]);
}
