import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { type Shape, x } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

export interface Place {
  readonly key: string;
  readonly label: ReactNode;
  readonly href: string;
}

/** Parts of one record, each with an address. */
export function Tabs({ label, places, current }: {
  readonly label: string;
  readonly places: readonly Place[];
  readonly current: string;
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {places.map((place) => (
        <a key={place.key} href={place.href} aria-current={place.key === current ? 'page' : undefined}>
          {place.label}
        </a>
      ))}
    </nav>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** The same thing viewed differently. */
export function Segmented<Value extends string>({ label, choices, value, onChoose }: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}

/** A filter that is on, with the way to take it off; or one that waits to be set. */
export function Chip({ icon, children, name, onRemove, onClick }: {
  readonly icon?: Shape;
  readonly children: ReactNode;
  /** What is taken off, for those who listen. */
  readonly name?: string;
  readonly onRemove?: () => void;
  readonly onClick?: () => void;
}) {
  const phrase = usePhrase();
  const on = onRemove !== undefined;
  return (
    <button type="button" className={on ? 'chip chip--on' : 'chip'} onClick={onRemove ?? onClick}
      aria-label={on && name !== undefined ? phrase('kit.remove', { name }) : undefined}>
      {icon === undefined ? null : <Icon of={icon} size={14} />}
      {children}
      {on ? <Icon of={x} size={14} /> : null}
    </button>
  );
}
