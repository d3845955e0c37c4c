import { FieldGroup } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { Form } from '../../data/form.ts';
import { CustomerPicker } from '../bookings/customer-picker.tsx';

interface Given<V extends Readonly<Record<string, string>>> {
  readonly form: Form<V>;
  readonly name: keyof V & string;
  readonly label: string;
  readonly optional?: boolean;
}

/** A customer as a field of a form: looked for, then named under the same label. */
export function CustomerField<V extends Readonly<Record<string, string>>>({
  form,
  name,
  label,
  optional = false,
}: Given<V>) {
  const { id, value, error } = form.field(name);
  const found = useAnswer(
    'getCustomer',
    { params: { customerId: value as never } },
    { when: value !== '' },
  );
  const picker = (
    <CustomerPicker
      label={label}
      value={value === '' ? null : { id: value, name: found.data?.name ?? '…' }}
      onPick={(picked) => form.set(name, picked?.id ?? '')}
      id={id}
      error={error}
    />
  );
  if (value === '') return picker;
  return (
    <FieldGroup label={label} optional={optional}>
      {picker}
    </FieldGroup>
  );
}
