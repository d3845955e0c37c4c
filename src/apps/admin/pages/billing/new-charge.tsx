import { useState } from 'react';
import { SelectField, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { FormDialog, useDialogForm } from '../../pieces/form-dialog.tsx';
import { CustomerPicker, type Picked } from '../bookings/customer-picker.tsx';
import { minorUnits } from '../contracts/amounts.ts';

/** A charge by hand: what, how much, and when it is invoiced. */
export function NewCharge({
  onClose,
  customer,
}: {
  readonly onClose: () => void;
  readonly customer?: Picked;
}) {
  const { phrase } = useSpeech();
  const [picked, setPicked] = useState<Picked | null>(customer ?? null);
  const form = useCharge(picked, onClose);
  return (
    <FormDialog
      title={phrase('admin-billing.charges.add')}
      form={form}
      verb={phrase('admin-billing.charges.save')}
      onClose={onClose}
    >
      {customer === undefined ? (
        <CustomerPicker
          label={phrase('admin-invoices.columns.customer')}
          value={picked}
          onPick={setPicked}
          id={form.field('customerId').id}
          error={form.field('customerId').error}
        />
      ) : null}
      <ChargeFields form={form} />
    </FormDialog>
  );
}

function ChargeFields({ form }: { readonly form: ReturnType<typeof useCharge> }) {
  const { phrase } = useSpeech();
  const { locations, me } = useHere();
  const currencyAt = useCurrencyAt();
  return (
    <>
      <SelectField
        {...form.field('locationId')}
        label={phrase('admin-billing.runs.location')}
        options={locations
          .filter(({ id }) => me.may('billing.write', id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...form.field('text')}
        label={phrase('admin-billing.charges.what')}
        help={phrase('admin-billing.charges.whatHelp')}
      />
      <TextField
        {...form.field('price')}
        label={phrase('admin-billing.charges.price')}
        inputMode="decimal"
        after={currencyAt(form.values.locationId)}
      />
      <SelectField
        {...form.field('invoice')}
        label={phrase('admin-billing.charges.invoiced')}
        help={phrase('admin-billing.charges.invoiceHelp')}
        options={['asAgreed', 'now', 'nextInvoice'].map((value) => ({
          value,
          label: phrase(`admin-billing.charges.how.${value}`),
        }))}
      />
    </>
  );
}

function useCharge(picked: Picked | null, onClose: () => void) {
  const { phrase } = useSpeech();
  const { location, network } = useHere();
  const currencyAt = useCurrencyAt();
  const create = useSend('createCharge');
  return useDialogForm({
    initial: {
      locationId: String(location?.id ?? network?.id ?? ''),
      text: '',
      price: '',
      invoice: 'asAgreed',
      customerId: '',
    },
    check: ({ text, price, locationId }) => ({
      customerId: picked === null ? phrase('admin-billing.charges.customerNeeded') : undefined,
      text: text.trim() === '' ? phrase('admin-billing.charges.textNeeded') : undefined,
      price:
        minorUnits(price, currencyAt(locationId)) > 0
          ? undefined
          : phrase('admin-invoices.pay.amountNeeded'),
    }),
    fieldOf: { 'price.amount': 'price', 'price.currency': 'price' },
    send: ({ locationId, text, price, invoice }) =>
      create.mutateAsync({
        body: {
          customerId: picked?.id as never,
          locationId: locationId as never,
          text: text.trim(),
          price: {
            amount: minorUnits(price, currencyAt(locationId)),
            currency: currencyAt(locationId) as never,
          },
          ...(invoice !== 'asAgreed' && { invoice: invoice as 'now' }),
        },
        idempotencyKey: freshKey(),
      }),
    done: phrase('admin-billing.charges.added'),
    onClose,
  });
}

function useCurrencyAt(): (locationId: string) => string {
  const { locations } = useHere();
  return (locationId) => locations.find(({ id }) => id === locationId)?.currency ?? 'EUR';
}
