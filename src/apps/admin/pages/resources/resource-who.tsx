import type { ReactNode } from 'react';
import { Button, Card, Checkbox, icons, SelectField, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { LocalTimeField } from '../../pieces/local-time-field.tsx';
import { CustomerPicker } from '../bookings/customer-picker.tsx';
import { idsIn, PlanChoice, withId } from './plan-choice.tsx';
import type { Part } from './resource-editor.tsx';

const audiences = ['public', 'signedIn', 'contacts', 'members', 'plans'] as const;

/** Who may book it: an audience, and where named, only these customers. */
export function Who({ form, locationId, children }: Part & { readonly children?: ReactNode }) {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  const named = form.values.onlyCustomers === 'yes';
  const check = (name: 'visible' | 'needsApproval' | 'onlyCustomers', label: string) => (
    <Checkbox
      name={name}
      checked={form.values[name] === 'yes'}
      onCheck={(on) => form.set(name, on ? 'yes' : '')}
    >
      {phrase(label)}
    </Checkbox>
  );
  return (
    <Card padded title={phrase('admin-resources.edit.who')}>
      <div className="stack">
        <SelectField
          {...form.field('audience')}
          label={phrase('admin-resources.edit.audience')}
          options={audiences.map((value) => ({ value, label: phrase(`admin-resources.audience.${value}`) }))}
        />
        {form.values.audience !== 'plans' ? null : (
          <PlanChoice
            locationId={locationId}
            value={form.values.planIds}
            onValue={(value) => form.set('planIds', value)}
            error={form.field('planIds').error}
          />
        )}
        <div>
          {check('visible', 'admin-resources.edit.visible')}
          {check('needsApproval', 'admin-resources.edit.approval')}
          {check('onlyCustomers', 'admin-resources.edit.onlyCustomers')}
        </div>
        {form.values.visible === 'yes' ? (
          <LocalTimeField
            {...form.field('publishAt')}
            label={phrase('admin-resources.edit.publishAt')}
            help={phrase('admin-resources.edit.publishAtHelp')}
            zone={locations.find(({ id }) => id === locationId)?.timeZone ?? 'UTC'}
            onValue={(value) => form.set('publishAt', value)}
          />
        ) : null}
        {named ? <NamedCustomers form={form} /> : null}
        {children}
      </div>
    </Card>
  );
}

function NamedCustomers({ form }: Pick<Part, 'form'>) {
  const { phrase } = useSpeech();
  const { customerIds } = form.values;
  return (
    <div className="stack">
      {idsIn(customerIds).map((id) => (
        <Named key={id} id={id} onRemove={() => form.set('customerIds', withId(customerIds, id, false))} />
      ))}
      <CustomerPicker
        key={customerIds}
        value={null}
        label={phrase('admin-resources.edit.addCustomer')}
        id="resource-customer"
        onPick={(picked) => picked !== null && form.set('customerIds', withId(customerIds, picked.id, true))}
      />
    </div>
  );
}

function Named({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { phrase } = useSpeech();
  const customer = useAnswer('getCustomer', { params: { customerId: id as never } });
  const name = customer.data?.name ?? id;
  return (
    <div className="row">
      <bdi className="grow">{name}</bdi>
      <Button small kind="quiet" icon={icons.x} onClick={onRemove}
        label={phrase('admin-resources.edit.removeCustomer', { name })} />
    </div>
  );
}
