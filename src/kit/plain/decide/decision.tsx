import { type ReactNode, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { check, clock, lock, minusShape, money, snow, x, type Shape } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

/**
 * How a layer is drawn: `pass` and `warn` (passed, with something frozen) and `due` (passed, with something
 * owed) were decided; `block` is the first denial; `would` and `wouldNot` come after it; `skip` has no
 * meaning here.
 */
export type LayerState = 'pass' | 'warn' | 'due' | 'block' | 'would' | 'wouldNot' | 'skip';

export interface LayerLine {
  readonly key: string;
  readonly state: LayerState;
  /** The layer's name; left out in the short panel. */
  readonly name?: ReactNode;
  readonly why: ReactNode;
  /** To the setting or record behind it. */
  readonly link?: { readonly href: string; readonly label: string } | undefined;
}

export interface DecisionPanelProps {
  readonly verdict: 'allow' | 'deny';
  /** The sentence after "Allowed." or "Not allowed." */
  readonly sentence: ReactNode;
  /** Until when, or from when it turns. */
  readonly until?: ReactNode;
  readonly layers: readonly LayerLine[];
  /** The heading's level where the panel stands. */
  readonly level?: 2 | 3;
}

/**
 * The verdict is a sentence and comes first; under it, until when. Then the layers hang on one line in their
 * order: solid down to the first block, dashed below it, because what follows would happen and did not.
 */
export function DecisionPanel({ verdict, sentence, until, layers, level = 2 }: DecisionPanelProps) {
  const phrase = usePhrase();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="decision" data-verdict={verdict} aria-labelledby={id}>
      <div className="verdict">
        <span className="verdict__mark">
          <Icon of={verdict === 'allow' ? check : x} size={20} />
        </span>
        <div>
          <Heading className="verdict__text" id={id}>
            <em>{phrase(verdict === 'allow' ? 'kit.decision.allowed' : 'kit.decision.denied')}</em> {sentence}
          </Heading>
          {until === undefined ? null : <Until>{until}</Until>}
        </div>
      </div>
      <Layers lines={layers} />
    </section>
  );
}

function Until({ children }: { children: ReactNode }) {
  return (
    <p className="verdict__until num">
      <Icon of={clock} size={14} />
      <span>{children}</span>
    </p>
  );
}

/**
 * The line of layers by itself; without names it is the short form of a room, a closed section or a popover.
 */
export function Layers({ lines, boxed = false }: { lines: readonly LayerLine[]; boxed?: boolean }) {
  const phrase = usePhrase();
  const named = lines.some((line) => line.name !== undefined);
  const names = ['layers', named ? '' : 'layers--plain', boxed ? 'why-list boxed' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <ol className={names} aria-label={phrase('kit.decision.layers')}>
      {lines.map((line) => (
        <li
          key={line.key}
          className="layer"
          data-s={drawnAs(line.state)}
          data-layer={line.key}
          data-outcome={line.state}>
          <span className="mark">
            <Icon of={marks[line.state]} />
          </span>
          {named ? <span className="layer__name">{line.name}</span> : null}
          <span className="layer__why">{line.why}</span>
          {line.link === undefined ? null : (
            <a className="link" href={line.link.href}>
              {line.link.label}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

const marks: Record<LayerState, Shape> = {
  pass: check,
  warn: snow,
  due: money,
  block: x,
  would: check,
  wouldNot: x,
  skip: minusShape,
};

const drawnAs = (state: LayerState) => (state === 'wouldNot' ? 'would' : state);

export interface Fix {
  readonly key: string;
  readonly title: ReactNode;
  /** Its effect in money or people. */
  readonly effect?: ReactNode;
  readonly act?: ReactNode;
}

/** What would fix it, each with its effect. */
export function Fixes({ of }: { of: readonly Fix[] }) {
  return (
    <ul className="fixes">
      {of.map((fix) => (
        <li key={fix.key}>
          <span className="row">
            <b>{fix.title}</b>
            {fix.act}
          </span>
          {fix.effect === undefined ? null : <span className="muted small">{fix.effect}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A refusal inside a room or a popover: one sentence, the layers that concern it, and the way forward. */
export function WhyNot({
  frozen = false,
  sentence,
  lines,
  acts,
}: {
  readonly frozen?: boolean;
  readonly sentence: ReactNode;
  readonly lines: readonly LayerLine[];
  readonly acts?: ReactNode;
}) {
  return (
    <div className={frozen ? 'why' : 'why why--locked'} data-verdict={frozen ? 'frozen' : 'locked'}>
      <div className="verdict">
        <Icon of={frozen ? snow : lock} size={20} />
        <p className="verdict__text">{sentence}</p>
      </div>
      {lines.length === 0 ? null : <Layers lines={lines} />}
      {acts === undefined ? null : <div className="why__acts">{acts}</div>}
    </div>
  );
}
