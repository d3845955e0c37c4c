import type { ReactNode } from 'react';
import { FieldGroup, type FieldFrame } from './field.tsx';

interface OptionProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly value?: string;
  readonly describedBy?: string;
}

/** Yes or no, and nothing happens until the form is saved. */
export const Checkbox = (props: OptionProps) => <Tick {...props} className="check" />;

/** On or off, at once. */
export const Switch = (props: OptionProps) => <Tick {...props} className="switch" role="switch" />;

function Tick({
  className,
  role,
  onCheck,
  children,
  describedBy,
  ...input
}: OptionProps & { readonly className: string; readonly role?: 'switch' }) {
  return (
    <label className="opt">
      <input
        {...input}
        className={className}
        type="checkbox"
        role={role}
        aria-describedby={describedBy}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** One of a few, all in sight. */
export function RadioField<Value extends string>({
  name,
  value,
  onValue,
  options,
  ...frame
}: FieldFrame & {
  readonly name: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly options: readonly RadioOption<Value>[];
}) {
  return (
    <FieldGroup {...frame}>
      {options.map((option) => (
        <label key={option.value} className="opt">
          <input
            className="radio"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </FieldGroup>
  );
}
