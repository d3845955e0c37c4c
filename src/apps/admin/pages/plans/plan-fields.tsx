import { SelectField, Switch, TextArea, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import type { Form } from '../../data/form.ts';
import type { LocationHere } from '../../data/here.tsx';
import { PassFields } from './pass-fields.tsx';
import type { PlanValues } from './plan-values.ts';
import { OtherPrices } from './price-fields.tsx';

/** The form of a plan: price and billing, what it gives, freezing and cancelling, where it is shown. */
export function PlanFields({
  form,
  currency,
  places,
}: {
  readonly form: Form<PlanValues>;
  readonly currency: string;
  /** Null for a plan that is made: it stays where it is. */
  readonly places: readonly LocationHere[] | null;
}) {
  const phrase = usePhrase();
  const label = useLabel();
  return (
    <>
      <h2 className="part">{phrase('admin-plans.parts.basics')}</h2>
      <TextField {...form.field('name')} label={label('name')} maxLength={120} />
      {places === null ? null : (
        <SelectField
          {...form.field('locationId')}
          label={label('locationId')}
          help={phrase('admin-plans.locationHelp')}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea {...form.field('description')} label={label('description')} optional rows={3} />
      <h2 className="part">{phrase('admin-plans.parts.billing')}</h2>
      <BillingFields form={form} currency={currency} />
      <h2 className="part">{phrase('admin-plans.parts.gives')}</h2>
      <BenefitFields form={form} />
      <h2 className="part">{phrase('admin-plans.parts.ending')}</h2>
      <EndingFields form={form} />
      <h2 className="part">{phrase('admin-plans.parts.portal')}</h2>
      <Toggle form={form} name="shownInPortal" />
      <Toggle form={form} name="suspendOnJoin" />
    </>
  );
}

interface PartProps {
  readonly form: Form<PlanValues>;
}

function BillingFields({ form, currency }: PartProps & { readonly currency: string }) {
  const phrase = usePhrase();
  const label = useLabel();
  const options = (key: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: phrase(`admin-plans.options.${key}.${value}`) }));
  return (
    <>
      <div className="fields">
        <TextField {...form.field('price')} label={label('price')} inputMode="decimal" after={currency} />
        <TextField {...form.field('every')} label={label('every')} type="number" min={1} max={366} />
        <SelectField
          {...form.field('unit')}
          label={label('unit')}
          options={options('unit', ['day', 'week', 'month', 'year'])}
        />
      </div>
      <OtherPrices form={form} currency={currency} />
      <div className="fields">
        <SelectField
          {...form.field('when')}
          label={label('when')}
          options={options('when', ['advance', 'arrears'])}
        />
        <SelectField
          {...form.field('proration')}
          label={label('proration')}
          options={options('proration', ['byDays', 'full', 'free'])}
        />
        <TextField
          {...form.field('billingDay')}
          label={label('billingDay')}
          optional
          type="number"
          min={1}
          max={31}
        />
      </div>
      <div className="fields">
        <TextField
          {...form.field('signUpFee')}
          label={label('signUpFee')}
          optional
          inputMode="decimal"
          after={currency}
        />
        <SelectField
          {...form.field('usageInvoicing')}
          label={label('usageInvoicing')}
          options={options('usageInvoicing', ['cycleEnd', 'immediately'])}
        />
      </div>
    </>
  );
}

function BenefitFields({ form }: PartProps) {
  const label = useLabel();
  return (
    <>
      <PassFields form={form} />
      <TextField
        {...form.field('discount')}
        label={label('discount')}
        type="number"
        min={0}
        max={100}
        after="%"
      />
      <Toggle form={form} name="withoutPass" />
    </>
  );
}

/** Freezing and cancelling by customers, and how bound they are. */
function EndingFields({ form }: PartProps) {
  const label = useLabel();
  return (
    <>
      <Toggle form={form} name="freezeByCustomers" />
      <div className="fields">
        <TextField
          {...form.field('freezeCycles')}
          label={label('freezeCycles')}
          optional
          type="number"
          min={1}
        />
        <TextField
          {...form.field('freezeTimes')}
          label={label('freezeTimes')}
          optional
          type="number"
          min={0}
        />
      </div>
      <Toggle form={form} name="cancelByCustomers" />
      <div className="fields">
        <TextField
          {...form.field('minimumTerm')}
          label={label('minimumTerm')}
          type="number"
          min={0}
          max={120}
        />
        <TextField {...form.field('notice')} label={label('notice')} type="number" min={0} max={366} />
      </div>
    </>
  );
}

function Toggle({ form, name }: PartProps & { readonly name: keyof PlanValues & string }) {
  const label = useLabel();
  return (
    <Switch
      name={name}
      checked={form.values[name] === 'yes'}
      onCheck={(on) => form.set(name, on ? 'yes' : 'no')}
    >
      {label(name)}
    </Switch>
  );
}

function useLabel(): (key: string) => string {
  const phrase = usePhrase();
  return (key) => phrase(`admin-plans.fields.${key}`);
}
