import { RadioField, SelectField, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useDialogForm } from '../../pieces/form-dialog.tsx';
import { bookingsWish } from '../../pieces/touched-bookings.tsx';
import { minorUnits } from './amounts.ts';
import type { ContractRow } from './contract-rows.tsx';
import { VerbDialog } from './verb-dialog.tsx';

/** Moves a contract to another plan (CON-5), with the next cycle or now. */
export function ChangeDialog({ of, onClose }: { readonly of: ContractRow; readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const { currency } = of.price;
  const plans = usePlans(of);
  const change = useSend('changeContractPlan');
  const params = { contractId: of.id };
  const bodyOf = (values: { planId: string; when: string; price: string }) => ({
    planId: values.planId as never,
    when: values.when as 'now',
    ...(values.price !== '' && {
      price: { amount: minorUnits(values.price, currency), currency: currency as never },
    }),
  });
  const form = useDialogForm({
    initial: { planId: '', when: 'nextCycle', price: '', bookings: 'keep' },
    onClose,
    done: phrase('admin-contracts.change.done', { plan: of.planName }),
    send: (values) => change.mutateAsync({
      params, idempotencyKey: freshKey(),
      body: { ...bodyOf(values), bookings: bookingsWish(values.bookings) },
    }),
  });
  const preview = useAnswer(
    'changeContractPlan',
    { params, body: { ...bodyOf(form.values), preview: true } },
    { when: form.values.planId !== '' },
  );
  const chosen = form.values.planId === '' ? undefined : preview;
  return (
    <VerbDialog
      title={phrase('admin-contracts.change.title', { plan: of.planName })}
      form={form}
      verb={phrase('admin-contracts.verbs.change')}
      onClose={onClose}
      bookings={{ value: form.values.bookings, set: (wish) => form.set('bookings', wish) }}
      {...(chosen && { preview: chosen })}
    >
      <SelectField
        {...form.field('planId')}
        label={phrase('admin-contracts.change.plan')}
        options={[
          { value: '', label: phrase('kit.choose') },
          ...plans,
        ]}
      />
      <RadioField
        name="when"
        label={phrase('admin-contracts.change.when')}
        value={form.values.when}
        onValue={(value) => form.set('when', value)}
        options={['nextCycle', 'now'].map((value) => ({
          value,
          label: phrase(`admin-contracts.change.whens.${value}`),
        }))}
      />
      <TextField
        {...form.field('price')}
        optional
        inputMode="decimal"
        after={currency}
        label={phrase('admin-contracts.change.price')}
        help={phrase('admin-contracts.change.priceHelp')}
      />
    </VerbDialog>
  );
}

/** The other plans of its location that have a price in its currency. */
function usePlans({ locationId, planId, price: { currency } }: ContractRow) {
  const { phrase, formats } = useSpeech();
  const plans = useAnswer('listPlans', { query: { locationId, limit: 200 } });
  return (plans.data?.data ?? []).flatMap((plan) => {
    const price = plan.prices.find((one) => one.currency === currency);
    if (price === undefined || plan.id === planId) return [];
    const words = { plan: plan.name, price: formats.money(price) };
    return [{ value: plan.id as string, label: phrase('admin-contracts.planAndPrice', words) }];
  });
}
