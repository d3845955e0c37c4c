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

type Decision = AnswerTo<'askDecision'>;

/** The decision in a sentence; under it the pass, or every layer where it says no. */
export function Verdict({ decision, zone }: { decision: Decision; zone: string }) {
  const { phrase, formats, dir } = useSpeech();
  const amount = useAmount();
  const speaking: Speaking = { phrase, formats, zone, rightToLeft: dir === 'rtl' };
  const thing = decision.layers.find(({ layer }) => layer === 'thing');
  const facts = thing?.facts as
    { passName?: string; kind?: 'day' | 'time'; left?: number | null } | undefined;
  const until =
    decision.nextChange === null ? undefined : momentText(decision.nextChange, speaking, decision.at);
  const said =
    thing?.code !== 'passReady'
      ? thing?.code === 'passNotNeeded'
        ? phrase('admin-desk.noPassNeeded')
        : undefined
      : facts?.left === null
        ? phrase('admin-desk.inUse', { pass: facts.passName ?? '' })
        : phrase('admin-desk.willUse', { pass: facts?.passName ?? '' });
  const left =
    thing?.code === 'passReady' && typeof facts?.left === 'number'
      ? phrase('admin-desk.left', { left: amount(facts.left, facts.kind === 'time' ? 'minutes' : 'passes') })
      : undefined;
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
          ? [said, left].filter((part) => part !== undefined).join(' · ')
          : verdictSentence(decision, 'staff', speaking)
      }
      until={decision.allowed ? undefined : until}
    />
  );
}
