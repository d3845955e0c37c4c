import { useRouter } from '@tanstack/react-router';
import { Card, SelectField, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { type Form, useForm } from '../../data/form.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { useToday } from '../../data/today.ts';
import { Page } from '../../frame/page.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { CustomerPicker } from '../bookings/customer-picker.tsx';
import { minorUnits } from './amounts.ts';
import { EffectsPanel } from './effects-panel.tsx';
import { TeamFields } from './team-fields.tsx';

type Values = {
  customerId: string;
  locationId: string;
  planId: string;
  startDay: string;
  price: string;
  teamId: string;
  seats: string;
};

/** Puts a customer on a plan; the panel beside the form says what is invoiced for it. */
export function NewContract() {
  const { phrase } = useSpeech();
  const { hrefTo, locations, me } = useHere();
  const places = locations.filter(({ parentId }) => parentId !== null || locations.length === 1);
  const form = useNewContract(places);
  const place = locations.find(({ id }) => id === form.values.locationId);
  const isWhole = form.values.customerId !== '' && form.values.planId !== '' && form.values.startDay !== '';
  const preview = useAnswer(
    'createContract',
    { body: { ...bodyOf(form.values, place?.currency ?? 'EUR'), preview: true } },
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
          <CustomerField form={form} />
          <SelectField
            {...form.field('locationId')}
            label={phrase('admin-contracts.new.location')}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <PlanField form={form} currency={place?.currency} />
          <TextField {...form.field('startDay')} type="date" label={phrase('admin-contracts.new.startDay')} />
          <TextField
            {...form.field('price')}
            optional
            inputMode="decimal"
            after={place?.currency}
            label={phrase('admin-contracts.change.price')}
            help={phrase('admin-contracts.change.priceHelp')}
          />
          {me.may('teams.read') ? <TeamFields form={form} /> : null}
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

/** Who it is for: named by the address, or found. */
function CustomerField({ form }: { readonly form: Form<Values> }) {
  const { phrase } = useSpeech();
  const { customerId } = form.values;
  const answer = useAnswer(
    'getCustomer',
    { params: { customerId: customerId as never } },
    { when: customerId !== '' },
  );
  return (
    <CustomerPicker
      label={phrase('admin-contracts.columns.customer')}
      value={customerId === '' ? null : { id: customerId, name: answer.data?.name ?? '…' }}
      onPick={(picked) => form.set('customerId', picked?.id ?? '')}
      id={form.field('customerId').id}
      error={form.field('customerId').error}
    />
  );
}

/** The plans of the location that have a price in its currency. */
function PlanField({
  form,
  currency,
}: {
  readonly form: Form<Values>;
  readonly currency: string | undefined;
}) {
  const { phrase, formats } = useSpeech();
  const plans = useAnswer('listPlans', {
    query: { locationId: form.values.locationId as never, limit: 200 },
  });
  return (
    <SelectField
      {...form.field('planId')}
      label={phrase('admin-contracts.columns.plan')}
      options={[
        { value: '', label: phrase('kit.choose') },
        ...(plans.data?.data ?? [])
          .filter((plan) => plan.prices.some((price) => price.currency === currency))
          .map((plan) => ({
            value: plan.id as string,
            label: phrase('admin-contracts.planAndPrice', {
              plan: plan.name,
              price: formats.money(
                plan.prices.find((price) => price.currency === currency) ?? plan.price,
              ),
            }),
          })),
      ]}
    />
  );
}

/** Once made it leads to the contracts of its customer. */
function useNewContract(places: readonly LocationHere[]): Form<Values> {
  const { phrase } = useSpeech();
  const { hrefTo, location, locations } = useHere();
  const router = useRouter();
  const today = useToday();
  const [asked] = useAddressValue('customer');
  const [team] = useAddressValue('team');
  const create = useSend('createContract');
  const currencyOf = (values: Values): string =>
    locations.find(({ id }) => id === values.locationId)?.currency ?? 'EUR';
  const form: Form<Values> = useForm<Values>({
    initial: {
      customerId: asked ?? '',
      locationId: (location ?? places[0])?.id as string,
      planId: '',
      startDay: today as string,
      price: '',
      teamId: team ?? '',
      seats: '1',
    },
    check: (values) => ({
      customerId: values.customerId === '' ? phrase('kit.form.required') : undefined,
      planId: values.planId === '' ? phrase('kit.form.required') : undefined,
      seats: /^\d+$/.test(values.seats.trim()) ? undefined : phrase('kit.form.required'),
    }),
    send: (values): Promise<unknown> =>
      create.mutateAsync({ body: bodyOf(values, currencyOf(values)), idempotencyKey: freshKey() }),
    onDone: () => {
      toast(phrase('admin-contracts.new.done'));
      const { customerId, teamId } = form.values;
      router.history.push(
        hrefTo(team === undefined || teamId === '' ? `customers/${customerId}/contracts` : `teams/${teamId}`),
      );
    },
  });
  return form;
}

const bodyOf = (
  { customerId, locationId, planId, startDay, price, teamId, seats }: Values,
  currency: string,
) => ({
  customerId: customerId as never,
  locationId: locationId as never,
  planId: planId as never,
  startDay: startDay as never,
  ...(teamId !== '' && { teamId: teamId as never, seats: Number(seats) }),
  ...(price !== '' && { price: { amount: minorUnits(price, currency), currency: currency as never } }),
});
