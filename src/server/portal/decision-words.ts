import type { AnsweredDecision } from '../../api/decision.ts';
import {
  denialForCustomer, layerLine, otherReasons, type Speaking, verdictSentence,
} from '../../api/decision-text.ts';
import { formatsFor } from '../../api/texts/formats.ts';
import { dirOf } from '../../api/texts/language.ts';
import type { Decision } from '../../apps/portal/readers.ts';
import type { Visiting } from './visiting.ts';

/** A decision with its layers in the customer's words, times as they are at its location. */
export async function decisionInWords(visiting: Visiting, decision: AnsweredDecision): Promise<Decision> {
  const speaking = await speakingAt(visiting, decision.locationId);
  const denied = denialForCustomer(decision);
  return {
    allowed: decision.allowed,
    at: decision.at,
    nextChange: decision.nextChange,
    allowedFrom: decision.allowedFrom ?? null,
    firstDenial: denied === null ? null : { layer: denied.layer, code: denied.code },
    verdict: verdictSentence(decision, 'customer', speaking),
    others: otherReasons(decision, speaking),
    isReadOnly: isReadOnly(decision),
    layers: decision.layers.map((layer) => ({
      layer: layer.layer,
      outcome: layer.outcome,
      code: layer.code,
      text: layerLine(layer, decision.action, 'customer', speaking),
    })),
  };
}

/** A section in which everything but looking is off (SUS-3). */
const isReadOnly = ({ allowed, layers }: AnsweredDecision): boolean =>
  allowed && layers.some(({ code, facts }) => code === 'suspendedMayStill' && facts['readOnly'] === true);

async function speakingAt({ language, phrase, places }: Visiting, locationId: string): Promise<Speaking> {
  const place = (await places()).find(({ id }) => id === locationId);
  return {
    phrase,
    formats: formatsFor(language),
    zone: place?.zone ?? 'UTC',
    rightToLeft: dirOf(language) === 'rtl',
  };
}
