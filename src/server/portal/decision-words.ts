import type { AnsweredDecision, AnsweredLayer } from '../../api/decision.ts';
import type { Decision } from '../../apps/portal/readers.ts';
import { phrasesOf } from '../../api/texts/phrase.ts';

interface Speaking { readonly language: string }

/** A decision with its layers in the customer's words; a layer without a text has nothing to say to a customer. */
export const decisionInWords = (speaking: Speaking, decision: AnsweredDecision): Decision => ({
  allowed: decision.allowed,
  at: decision.at,
  nextChange: decision.nextChange,
  allowedFrom: decision.allowedFrom ?? null,
  firstDenial: firstDenialOf(decision),
  layers: decision.layers.map((layer) => ({
    layer: layer.layer, outcome: layer.outcome, code: layer.code, text: layerText(speaking, layer),
  })),
});

export function firstDenialOf({ layers }: AnsweredDecision): Decision['firstDenial'] {
  const denied = layers.find(({ outcome }) => outcome === 'deny');
  return denied === undefined ? null : { layer: denied.layer, code: denied.code };
}

/** The sentence that comes first: why not, until when. */
export function verdictOf(speaking: Speaking, decision: AnsweredDecision): string {
  const denied = decision.layers.find(({ outcome }) => outcome === 'deny');
  return denied === undefined ? '' : layerText(speaking, denied) ?? denied.code;
}

function layerText({ language }: Speaking, layer: AnsweredLayer): string | null {
  const { phrase, has } = phrasesOf(language);
  const key = `reasons.${layer.code}.customer`;
  try {
    return has(key) ? phrase(key, layer.facts as Record<string, string>) : null;
  } catch {
    return null;
  }
}
