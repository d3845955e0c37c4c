import { RadioField, Switch, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import type { Form } from '../../data/form.ts';
import { useToday } from '../../data/today.ts';
import { useDialogForm } from '../../pieces/form-dialog.tsx';
import { bookingsWish } from '../../pieces/touched-bookings.tsx';
import type { ContractRow } from './contract-rows.tsx';
import { minorUnits } from './amounts.ts';
import { VerbDialog } from './verb-dialog.tsx';

const billings = ['none', 'full', 'fee'] as const;

const others = {
  untilDay: '', billing: 'none' as string, fee: '', extendsMinimumTerm: 'yes', bookings: 'keep',
};

type Values = typeof others & { fromDay: string };

/** Pauses what a contract gives (CON-6). Whole cycles are suggested; any days are allowed. */
export function FreezeDialog({ of, onClose }: { readonly of: ContractRow; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const today = useToday();
  const freeze = useSend('createFreeze');
  const params = { contractId: of.id };
  const form = useDialogForm({
    initial: { fromDay: today as string, ...others },
    onClose,
    done: phrase('admin-contracts.freeze.done', { plan: of.planName }),
    send: (values) =>
      freeze.mutateAsync({
        params,
        body: { ...bodyOf(values, of.price.currency), bookings: bookingsWish(values.bookings) },
        idempotencyKey: freshKey(),
      }),
  });
  const preview = useAnswer(
    'createFreeze',
    { params, body: { ...bodyOf(form.values, of.price.currency), preview: true } },
    { when: form.values.fromDay !== '' && (form.values.billing !== 'fee' || form.values.fee !== '') },
  );
  return (
    <VerbDialog
      title={phrase('admin-contracts.freeze.title', { plan: of.planName })}
      form={form}
      preview={preview}
      bookings={{ value: form.values.bookings, set: (wish) => form.set('bookings', wish) }}
      verb={phrase('admin-contracts.verbs.freeze')}
      onClose={onClose}
    >
      <div className="fields">
        <TextField {...form.field('fromDay')} type="date" label={phrase('admin-contracts.freeze.from')} />
        <TextField
          {...form.field('untilDay')}
          type="date"
          optional
          label={phrase('admin-contracts.freeze.until')}
          help={phrase('admin-contracts.freeze.untilHelp')}
        />
      </div>
      <EffectFields form={form} currency={of.price.currency} />
    </VerbDialog>
  );
}

/** What is billed meanwhile, and whether the minimum term waits too. */
function EffectFields({ form, currency }: { readonly form: Form<Values>; readonly currency: string }) {
  const phrase = usePhrase();
  return (
    <>
      <RadioField
        name="billing"
        label={phrase('admin-contracts.freeze.billing')}
        value={form.values.billing}
        onValue={(value) => form.set('billing', value)}
        options={billings.map((value) => ({
          value: value as string,
          label: phrase(`admin-contracts.freeze.billings.${value}`),
        }))}
      />
      {form.values.billing === 'fee' ? (
        <TextField
          {...form.field('fee')}
          inputMode="decimal"
          after={currency}
          label={phrase('admin-contracts.freeze.fee')}
        />
      ) : null}
      <Switch
        name="extendsMinimumTerm"
        checked={form.values.extendsMinimumTerm === 'yes'}
        onCheck={(on) => form.set('extendsMinimumTerm', on ? 'yes' : 'no')}
      >
        {phrase('admin-contracts.freeze.extends')}
      </Switch>
    </>
  );
}

const bodyOf = (values: Values, currency: string) => ({
  fromDay: values.fromDay as never,
  ...(values.untilDay && { untilDay: values.untilDay as never }),
  billing:
    values.billing === 'fee'
      ? { fee: minorUnits(values.fee, currency) }
      : (values.billing as 'none' | 'full'),
  extendsMinimumTerm: values.extendsMinimumTerm === 'yes',
});
