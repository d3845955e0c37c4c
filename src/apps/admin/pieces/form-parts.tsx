import { type ReactNode, useEffect, useRef } from 'react';
import { Button, usePhrase } from '../../../kit/plain/index.ts';
import type { Form, FormValues } from '../data/form.ts';

/**
 * A form in one column with the summary of what is wrong above and its verbs below; one that can be left
 * stands in a dialog, and ends like every dialog.
 */
export function FormFrame<V extends FormValues>({
  form,
  verb,
  children,
  onCancel,
  label,
}: {
  readonly form: Form<V>;
  /** What the button does, as a verb: "Freeze contract". */
  readonly verb: string;
  readonly children: ReactNode;
  readonly onCancel?: () => void;
  readonly label?: string;
}) {
  const phrase = usePhrase();
  return (
    <form className="form" noValidate onSubmit={form.onSubmit} aria-label={label}>
      <FormSummary form={form} />
      {children}
      <div className={onCancel === undefined ? 'form__acts' : 'form__acts form__acts--end'}>
        {onCancel === undefined ? null : (
          <Button kind="quiet" onClick={onCancel}>
            {phrase('kit.cancel')}
          </Button>
        )}
        <Button kind="primary" type="submit" busy={form.busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

/** After a submit that failed it takes the focus and links to each field. */
export function FormSummary<V extends FormValues>({ form }: { form: Form<V> }) {
  const phrase = usePhrase();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.tries > 0) element.current?.focus();
  }, [form.tries]);
  if (form.tries === 0 || (form.errors.length === 0 && form.refusal === undefined)) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={element}>
      {form.refusal === undefined ? null : <p>{form.refusal}</p>}
      {form.errors.length === 0 ? null : (
        <>
          <b>{phrase('kit.form.problems', { count: form.errors.length })}</b>
          <ul>
            {form.errors.map((error) => (
              <li key={error.id}>
                <a
                  href={`#${error.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(error.id)?.focus();
                  }}>
                  {error.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** For screens with an explicit save: how much is unsaved, and the two ways on. */
export function SaveBar<V extends FormValues>({ form }: { form: Form<V> }) {
  const phrase = usePhrase();
  if (form.changed === 0) return null;
  return (
    <div className="savebar" role="region" aria-label={phrase('kit.form.save')}>
      <span className="num">{phrase('kit.form.unsaved', { count: form.changed })}</span>
      <span className="row push">
        <Button kind="quiet" onClick={form.reset}>
          {phrase('kit.form.discard')}
        </Button>
        <Button kind="primary" busy={form.busy} onClick={() => form.onSubmit()}>
          {phrase('kit.form.save')}
        </Button>
      </span>
    </div>
  );
}
