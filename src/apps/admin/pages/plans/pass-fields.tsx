import { SelectField, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import type { PlanValues } from './plan-values.ts';

/** Which pass a plan gives at each cycle, and how many. */
export function PassFields({ form }: { readonly form: Form<PlanValues> }) {
  const phrase = usePhrase();
  const { me } = useHere();
  const { locationId } = form.values;
  const passes = useAnswer(
    'listPasses',
    { query: { locationId: locationId as never, limit: 200 } },
    { when: locationId !== '' && me.may('benefits.read', locationId) },
  );
  return (
    <div className="fields">
      <SelectField
        {...form.field('passId')}
        label={phrase('admin-plans.fields.passId')}
        options={[
          { value: '', label: phrase('admin-plans.noPass') },
          ...(passes.data?.data ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
      />
      {form.values.passId === '' ? null : (
        <TextField
          {...form.field('passCount')}
          label={phrase('admin-plans.fields.passCount')}
          type="number"
          min={1}
        />
      )}
    </div>
  );
}
