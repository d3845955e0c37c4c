import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import '../../css/contracts.css';
import { Button, Dialog, toast, usePhrase } from '../../../../kit/plain/index.ts';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { type Form, type FormValues, useForm } from '../../data/form.ts';
import { EffectsPanel } from './effects-panel.tsx';

export interface VerbDialogProps<V extends FormValues> {
  readonly title: string;
  readonly form: Form<V>;
  readonly verb: string;
  readonly danger?: boolean;
  readonly preview?: { readonly data: object | undefined; readonly error: Error | null };
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/**
 * The same shape for every verb: what is asked, what it does, and the button that does it. It stands at the
 * end of
 * the page, because the row it was opened from sets its own type.
 */
export function VerbDialog<V extends FormValues>(props: VerbDialogProps<V>) {
  const { title, form, verb, danger = false, preview, onClose, children } = props;
  const phrase = usePhrase();
  return createPortal(
    <Dialog
      open
      title={title}
      onClose={onClose}
      wide
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={form.busy} onClick={() => form.onSubmit()}>
            {verb}
          </Button>
        </>
      }
    >
      <form className="form" noValidate onSubmit={form.onSubmit} aria-label={title}>
        <FormSummary form={form} />
        {children}
      </form>
      {preview === undefined ? null : <EffectsPanel answer={preview.data} error={preview.error} />}
    </Dialog>,
    document.body,
  );
}

/** A form whose success closes the dialog and says so. */
export function useVerbForm<V extends FormValues>({
  initial,
  send,
  done,
  onClose,
}: {
  initial: V;
  send: (values: V) => Promise<unknown>;
  done: string;
  onClose: () => void;
}): Form<V> {
  return useForm({
    initial,
    send,
    onDone: () => {
      toast(done);
      onClose();
    },
  });
}
