import { useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import {
  Checkbox, Dialog, FieldGroup, SelectField, TextField, toast, useSpeech,
} from '../../../../kit/plain/index.ts';
import { client, freshKey } from '../../data/client.ts';
import { type Form, useForm } from '../../data/form.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { idsIn, PlanChoice, withId } from './plan-choice.tsx';
import { bodyOf, checkRate, type RateValues, valuesOf } from './rate-form.ts';
import type { RateRow, RatesOf } from './rates.tsx';

const audiences = ['public', 'contacts', 'members', 'plans'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface RateProps {
  readonly of: RatesOf;
  readonly rate: RateRow | null;
  readonly onClose: () => void;
}

/** What an hour costs whom; a change counts from now on, and what was quoted keeps its price. */
export function RateDialog({ of, rate, onClose }: RateProps) {
  const { phrase } = useSpeech();
  const { location } = useHere();
  const here = location?.parentId === null ? undefined : location;
  const isNewOfType = rate === null && 'typeId' in of;
  const form = useRate({ of, rate, onClose });
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
          options={audiences.map((value) => ({ value, label: phrase(`admin-resources.audience.${value}`) }))}
        />
        <ForWhom form={form} where={isNewOfType ? here : undefined} />
        <When form={form} />
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

interface FieldsProps {
  readonly form: Form<RateValues & { locationId: string }>;
}

/** Where a type's rate counts, and for which plans where it is for some. */
function ForWhom({ form, where }: FieldsProps & { readonly where: LocationHere | undefined }) {
  const { phrase } = useSpeech();
  return (
    <>
      {form.values.audience !== 'plans' ? null : (
        <PlanChoice
          locationId={where?.id}
          value={form.values.planIds}
          onValue={(value) => form.set('planIds', value)}
          error={form.field('planIds').error}
        />
      )}
      {where === undefined ? null : (
        <SelectField
          {...form.field('locationId')}
          label={phrase('admin-resources.rates.where')}
          options={[
            { value: where.id, label: where.name },
            { value: '', label: phrase('admin-resources.rates.everywhere') },
          ]}
        />
      )}
    </>
  );
}

/** On which days, between which hours and for which lengths it counts; nothing said: always. */
function When({ form }: FieldsProps) {
  const { phrase, formats } = useSpeech();
  const after = phrase('admin-resources.edit.minutes');
  const minutes = { type: 'number', min: 1, after, optional: true } as const;
  return (
    <>
      <FieldGroup
        label={phrase('admin-resources.rates.weekdays')}
        help={phrase('admin-resources.rates.weekdaysHelp')}
      >
        <div className="row wrap">
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              name={`weekday${day}`}
              checked={idsIn(form.values.weekdays).includes(String(day))}
              onCheck={(on) => form.set('weekdays', withId(form.values.weekdays, String(day), on))}
            >
              {formats.weekday(day, 'short')}
            </Checkbox>
          ))}
        </div>
      </FieldGroup>
      <div className="grid2">
        <TextField {...form.field('from')} type="time" optional
          label={phrase('admin-resources.rates.hours')} />
        <TextField {...form.field('until')} type="time" optional
          label={phrase('admin-resources.rates.hoursUntil')} />
        <TextField {...form.field('minutesMin')} {...minutes}
          label={phrase('admin-resources.rates.minutesMin')} />
        <TextField {...form.field('minutesMax')} {...minutes}
          label={phrase('admin-resources.rates.minutesMax')} />
      </div>
    </>
  );
}

/** Makes a rate, or changes one. */
function useRate({ of, rate, onClose }: RateProps) {
  const { phrase } = useSpeech();
  const { location, network } = useHere();
  const kept = useQueryClient();
  const key = useRef(freshKey());
  const place = location?.parentId === null ? undefined : location;
  const currency = rate?.price.currency ?? location?.currency ?? network?.currency ?? 'EUR';
  return useForm({
    initial: { ...valuesOf(rate, currency), locationId: place?.id ?? '' },
    fieldOf: {
      'price.amount': 'price', 'price.currency': 'currency', 'cap.amount': 'cap',
      'audience.planIds': 'planIds',
      hours: 'until', 'hours.fromMinute': 'from', 'hours.untilMinute': 'until',
    },
    check: checkRate(phrase),
    send: async (values) => {
      const body = bodyOf(values);
      if (rate === null)
        await client.call('createRate', {
          body: {
            ...body,
            ...(of as object),
            ...('typeId' in of && values.locationId !== '' && { locationId: values.locationId as never }),
          },
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
