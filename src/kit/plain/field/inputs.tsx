import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Icon } from '../icon/icon.tsx';
import { down } from '../icon/shapes.generated.ts';
import { Field, type FieldFrame } from './field.tsx';

interface Controlled {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Called when the person leaves the field: the moment to check what was typed. */
  readonly onLeave?: (() => void) | undefined;
  readonly id?: string | undefined;
}

type InputNative = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'placeholder'
  | 'min'
  | 'max'
  | 'step'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'required'
  | 'readOnly'
  | 'autoFocus'
  | 'list'
  | 'spellCheck'
  | 'dir'
>;

export interface TextFieldProps extends FieldFrame, Controlled, InputNative {
  /** A unit or symbol after the control, such as the currency. */
  readonly after?: ReactNode;
}

/** One line of text; also days, times, numbers and e-mail by `type`. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, optional, id, name, value, onValue, onLeave, after, ...native } = props;
  return (
    <Field label={label} help={help} error={error} optional={optional} id={id}>
      {(ids) => {
        const input = (
          <input
            {...native}
            {...ids}
            className={native.type === 'number' ? 'input input--num' : 'input'}
            name={name}
            value={value}
            onChange={(event) => onValue(event.currentTarget.value)}
            onBlur={onLeave}
          />
        );
        return after === undefined ? (
          input
        ) : (
          <span className="affix">
            {input}
            <span className="muted">{after}</span>
          </span>
        );
      }}
    </Field>
  );
}

type AreaNative = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'rows' | 'placeholder' | 'maxLength' | 'required'
>;

export function TextArea(props: FieldFrame & Controlled & AreaNative) {
  const { label, help, error, optional, id, name, value, onValue, onLeave, ...native } = props;
  return (
    <Field label={label} help={help} error={error} optional={optional} id={id}>
      {(ids) => (
        <textarea
          {...native}
          {...ids}
          className="input"
          name={name}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

type SelectNative = Pick<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'autoComplete'>;

export function SelectField(
  props: FieldFrame & Controlled & SelectNative & { readonly options: readonly SelectOption[] },
) {
  const { label, help, error, optional, id, name, value, onValue, onLeave, options, ...native } = props;
  return (
    <Field label={label} help={help} error={error} optional={optional} id={id}>
      {(ids) => (
        <span className="selectwrap">
          <select
            {...native}
            {...ids}
            className="select"
            name={name}
            value={value}
            onBlur={onLeave}
            onChange={(event) => onValue(event.currentTarget.value)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={down} size={14} />
        </span>
      )}
    </Field>
  );
}
