import { check, circle, lock, pause, snow, x } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';

/** One layer of a decision in the customer's words. */
export interface WhyLayer {
  readonly state: 'pass' | 'block' | 'would' | 'wouldNot';
  readonly text: string;
  /** The reason's stable code, for tests and tools. */
  readonly code: string;
}
export interface WhyProps {
  readonly id: string;
  readonly verdict: 'frozen' | 'suspended' | 'locked' | 'deny';
  readonly text: string;
  readonly label: string;
  readonly layers: readonly WhyLayer[];
  readonly acts: readonly { readonly label: string; readonly href: string; readonly quiet: boolean }[];
}

const marks = { frozen: snow, suspended: pause, locked: lock, deny: x };

/** The decision panel in short: the verdict, the layers on one line, what to do about it. */
export function Why({ id, verdict, text, label, layers, acts }: WhyProps) {
  return (
    <div className="why" data-verdict={verdict} id={id}>
      <div className="verdict">
        <Icon of={marks[verdict]} size={20} />
        <p className="verdict__text">{text}</p>
      </div>
      {layers.length > 0 && <Layers layers={layers} label={label} />}
      {acts.length > 0 && (
        <div className="why__acts">
          {acts.map((act) => (
            <a key={act.href} className={act.quiet ? 'btn btn--quiet' : 'btn'} href={act.href}>
              {act.label}
            </a>
          ))}
        </div>
      )}
    </div>
  );
}

/** Solid down to the first block, dashed below it: what follows would happen. */
export function Layers({
  layers,
  label,
  boxed = false,
}: {
  layers: readonly WhyLayer[];
  label: string;
  boxed?: boolean;
}) {
  return (
    <ul
      className={boxed ? 'layers layers--plain why-list boxed' : 'layers layers--plain'}
      aria-label={label}
    >
      {layers.map(({ state, text, code }) => (
        <li key={code} className="layer" data-s={state === 'wouldNot' ? 'would' : state} data-code={code}>
          <span className="mark">
            <Icon of={state === 'block' ? x : state === 'wouldNot' ? circle : check} />
          </span>
          <span className={state === 'block' ? 'layer__why' : state === 'pass' ? '' : 'muted'}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
