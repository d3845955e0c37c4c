import { DecisionPanel, type LayerLine, useSpeech } from '../../../../kit/plain/index.ts';
import {
  hypothetical,
  layerLine,
  layerName,
  momentText,
  type Speaking,
  verdictSentence,
} from '../../../../api/decision-text.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAmount } from '../customers/benefits/benefits-card.tsx';
import type { UsablePass } from './use-desk.ts';

type Decision = AnswerTo<'askDecision'>;

interface VerdictProps {
  readonly decision: Decision;
  readonly zone: string;
  /** Another pass than the one that the decision names. */
  readonly chosen: UsablePass | undefined;
}

/** The decision in a sentence; under it the pass, or every layer where it says no. */
export function Verdict({ decision, zone, chosen }: VerdictProps) {
  const { phrase, formats, dir } = useSpeech();
  const speaking: Speaking = { phrase, formats, zone, rightToLeft: dir === 'rtl' };
  const until =
    decision.nextChange === null ? undefined : momentText(decision.nextChange, speaking, decision.at);
  const used = useUsed(decision, chosen);
  const firstDenial = decision.layers.findIndex(({ outcome }) => outcome === 'deny');
  const lines = decision.allowed
    ? []
    : decision.layers.map((of, at): LayerLine => ({
        key: of.layer,
        name: layerName(of.layer, 'checkIn', speaking),
        state:
          of.outcome === 'notApplicable'
            ? 'skip'
            : at < firstDenial
              ? 'pass'
              : at === firstDenial
                ? 'block'
                : of.outcome === 'deny'
                  ? 'wouldNot'
                  : 'would',
        why:
          at <= firstDenial || of.outcome === 'notApplicable'
            ? layerLine(of, decision.action, 'staff', speaking)
            : hypothetical(of, decision.action, speaking),
      }));
  return (
    <DecisionPanel
      level={3}
      verdict={decision.allowed ? 'allow' : 'deny'}
      layers={lines}
      sentence={
        decision.allowed
          ? used
          : verdictSentence(decision, 'staff', speaking)
      }
      until={decision.allowed ? undefined : until}
    />
  );
}

/** "Will use Day pass · 3 left", of the pass that is proposed or chosen. */
function useUsed(decision: Decision, chosen: UsablePass | undefined): string {
  const { phrase } = useSpeech();
  const amount = useAmount();
  const thing = decision.layers.find(({ layer }) => layer === 'thing');
  if (thing?.code === 'passNotNeeded') return phrase('admin-desk.noPassNeeded');
  if (thing?.code !== 'passReady') return '';
  const proposed = thing.facts as { passName?: string; kind?: 'day' | 'time'; left?: number | null };
  const name = chosen?.name ?? proposed.passName ?? '';
  if (chosen === undefined ? proposed.left === null : chosen.inUse)
    return phrase('admin-desk.inUse', { pass: name });
  const unit = (chosen?.kind ?? proposed.kind) === 'time' ? 'minutes' : 'passes';
  const willUse = phrase('admin-desk.willUse', { pass: name });
  const before = chosen === undefined ? proposed.left : chosen.left + (unit === 'passes' ? 1 : 0);
  if (typeof before !== 'number') return willUse;
  return `${willUse} · ${phrase('admin-desk.left', { left: amount(before, unit) })}`;
}
