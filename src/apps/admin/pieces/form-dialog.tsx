import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button, Dialog, toast, usePhrase } from '../../../kit/plain/index.ts';
import { type Form, type FormOptions, type FormValues, useForm } from '../data/form.ts';
import { FormSummary } from './form-parts.tsx';

export interface FormDialogProps<V extends FormValues> {
  readonly title: string;
  readonly form: Form<V>;
  /** What the button does, as a verb: "Save payment". */
  readonly verb: string;
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Why it cannot be done now; locks the button. */
  readonly why?: string | undefined;
  /** What stands above the fields, and below them. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/**
 * A form that asks before something is done: what is asked, what it does, and the button that does it. It
 * stands at the end of the page, because the row it was opened from sets its own type.
 */
export function FormDialog<V extends FormValues>(props: FormDialogProps<V>) {
  const { title, form, verb, danger = false, wide = false, why, above, below, onClose, children } = props;
  const phrase = usePhrase();
  const formId = useId();
  const fields = useFirstField();
  return createPortal(
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            busy={form.busy}
            why={why}
            type="submit"
            form={formId}
          >
            {verb}
          </Button>
        </>
      }
    >
      {above}
      <form
        className="form"
        id={formId}
        ref={fields}
        noValidate
        onSubmit={why === undefined ? form.onSubmit : (event) => event.preventDefault()}
        aria-label={title}
      >
        <FormSummary form={form} />
        {children}
      </form>
      {below}
    </Dialog>,
    document.body,
  );
}

/** The first field has the focus when the dialog opens, so that both hands can stay on the keyboard. */
function useFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [];
    const first = [...fields].find((field) => !field.matches('[type="radio"]:not(:checked)'));
    first?.focus();
  }, []);
  return form;
}

export interface DialogFormOptions<V extends FormValues> extends Omit<FormOptions<V>, 'onDone'> {
  /** What is said when it is done. */
  readonly done: string;
  readonly onClose: () => void;
}

/** A form whose success closes its dialog and says so. */
export function useDialogForm<V extends FormValues>(options: DialogFormOptions<V>): Form<V> {
  const { done, onClose, ...form } = options;
  return useForm({
    ...form,
    onDone: () => {
      toast(done);
      onClose();
    },
  });
}
