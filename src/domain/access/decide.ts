import { type Instant, instant } from '../kernel/instant.ts';
import type { Decision, Layer, LayerName, LayerOutcome } from './decision.ts';
import type { AskFacts } from './facts.ts';
import type { ReasonCode } from './reason.ts';

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

/**
 * The first edge after `at` at which the first denying reason is another one, or there is none any more, or a
 * first.
 */
export function nextChange<F>(
  layers: readonly Layer<F>[], facts: F, at: Instant, first: LayerOutcome | null,
): Instant | null {
  const code = first === null ? null : first.code;
  for (const edge of edgesAfter(layers, facts, at)) {
    if (firstDenyingCode(layers, facts, edge) !== code) return edge;
  }
  return null;
}

/** The first denial in short: what changes when an answer changes. */
export interface Verdict {
  readonly code: ReasonCode | null;
  readonly layer: LayerName | null;
}

/** How the answer goes on over a period: the verdict from each instant on, until the next. */
export function stretchesBetween<F>(
  layers: readonly Layer<F>[], facts: F, from: Instant, to: Instant,
): (Verdict & { readonly at: Instant })[] {
  const stretches = [{ at: from, ...firstDenial(layers, facts, from) }];
  for (const at of edgesAfter(layers, facts, from, to - from - 1)) {
    const verdict = firstDenial(layers, facts, at);
    if (verdict.code !== stretches.at(-1)!.code) stretches.push({ at, ...verdict });
  }
  return stretches;
}

export function firstDenial<F>(layers: readonly Layer<F>[], facts: F, at: Instant): Verdict {
  for (const { judge, layer } of layers) {
    const { outcome, code } = judge(facts, at);
    if (outcome === 'deny') return { code, layer };
  }
  return { code: null, layer: null };
}

export const firstDenyingCode = <F>(layers: readonly Layer<F>[], facts: F, at: Instant): ReasonCode | null =>
  firstDenial(layers, facts, at).code;

function edgesAfter<F>(layers: readonly Layer<F>[], facts: F, at: Instant, within = HORIZON): Instant[] {
  const all: Instant[] = [];
  for (const layer of layers) layer.edges(facts, all);
  const last = instant(at + within);
  const ahead = all.filter((edge) => edge > at && edge <= last);
  if (ahead.length < 2) return ahead;
  ahead.sort((a, b) => a - b);
  return ahead.filter((edge, index) => edge !== ahead[index - 1]);
}
