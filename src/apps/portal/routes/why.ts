import type { Decision } from '../readers.ts';
import type { WhyLayer } from '../parts/why.tsx';

/** The layers that mean something to a customer, in order: passed, blocked, and what would follow. */
export function whyLayers(decision: Decision): readonly WhyLayer[] {
  const shown = decision.layers.filter((layer) => layer.outcome !== 'notApplicable' && layer.text !== null);
  const block = shown.findIndex((layer) => layer.outcome === 'deny');
  return shown.map((layer, index) => ({
    code: layer.code,
    text: layer.text ?? '',
    state: index < block || block === -1
      ? 'pass' as const
      : index === block ? 'block' as const : layer.outcome === 'deny' ? 'wouldNot' as const : 'would' as const,
  }));
}
