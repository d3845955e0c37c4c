import type { FormValues } from '../../data/form.ts';
import { FormDialog, type FormDialogProps } from '../../pieces/form-dialog.tsx';
import { EffectsPanel, type Wish } from './effects-panel.tsx';

export interface VerbDialogProps<V extends FormValues> extends FormDialogProps<V> {
  readonly preview?: { readonly data: object | undefined; readonly error: Error | null };
  readonly bookings?: Wish;
}

/** The same shape for every verb of a contract: what is asked, and what it does. */
export function VerbDialog<V extends FormValues>({ preview, bookings, ...dialog }: VerbDialogProps<V>) {
  return (
    <FormDialog
      {...dialog}
      wide
      below={preview === undefined ? null
        : <EffectsPanel answer={preview.data} error={preview.error} bookings={bookings} />}
    />
  );
}
