import { Button, icons, SelectField, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { type GivenPass, type PlanValues, readPasses, writePasses } from './plan-values.ts';

/** Which passes a plan gives at each cycle, how many of each, and how long they last. */
export function PassFields({ form }: { readonly form: Form<PlanValues> }) {
  const phrase = usePhrase();
  const { me } = useHere();
  const { locationId } = form.values;
  const passes = useAnswer(
    'listPasses',
    { query: { locationId: locationId as never, limit: 200 } },
    { when: locationId !== '' && me.may('benefits.read', locationId) },
  );
  const given = readPasses(form.values.passes);
  const set = (next: readonly GivenPass[]) => form.set('passes', writePasses(next));
  const offered = (passes.data?.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <>
      {given.map((pass, at) => (
        <PassRow
          key={at}
          at={at}
          pass={pass}
          offered={offered}
          error={form.field('passes').error}
          onChange={(changed) => set(given.with(at, { ...pass, ...changed }))}
          onRemove={() => set(given.toSpliced(at, 1))}
        />
      ))}
      {offered.length === 0 ? null : (
        <div>
          <Button
            kind="quiet"
            small
            icon={icons.plus}
            onClick={() =>
              set([...given, { passId: offered[0]!.value, quantity: '1', expires: 'endOfCycle', days: '' }])
            }
          >
            {phrase('admin-plans.addPass')}
          </Button>
        </div>
      )}
    </>
  );
}

function PassRow({
  at,
  pass,
  offered,
  error,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly pass: GivenPass;
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<GivenPass>) => void;
  readonly onRemove: () => void;
}) {
  const phrase = usePhrase();
  const name = offered.find(({ value }) => value === pass.passId)?.label ?? '';
  const label = (key: string) => phrase(`admin-plans.fields.${key}`);
  return (
    <div className="fields fields--row">
      <SelectField
        name={`passId${at}`}
        label={label('passId')}
        value={pass.passId}
        onValue={(passId) => onChange({ passId })}
        options={offered}
      />
      <TextField
        {...(at === 0 && { id: 'field-passes' })}
        name={`passCount${at}`}
        label={label('passCount')}
        type="number"
        min={1}
        value={pass.quantity}
        onValue={(quantity) => onChange({ quantity })}
        error={/^[1-9]\d*$/.test(pass.quantity) ? undefined : error}
      />
      <SelectField
        name={`passExpires${at}`}
        label={label('passExpires')}
        value={pass.expires}
        onValue={(expires) => onChange({ expires: expires as GivenPass['expires'] })}
        options={(['endOfCycle', 'days', 'never'] as const).map((value) => ({
          value: value as string,
          label: phrase(`admin-plans.options.passExpires.${value}`),
        }))}
      />
      {pass.expires === 'days' ? (
        <TextField
          name={`passDays${at}`}
          label={label('passDays')}
          type="number"
          min={1}
          value={pass.days}
          onValue={(days) => onChange({ days })}
          error={/^[1-9]\d*$/.test(pass.days) ? undefined : error}
        />
      ) : null}
      <Button kind="quiet" icon={icons.x} label={phrase('kit.remove', { name })} onClick={onRemove} />
    </div>
  );
}
