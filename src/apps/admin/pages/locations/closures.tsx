import { useState } from 'react';
import {
  Button,
  Card,
  DayText,
  Dialog,
  EmptyState,
  icons,
  List,
  ListRow,
  TextField,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { addDays, day } from '../../../../domain/kernel/day.ts';
import { useSend } from '../../data/answers.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { useToday } from '../../data/now.ts';
import { FormFrame } from '../../pieces/form-parts.tsx';
import type { LocationAnswer } from './use-settings.ts';

type Closure = LocationAnswer['closures'][number];

/** Whole days on which the location is closed, those to come first. */
export function Closures({ location }: { location: LocationAnswer }) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const add = useSend('addClosure');
  const remove = useSend('removeClosure');
  const mayChange = me.may('settings.write', location.id);
  const coming = location.closures
    .filter((one) => one.endDay > today)
    .sort((a, b) => a.startDay.localeCompare(b.startDay));
  const takeBack = async (of: Closure) => {
    const params = { locationId: location.id, closureId: of.id };
    await remove.mutateAsync({ params });
    toast(
      phrase('admin-locations.closures.removed', { reason: of.reason }),
      () =>
        void add.mutate({
          params: { locationId: location.id },
          body: { reason: of.reason, startDay: of.startDay, endDay: of.endDay },
        }),
    );
  };
  return (
    <Card
      title={phrase('admin-locations.closures.title')}
      count={coming.length}
      acts={
        mayChange ? (
          <Button small icon={icons.plus} onClick={() => setAdding(true)}>
            {phrase('admin-locations.closures.add')}
          </Button>
        ) : undefined
      }>
      {coming.length === 0 ? (
        <EmptyState icon={icons.calendar}>{phrase('admin-locations.closures.none')}</EmptyState>
      ) : (
        <List>
          {coming.map((one) => (
            <ClosureRow key={one.id} of={one} {...(mayChange && { onRemove: () => void takeBack(one) })} />
          ))}
        </List>
      )}
      <Dialog open={adding} title={phrase('admin-locations.closures.add')} onClose={() => setAdding(false)}>
        <NewClosure location={location} onDone={() => setAdding(false)} />
      </Dialog>
    </Card>
  );
}

/** It can be removed by whoever may change it here. */
function ClosureRow({ of: one, onRemove }: { readonly of: Closure; readonly onRemove?: () => void }) {
  const { phrase, formats } = useSpeech();
  return (
    <ListRow
      title={one.reason}
      note={
        one.startDay === one.lastDay ? (
          <DayText of={one.startDay} style="full" />
        ) : (
          phrase('admin-locations.closures.days', {
            from: formats.day(one.startDay, 'dated'),
            last: formats.day(one.lastDay, 'dated'),
          })
        )
      }>
      {onRemove === undefined ? null : (
        <Button
          small
          kind="quiet"
          icon={icons.trash}
          label={phrase('admin-locations.closures.remove', { reason: one.reason })}
          onClick={onRemove}
        />
      )}
    </ListRow>
  );
}

function NewClosure({ location, onDone }: { location: LocationAnswer; onDone: () => void }) {
  const { phrase } = useSpeech();
  const today = useToday();
  const add = useSend('addClosure');
  const form = useForm({
    initial: { reason: '', startDay: addDays(today, 1) as string, lastDay: '' },
    fieldOf: { endDay: 'lastDay' },
    check: (values) => ({
      reason: values.reason.trim() === '' ? phrase('kit.form.required') : undefined,
      startDay: values.startDay === '' ? phrase('kit.form.required') : undefined,
      lastDay:
        values.lastDay !== '' && values.lastDay < values.startDay
          ? phrase('admin-locations.closures.lastBeforeFirst')
          : undefined,
    }),
    send: ({ reason, startDay, lastDay }) =>
      add.mutateAsync({
        params: { locationId: location.id },
        body: { reason, startDay, endDay: addDays(day(lastDay || startDay), 1) },
      }),
    onDone: () => {
      toast(phrase('admin-locations.closures.added'));
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-locations.closures.close')} onCancel={onDone}>
      <TextField
        label={phrase('admin-locations.closures.reason')}
        autoFocus
        {...form.field('reason')}
        help={phrase('admin-locations.closures.reasonHelp')}
      />
      <TextField label={phrase('admin-locations.closures.first')} type="date" {...form.field('startDay')} />
      <TextField
        label={phrase('admin-locations.closures.last')}
        type="date"
        optional
        {...form.field('lastDay')}
        min={form.values.startDay}
      />
    </FormFrame>
  );
}
