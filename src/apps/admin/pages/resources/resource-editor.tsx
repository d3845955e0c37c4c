import { useRef } from 'react';
import {
  Button, Card, SelectField, TextArea, TextField, toast, useSpeech,
} from '../../../../kit/plain/index.ts';
import { client, freshKey } from '../../data/client.ts';
import { useAnswer } from '../../data/answers.ts';
import { type Form, useForm } from '../../data/form.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useHere } from '../../data/here.tsx';
import { FormSummary, SaveBar } from '../../pieces/form-parts.tsx';
import { HoursField } from './hours-field.tsx';
import { Together } from './resource-together.tsx';
import { ResourceImpact } from './impact/resource-impact.tsx';
import { Who } from './resource-who.tsx';
import {
  bodyOf, checkResource, type ResourceAnswer, type ResourceValues, valuesAtFirst, valuesOf,
} from './resource-form.ts';

/**
 * Everything a resource is and asks of a booking, in cards; saved together, over the version that was seen.
 */
export function ResourceEditor({ resource, locationId, onDone }: {
  readonly resource: ResourceAnswer | null;
  readonly locationId: ResourceAnswer['locationId'];
  readonly onDone: (id: string) => void;
}) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const kept = useQueryClient();
  const key = useRef(freshKey());
  const form = useForm<ResourceValues>({
    initial: resource === null ? valuesAtFirst : valuesOf(resource), check: checkResource(phrase),
    draft: resource === null ? 'resource-new' : `resource-${resource.id}`,
    fieldOf: { 'audience.planIds': 'planIds' },
    send: async (values) => {
      const body = bodyOf(values);
      const saved =
        resource === null
          ? await client.call('createResource', {
              body: { ...body, locationId },
              idempotencyKey: key.current,
            })
          : await client.call('changeResource', {
              params: { resourceId: resource.id },
              body,
              version: resource.version,
            });
      key.current = freshKey();
      toast(
        resource === null
          ? phrase('admin-resources.edit.created', { name: saved.name })
          : phrase('admin-resources.edit.saved'),
      );
      await kept.invalidateQueries();
      onDone(saved.id);
    },
  });
  const parts = { form, locationId };
  return (
    <form className="stack" noValidate onSubmit={form.onSubmit}>
      <FormSummary form={form} />
      <Basics {...parts} />
      <Card padded title={phrase('admin-resources.edit.hours')}>
        <HoursField value={form.values.hours} onValue={(value) => form.set('hours', value)} />
      </Card>
      <Limits {...parts} />
      <Who {...parts}>
        {resource === null ? null : <ResourceImpact resource={resource} values={form.values} />}
      </Who>
      <Together {...parts} ownId={resource?.id} />
      {resource === null ? (
        <div className="row">
          <Button kind="primary" type="submit" busy={form.busy}>
            {phrase('admin-resources.edit.create')}
          </Button>
        </div>
      ) : may('resources.write') ? (
        <SaveBar form={form} />
      ) : null}
    </form>
  );
}

export interface Part {
  readonly form: Form<ResourceValues>;
  readonly locationId: ResourceAnswer['locationId'];
}

function Basics({ form, locationId }: Part) {
  const { phrase } = useSpeech();
  const types = useAnswer('listResourceTypes', { query: { locationId, limit: 200 } });
  const named = (types.data?.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <Card padded title={phrase('admin-resources.edit.basics')}>
      <div className="grid2">
        <TextField
          {...form.field('name')}
          label={phrase('admin-resources.edit.name')}
          required
          maxLength={120}
        />
        <SelectField
          {...form.field('typeId')}
          label={phrase('admin-resources.edit.type')}
          required
          options={[
            { value: '', label: phrase(named.length === 0 ? 'admin-resources.edit.noType' : 'kit.choose') },
            ...named,
          ]}
        />
        <TextField
          {...form.field('capacity')}
          type="number"
          min={1}
          label={phrase('admin-resources.edit.capacity')}
        />
        <TextField
          {...form.field('units')}
          type="number"
          min={1}
          label={phrase('admin-resources.edit.units')}
          help={phrase('admin-resources.edit.unitsHelp')}
        />
      </div>
      <TextArea
        {...form.field('description')}
        label={phrase('admin-resources.edit.description')}
        optional
        rows={3}
      />
      <TextField
        {...form.field('amenities')}
        label={phrase('admin-resources.edit.amenities')}
        help={phrase('admin-resources.edit.amenitiesHelp')}
        optional
      />
    </Card>
  );
}

function Limits({ form }: Part) {
  const { phrase } = useSpeech();
  const minutes = phrase('admin-resources.edit.minutes');
  const number = { type: 'number', min: 0, after: minutes } as const;
  return (
    <Card padded title={phrase('admin-resources.edit.limits')}>
      <div className="grid2">
        <TextField
          {...form.field('minutesMin')}
          {...number}
          label={phrase('admin-resources.edit.minutesMin')}
        />
        <TextField
          {...form.field('minutesMax')}
          {...number}
          optional
          label={phrase('admin-resources.edit.minutesMax')}
        />
        <TextField
          {...form.field('stepMinutes')}
          {...number}
          label={phrase('admin-resources.edit.step')}
          help={phrase('admin-resources.edit.stepHelp')}
        />
        <TextField
          {...form.field('bufferBeforeMinutes')}
          {...number}
          label={phrase('admin-resources.edit.before')}
        />
        <TextField
          {...form.field('bufferAfterMinutes')}
          {...number}
          label={phrase('admin-resources.edit.after')}
        />
        <TextField
          {...form.field('noticeMinutesMin')}
          {...number}
          label={phrase('admin-resources.edit.notice')}
        />
        <TextField
          {...form.field('horizonDays')}
          {...number}
          after={phrase('admin-resources.edit.days')}
          optional
          label={phrase('admin-resources.edit.horizon')}
          help={phrase('admin-resources.edit.horizonHelp')}
        />
        <TextField
          {...form.field('cancelFreeMinutes')}
          {...number}
          label={phrase('admin-resources.edit.cancelFree')}
        />
        <TextField
          {...form.field('lateCancelPercent')}
          {...number}
          max={100}
          after="%"
          label={phrase('admin-resources.edit.lateCancel')}
          help={phrase('admin-resources.edit.lateHelp')}
        />
      </div>
    </Card>
  );
}
