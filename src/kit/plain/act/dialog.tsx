import { type ReactNode, useEffect, useId, useRef } from 'react';
import { x } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** The row of verbs at its end: the way back first, the confirming one last. */
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

const reachable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What is typed into has the focus where nothing comes before it; else the platform's own choice stands. */
function fieldFirst(dialog: HTMLDialogElement): HTMLElement | null {
  const first = dialog.querySelector<HTMLElement>(`.dialog__body :is(${reachable})`);
  return first?.matches('input, select, textarea') === true ? first : null;
}

/**
 * The platform's own dialog: it traps nothing by hand, closes with Escape, and gives focus back to its
 * opener.
 */
export function Modal({ open, onClose, className, label, labelledBy, children }: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly className: string;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open === open) return;
    if (!open) return dialog.close();
    dialog.showModal();
    fieldFirst(dialog)?.focus();
  }, [open]);
  return (
    <dialog
      ref={element}
      className={className}
      aria-label={label}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}>
      {open ? children : null}
    </dialog>
  );
}

/** A title, what is asked, and the verbs at its end. */
export function Dialog({ open, title, onClose, acts, wide = false, children }: DialogProps) {
  const titleId = useId();
  const phrase = usePhrase();
  const className = wide ? 'dialog dialog--wide' : 'dialog';
  return (
    <Modal open={open} onClose={onClose} className={className} labelledBy={titleId}>
      <div className="dialog__head">
        <h2 id={titleId} className="grow">
          {title}
        </h2>
        <Button kind="quiet" icon={x} label={phrase('kit.close')} onClick={onClose} />
      </div>
      <div className="dialog__body">{children}</div>
      {acts === undefined ? null : <div className="dialog__acts">{acts}</div>}
    </Modal>
  );
}
