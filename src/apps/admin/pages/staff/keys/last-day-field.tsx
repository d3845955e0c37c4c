import { TextField, usePhrase } from '../../../../../kit/plain/index.ts';
import type { Form } from '../../../data/form.ts';

/** The day with which a key ends, where it has one. */
export function LastDayField<V extends { expiresDay: string } & Record<string, string>>({ form }: {
  readonly form: Form<V>;
}) {
  const phrase = usePhrase();
  return (
    <TextField
      {...form.field('expiresDay')}
      type="date"
      optional
      label={phrase('admin-keys.expiresDay')}
      help={phrase('admin-keys.expiresHelp')}
    />
  );
}
