import { useRouter } from '@tanstack/react-router';
import { Card, SelectField, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { useToday } from '../../data/now.ts';
import { Page } from '../../frame/page.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { minorUnits } from './amounts.ts';
import { EffectsPanel } from './effects-panel.tsx';

type Values = { customerId: string; locationId: string; planId: string; startDay: string; price: string };

/** Puts a customer on a plan; the panel beside the form says what is invoiced for it. */
export function NewContract() {
  const { phrase, formats } = useSpeech();
  const { hrefTo, location, locations } = useHere();
  const router = useRouter();
  const today = useToday();
  const [asked] = useAddressValue('customer');
  const [q, search] = useAddressValue('q');
  const found = useAnswer('listCustomers', { query: { limit: 20, ...(q && { q }) } });
  const create = useSend('createContract');
  const places = locations.filter(({ parentId }) => parentId !== null || locations.length === 1);
  const currencyOf = (values: Values): string =>
    locations.find(({ id }) => id === values.locationId)?.currency ?? 'EUR';
  const form = useForm<Values>({
    initial: {
      customerId: asked ?? '',
      locationId: (location ?? places[0])?.id as string,
      planId: '',
      startDay: today as string,
      price: '',
    },
    check: (values) => ({
      customerId: values.customerId === '' ? phrase('kit.form.required') : undefined,
      planId: values.planId === '' ? phrase('kit.form.required') : undefined,
    }),
    send: (values): Promise<unknown> =>
      create.mutateAsync({ body: bodyOf(values, currencyOf(values)), idempotencyKey: freshKey() }),
    onDone: () => {
      toast(phrase('admin-contracts.new.done'));
      router.history.push(hrefTo(`customers/${form.values.customerId}/contracts`));
    },
  });
  const place = locations.find(({ id }) => id === form.values.locationId);
  const plans = useAnswer('listPlans', {
    query: { locationId: form.values.locationId as never, limit: 200 },
  });
  const isWhole = form.values.customerId !== '' && form.values.planId !== '' && form.values.startDay !== '';
  const preview = useAnswer(
    'createContract',
    { body: { ...bodyOf(form.values, currencyOf(form.values)), preview: true } },
    { when: isWhole },
  );
  return (
    <Page
      title={phrase('admin-contracts.new.title')}
      acts={<span />}
      crumbs={[{ label: phrase('admin-contracts.title'), href: hrefTo('money/contracts') }]}
    >
      <div className="two-col">
        <FormFrame
          form={form}
          verb={phrase('admin-contracts.new.verb')}
          label={phrase('admin-contracts.new.title')}
        >
          <TextField
            name="q"
            type="search"
            value={q ?? ''}
            onValue={(value) => search(value)}
            label={phrase('admin-contracts.new.search')}
          />
          <SelectField
            {...form.field('customerId')}
            label={phrase('admin-contracts.columns.customer')}
            options={[
              { value: '', label: phrase('kit.choose') },
              ...(found.data?.data ?? []).map(({ id, name, email }) => ({
                value: id as string,
                label: phrase('admin-contracts.new.customer', { name, email }),
              })),
            ]}
          />
          <SelectField
            {...form.field('locationId')}
            label={phrase('admin-contracts.new.location')}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...form.field('planId')}
            label={phrase('admin-contracts.columns.plan')}
            options={[
              { value: '', label: phrase('kit.choose') },
              ...(plans.data?.data ?? [])
                .filter((plan) => plan.prices.some((price) => price.currency === place?.currency))
                .map((plan) => ({
                  value: plan.id as string,
                  label: phrase('admin-contracts.planAndPrice', {
                    plan: plan.name,
                    price: formats.money(
                      plan.prices.find((price) => price.currency === place?.currency) ?? plan.price,
                    ),
                  }),
                })),
            ]}
          />
          <TextField {...form.field('startDay')} type="date" label={phrase('admin-contracts.new.startDay')} />
          <TextField
            {...form.field('price')}
            optional
            inputMode="decimal"
            after={place?.currency}
            label={phrase('admin-contracts.change.price')}
            help={phrase('admin-contracts.change.priceHelp')}
          />
        </FormFrame>
        <Card title={phrase('admin-contracts.new.effect')} padded>
          {isWhole ? (
            <EffectsPanel answer={preview.data} error={preview.error} />
          ) : (
            <p className="muted">{phrase('admin-contracts.new.choose')}</p>
          )}
        </Card>
      </div>
    </Page>
  );
}

const bodyOf = ({ customerId, locationId, planId, startDay, price }: Values, currency: string) => ({
  customerId: customerId as never,
  locationId: locationId as never,
  planId: planId as never,
  startDay: startDay as never,
  ...(price !== '' && { price: { amount: minorUnits(price, currency), currency: currency as never } }),
});
