import {
  firstDenied, hypothetical, layerLine, layerName, momentText, moreReasons, type SaidLayer, type Speaking,
  verdictSentence,
} from '../../../../api/decision-text.ts';
import { DecisionPanel, type LayerLine, type LayerState } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { behindLayer } from './links.ts';
import type { Place, Question } from './question.ts';
import type { Decision } from './use-explain.ts';

export interface AnswerProps {
  readonly decision: Decision;
  readonly question: Question;
  readonly place: Place;
  readonly speaking: Speaking;
}

/** The verdict first, until when, then the nine layers on their line, each with what stands behind it. */
export function AnswerPanel({ decision, question, place, speaking }: AnswerProps) {
  const { hrefTo } = useHere();
  const first = decision.layers.findIndex(({ outcome }) => outcome === 'deny');
  const lines = decision.layers.map((layer, index): LayerLine => {
    const state = stateOf(
      layer,
      first === -1 ? 'before' : index < first ? 'before' : index === first ? 'first' : 'after',
    );
    const behind = behindLayer(layer, { ...place, target: question.target });
    const isWould = state === 'would' || state === 'wouldNot';
    return {
      key: layer.layer,
      state,
      name: layerName(layer.layer, decision.action, speaking),
      why: isWould
        ? hypothetical(layer, decision.action, speaking)
        : layerLine(layer, decision.action, 'staff', speaking),
      link:
        behind === undefined
          ? undefined
          : { href: hrefTo(behind.path), label: speaking.phrase(`admin-explain.behind.${behind.label}`) },
    };
  });
  const until = untilText(decision, speaking);
  const sentence = verdictSentence(decision, 'staff', speaking);
  return (
    <DecisionPanel verdict={decision.allowed ? 'allow' : 'deny'} layers={lines}
      sentence={sentence.endsWith('.') ? sentence : `${sentence}.`} {...(until !== null && { until })} />
  );
}

function stateOf({ outcome, code }: SaidLayer, place: 'before' | 'first' | 'after'): LayerState {
  if (outcome === 'notApplicable') return 'skip';
  if (place === 'first') return 'block';
  if (place === 'after') return outcome === 'deny' ? 'wouldNot' : 'would';
  if (code === 'someFrozen') return 'warn';
  return code === 'owesWithinLimit' ? 'due' : 'pass';
}

/** From when it would be allowed, or when the answer changes; and whether anything else is in the way. */
function untilText(decision: Decision, speaking: Speaking): string | null {
  const { phrase } = speaking;
  const more = decision.allowed ? null : moreReasons(decision, speaking) ?? phrase('reasons.say.nothingElse');
  const from = decision.allowed ? null : decision.allowedFrom ?? firstDenied(decision)?.until ?? null;
  if (from !== null && from !== decision.nextChange) {
    const said = phrase('reasons.say.allowedFrom', { from: momentText(from, speaking, decision.at) });
    return more === null ? said : phrase('admin-explain.both', { first: said, second: more });
  }
  const change = decision.nextChange === null ? phrase('reasons.say.noChange')
    : phrase('reasons.say.nextChange', { at: momentText(decision.nextChange, speaking, decision.at) });
  return more === null ? change : phrase('admin-explain.both', { first: change, second: more });
}

