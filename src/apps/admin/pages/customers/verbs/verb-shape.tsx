import type { ReactNode } from 'react';
import { usePhrase } from '../../../../../kit/plain/index.ts';
import type { FormValues } from '../../../data/form.ts';
import { Effects } from '../../../pieces/effects.tsx';
import { FormDialog, type FormDialogProps } from '../../../pieces/form-dialog.tsx';

export interface VerbShapeProps<V extends FormValues> extends FormDialogProps<V> {
  readonly stops: readonly string[];
  readonly goesOn: readonly string[];
  /** What it does to billing, in money. */
  readonly billing?: ReactNode;
  /** What it does to bookings already made (BKA-5). */
  readonly bookings?: ReactNode;
}

/**
 * The shape that suspending, removing access and archiving share: what stops, what keeps working, the money.
 */
export function VerbShape<V extends FormValues>(props: VerbShapeProps<V>) {
  const { stops, goesOn, billing, bookings, ...dialog } = props;
  const phrase = usePhrase();
  return (
    <FormDialog
      {...dialog}
      wide
      above={
        <div className="does does--above">
          <Effects stops={stops} goesOn={goesOn} />
          {billing === undefined ? null : (
            <section>
              <h3>{phrase('admin-customers.effects.billing')}</h3>
              {billing}
            </section>
          )}
          {bookings}
        </div>
      }
    />
  );
}
