import { useState } from 'react';
import '../../css/bookings.css';
import {
  Button,
  Dialog,
  EmptyState,
  icons,
  SkeletonRows,
  TextField,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '../../data/client.ts';
import { useList } from '../../data/answers.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { Fault } from '../../pieces/region.tsx';
import { Rates } from './rates.tsx';

/** Types with their rates: what most resources are priced by. */
export function Types() {
  const { phrase } = useSpeech();
  const { location, may } = useHere();
  const [adding, setAdding] = useState(false);
  const list = useList('listResourceTypes', {
    query: { limit: 100, ...(location && { locationId: location.id }) },
  });
  const add = may('resources.write') ? (
    <Button kind="primary" icon={icons.plus} onClick={() => setAdding(true)}>
      {phrase('admin-resources.types.new')}
    </Button>
  ) : (
    <span />
  );
  return (
    <Page title={phrase('admin-resources.types.title')} acts={add}>
      {list.rows === undefined ? (
        list.error === null ? (
          <SkeletonRows rows={5} round={false} />
        ) : (
          <Fault error={list.error} onRetry={list.onRetry} />
        )
      ) : list.rows.length === 0 ? (
        <div className="card">
          <EmptyState icon={icons.tag}>{phrase('admin-resources.types.none')}</EmptyState>
        </div>
      ) : (
        <div className="stack">
          {list.rows.map((type) => (
            <Rates key={type.id} of={{ typeId: type.id }} title={type.name} />
          ))}
        </div>
      )}
      {adding ? <NewType onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function NewType({ onClose }: { onClose: () => void }) {
  const { phrase } = useSpeech();
  const { location } = useHere();
  const kept = useQueryClient();
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: phrase('admin-resources.edit.required') } : {}),
    send: async ({ name }) => {
      await client.call('createResourceType', {
        body: { name: name.trim(), ...(location && { locationId: location.id }) },
      });
      await kept.invalidateQueries();
    },
    onDone: onClose,
  });
  return (
    <Dialog open title={phrase('admin-resources.types.new')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('admin-resources.types.add')} onCancel={onClose}>
        <TextField
          {...form.field('name')}
          label={phrase('admin-resources.types.name')}
          required
          autoFocus
          maxLength={120}
        />
      </FormFrame>
    </Dialog>
  );
}
