import { useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Dialog, SelectField, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { minorDigits, type Currency } from '../../../../domain/kernel/money.ts';
import { client, freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import type { RateRow, RatesOf } from './rates.tsx';

/** "12,50" and "12.50" in minor units of the currency; null where it is no amount. */
function amountIn(text: string, currency: string): number | null {
  const digits = minorDigits(currency as Currency);
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim());
  if (match === null || (match[2]?.length ?? 0) > digits) return null;
  return Number(match[1]) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0') || 0);
}

const amountText = (amount: number, currency: string): string => {
  const digits = minorDigits(currency as Currency);
  return (amount / 10 ** digits).toFixed(digits);
};

const audiences = ['public', 'contacts', 'members'] as const;

interface RateProps {
  readonly of: RatesOf;
  readonly rate: RateRow | null;
  readonly onClose: () => void;
}

/** What an hour costs whom; a change counts from now on, and what was quoted keeps its price. */
export function RateDialog({ of, rate, onClose }: RateProps) {
  const { phrase } = useSpeech();
  const form = useRate({ of, rate, onClose });
  const levels = rate?.audience.level === 'plans' ? [...audiences, 'plans' as const] : audiences;
  return (
    <Dialog
      open
      title={phrase(rate === null ? 'admin-resources.rates.add' : 'admin-resources.rates.edit')}
      onClose={onClose}
    >
      <FormFrame form={form} verb={phrase('kit.form.save')} onCancel={onClose}>
        <TextField
          {...form.field('price')}
          label={phrase('admin-resources.rates.price')}
          inputMode="decimal"
          required
          autoFocus
          after={form.values.currency}
        />
        <TextField
          {...form.field('cap')}
          label={phrase('admin-resources.rates.cap')}
          inputMode="decimal"
          optional
          after={form.values.currency}
        />
        <SelectField
          {...form.field('audience')}
          label={phrase('admin-resources.rates.for')}
          options={levels.map((value) => ({ value, label: phrase(`admin-resources.audience.${value}`) }))}
        />
        <TextField
          {...form.field('name')}
          label={phrase('admin-resources.rates.name')}
          optional
          maxLength={120}
        />
        <Checkbox
          name="isDefault"
          checked={form.values.isDefault === 'yes'}
          onCheck={(on) => form.set('isDefault', on ? 'yes' : '')}
        >
          {phrase('admin-resources.rates.default')}
        </Checkbox>
        {rate === null ? null : <p className="muted small">{phrase('admin-resources.rates.keeps')}</p>}
      </FormFrame>
    </Dialog>
  );
}

/** Makes a rate, or changes one. */
function useRate({ of, rate, onClose }: RateProps) {
  const { phrase } = useSpeech();
  const { location, network } = useHere();
  const kept = useQueryClient();
  const key = useRef(freshKey());
  const currency = rate?.price.currency ?? location?.currency ?? network?.currency ?? 'EUR';
  return useForm({
    initial: typed(rate, currency),
    fieldOf: { 'price.amount': 'price', 'price.currency': 'currency', 'cap.amount': 'cap' },
    check: (values) => ({
      ...(amountIn(values.price, values.currency) === null && {
        price: phrase('admin-resources.rates.amount'),
      }),
      ...(values.cap !== ''
        && amountIn(values.cap, values.currency) === null && { cap: phrase('admin-resources.rates.amount') }),
    }),
    send: async (values) => {
      const body = bodyOf(values, rate);
      if (rate === null)
        await client.call('createRate', {
          body: { ...body, ...(of as object) },
          idempotencyKey: key.current,
        });
      else await client.call('changeRate', { params: { rateId: rate.id }, body, version: rate.version });
      await kept.invalidateQueries();
    },
    onDone: () => {
      toast(phrase('admin-resources.rates.saved'));
      onClose();
    },
  });
}

const typed = (rate: RateRow | null, currency: string) => ({
  name: rate?.name ?? '',
  price: rate === null ? '' : amountText(rate.price.amount, currency),
  currency,
  cap: rate?.cap == null ? '' : amountText(rate.cap.amount, currency),
  audience: (rate?.audience.level ?? 'public') as string,
  isDefault: rate?.isDefault === true ? 'yes' : '',
});

/** A rate for certain plans keeps them, since the dialog does not ask for plans. */
function bodyOf(values: ReturnType<typeof typed>, rate: RateRow | null) {
  const money = (text: string) => ({
    amount: amountIn(text, values.currency) ?? 0,
    currency: values.currency,
  });
  const keepsPlans = rate?.audience.level === values.audience && rate.audience.planIds !== undefined;
  return {
    name: values.name.trim(),
    price: money(values.price),
    cap: values.cap === '' ? null : money(values.cap),
    isDefault: values.isDefault === 'yes',
    ...(keepsPlans ? {} : { audience: { level: values.audience as 'public' } }),
  };
}
