import { type ReactNode, useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { alert } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

export interface FieldFrame {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** How to fix it. */
  readonly error?: string | undefined;
  /** Optional fields are marked, required ones are not. */
  readonly optional?: boolean | undefined;
}

/** What a control must carry to belong to its label, help and error. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label above, help below, the error under that. */
export function Field({
  label,
  help,
  error,
  optional,
  id,
  children,
}: FieldFrame & { readonly id?: string | undefined; readonly children: (ids: ControlIds) => ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const ids = describe(own, help, error);
  return (
    <div className="field">
      <label htmlFor={own}>
        {label}
        <Optional on={optional} />
      </label>
      {children(ids)}
      <Below id={own} help={help} error={error} />
    </div>
  );
}

/** The same around several controls: radios, checkboxes. */
export function FieldGroup({ label, help, error, optional, children }: FieldFrame & { children: ReactNode }) {
  const own = useId();
  return (
    <fieldset className="field" aria-describedby={describe(own, help, error)['aria-describedby']}>
      <legend className="label">
        {label}
        <Optional on={optional} />
      </legend>
      {children}
      <Below id={own} help={help} error={error} />
    </fieldset>
  );
}

function Optional({ on }: { on: boolean | undefined }) {
  const phrase = usePhrase();
  return on === true ? (
    <>
      {' '}
      <span className="muted">({phrase('kit.optional')})</span>
    </>
  ) : null;
}

function Below({ id, help, error }: { id: string; help: ReactNode; error: string | undefined }) {
  return (
    <>
      {help === undefined ? null : (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error === undefined ? null : (
        <span className="error" id={`${id}-error`}>
          <Icon of={alert} size={14} />
          {error}
        </span>
      )}
    </>
  );
}

function describe(id: string, help: ReactNode, error: string | undefined): ControlIds {
  const parts = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].filter(
    Boolean,
  );
  return {
    id,
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
    'aria-invalid': error === undefined ? undefined : true,
  };
}
