import type { ReactNode } from 'react';
import { alert, down } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import type { FormState } from '../pages/facts.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly form: FormState;
  readonly help?: string | undefined;
  readonly type?: string;
  readonly autoComplete?: string;
  readonly inputMode?: 'tel' | 'email' | 'text';
  readonly required?: boolean;
  readonly minLength?: number;
  readonly lines?: number;
  /** Appended where a field may stay empty: required ones are not marked. */
  readonly optional?: string;
}

/** Label above, help below, the error says how to fix it. */
export function Field({
  name,
  label,
  form,
  help,
  lines,
  required = false,
  optional,
  ...input
}: FieldProps) {
  const error = form.errors[name];
  const described = [
    help === undefined ? '' : `${name}-help`,
    error === undefined ? '' : `${name}-error`,
  ].filter(Boolean);
  const shared = {
    id: name,
    name,
    required,
    className: 'input',
    ...input,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  };
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {optional !== undefined && <span className="muted"> · {optional}</span>}
      </label>
      {lines === undefined ? (
        <input {...shared} defaultValue={input.type === 'password' ? '' : (form.values[name] ?? '')} />
      ) : (
        <textarea {...shared} rows={lines} defaultValue={form.values[name] ?? ''} />
      )}
      {help !== undefined && (
        <p className="help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={`${name}-error`}>
          <Icon of={alert} size={14} />
          {error}
        </p>
      )}
    </div>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
  readonly autoComplete?: string;
}

/** One of a few. */
export const SelectField = ({ name, label, value, options, autoComplete }: SelectProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <span className="selectwrap">
      <select
        className="select input"
        id={name}
        name={name}
        defaultValue={value}
        {...(autoComplete !== undefined && { autoComplete })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={down} />
    </span>
  </div>
);

/** What is wrong as a whole, above the form. */
export function FormProblem({ form }: { form: FormState }): ReactNode {
  if (form.problem === null) return null;
  return (
    <div className="banner banner--alert p-banner" role="alert">
      <Icon of={alert} size={20} />
      <p>{form.problem}</p>
    </div>
  );
}

export const Submit = ({ children }: { children: ReactNode }) => (
  <button className="btn btn--primary btn--block" type="submit">
    {children}
  </button>
);
