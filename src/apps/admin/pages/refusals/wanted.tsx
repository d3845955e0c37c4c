import type { SaidLayer } from '../../../../api/decision-text.ts';
import type { Action } from '../../../../domain/access/decision.ts';
import { usePhrase } from '../../../../kit/plain/index.ts';

export interface WantedProps {
  readonly action: Action;
  readonly target: string | null;
  readonly layers: readonly SaidLayer[];
}

/** What somebody wanted to do, and with what: as the layers name it. */
export function Wanted({ action, target, layers }: WantedProps) {
  const phrase = usePhrase();
  const named = layers.map(({ facts }) => (facts as { thing?: unknown }).thing)
    .find((thing): thing is string => typeof thing === 'string' && thing !== '');
  const thing = action === 'viewSection' && target !== null ? phrase(`reasons.section.${target}`) : named;
  return (
    <span className="pair">
      <span>{phrase(`admin-explain.actions.${action}`)}</span>
      {thing === undefined ? null : <span className="muted small"><bdi>{thing}</bdi></span>}
    </span>
  );
}
