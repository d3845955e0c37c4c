import type { Phrase } from '../../../api/texts/message.ts';
import type { Decision, DecisionLayer } from '../readers.ts';
import type { WhyLayer } from '../parts/why.tsx';

/**
 * The layers that mean something to a customer: who they are, what the headline says is in the way, what
 * would follow.
 * Every denial is among them, so that one fix never reveals a second surprise.
 */
export function whyLayers(decision: Decision, phrase: Phrase): readonly WhyLayer[] {
  const denies = decision.layers.findIndex(({ outcome }) => outcome === 'deny');
  if (denies === -1) return [];
  const named = decision.layers.findIndex(
    ({ outcome, layer }) => outcome === 'deny' && layer === decision.firstDenial?.layer,
  );
  const block = named === -1 ? denies : named;
  const passed = decision.layers
    .slice(0, denies)
    .filter(({ outcome, layer }) => outcome === 'pass' && known.has(layer))
    .slice(-1);
  const after = decision.layers.filter((_, index) => index > denies && index !== block);
  const also = decision.others;
  const free =
    also.length > 0 ? [] : after.filter(({ outcome, layer }) => outcome === 'pass' && layer === 'schedule');
  const nothing: WhyLayer[] =
    also.length + free.length > 0
      ? []
      : [{ code: 'nothingElse', text: phrase('portal-closed.nothingElse'), state: 'would' }];
  type Said = Pick<DecisionLayer, 'code' | 'text'>;
  const said = (layers: readonly Said[], state: WhyLayer['state']): WhyLayer[] =>
    layers.map(({ code, text }) => ({ code, text, state }));
  return [
    ...said(passed, 'pass'),
    ...said(decision.layers.slice(block, block + 1), 'block'),
    ...said(also, 'wouldNot'),
    ...said(free, 'would'),
    ...nothing,
  ];
}

const known: ReadonlySet<string> = new Set(['portalAccess', 'standing']);
