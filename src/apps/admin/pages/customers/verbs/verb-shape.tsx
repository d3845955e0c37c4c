import type { ReactNode } from 'react';
import { Button, Dialog, Icon, icons, type Shape, usePhrase } from '../../../../../kit/plain/index.ts';
import { FormSummary } from '../../../pieces/form-parts.tsx';
import type { Form, FormValues } from '../../../data/form.ts';

export interface VerbShapeProps<V extends FormValues> {
  readonly title: string;
  readonly verb: string;
  readonly danger?: boolean;
  readonly form: Form<V>;
  readonly onClose: () => void;
  readonly stops: readonly string[];
  readonly goesOn: readonly string[];
  /** What it does to billing, in money. */
  readonly billing?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * The shape that suspending, freezing, removing access and archiving share: what stops, what keeps working,
 * the money.
 */
export function VerbShape<V extends FormValues>(props: VerbShapeProps<V>) {
  const { title, verb, danger = false, form, onClose, stops, goesOn, billing, children } = props;
  const phrase = usePhrase();
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={onClose}
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
      <div className="stack">
        <div className="two-col effects">
          <Effects title={phrase('admin-customers.effects.stops')} icon={icons.pause} of={stops} />
          <Effects title={phrase('admin-customers.effects.goesOn')} icon={icons.check} of={goesOn} />
        </div>
        {billing === undefined ? null : (
          <section>
            <h3>{phrase('admin-customers.effects.billing')}</h3>
            {billing}
          </section>
        )}
        <form className="form" noValidate onSubmit={form.onSubmit} aria-label={title}>
          <FormSummary form={form} />
          {children}
        </form>
      </div>
    </Dialog>
  );
}

function Effects({ title, icon, of }: { title: string; icon: Shape; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="effects__list">
        {of.map((text) => (
          <li key={text} className="row">
            <Icon of={icon} size={14} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
