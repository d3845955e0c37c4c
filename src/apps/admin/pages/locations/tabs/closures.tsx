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
  SelectField,
  TextField,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { addDays, day } from '../../../../../domain/kernel/day.ts';
import type { ClosedTime } from '../../../../../domain/locations/closure.ts';
import { useSend } from '../../../data/answers.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { useToday } from '../../../data/today.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import type { LocationAnswer } from '../use-settings.ts';
import { nextTime, repeatWays, ruleText, wayOf } from './closure-rule.ts';

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
    .map((of) => ({ of, time: nextTime(of, today) }))
    .filter((one): one is { of: Closure; time: ClosedTime } => one.time !== null)
    .sort((a, b) => a.time.startDay.localeCompare(b.time.startDay));
  const takeBack = async (of: Closure) => {
    const params = { locationId: location.id, closureId: of.id };
    await remove.mutateAsync({ params });
    toast(
      phrase('admin-locations.closures.removed', { reason: of.reason }),
      () =>
        void add.mutate({
          params: { locationId: location.id },
          body: {
            reason: of.reason, startDay: of.startDay, endDay: of.endDay,
            repeats: of.repeats, exceptDays: of.exceptDays,
          },
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
          {coming.map(({ of, time }) => (
            <ClosureRow
              key={of.id} of={of} time={time} {...(mayChange && { onRemove: () => void takeBack(of) })}
            />
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
function ClosureRow(
  { of: one, time, onRemove }:
  { readonly of: Closure; readonly time: ClosedTime; readonly onRemove?: () => void },
) {
  const { phrase, formats } = useSpeech();
  const lastDay = addDays(time.endDay, -1);
  const way = wayOf(one);
  return (
    <ListRow
      title={one.reason}
      note={
        <>
          {time.startDay === lastDay ? (
            <DayText of={time.startDay} style="full" />
          ) : (
            phrase('admin-locations.closures.days', {
              from: formats.day(time.startDay, 'dated'),
              last: formats.day(lastDay, 'dated'),
            })
          )}
          {way === 'never' ? null : <> · {phrase(`admin-locations.closures.way.${way}`)}</>}
        </>
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
    initial: { reason: '', startDay: addDays(today, 1) as string, lastDay: '', way: 'never' as string },
    fieldOf: { endDay: 'lastDay' },
    check: (values) => ({
      reason: values.reason.trim() === '' ? phrase('kit.form.required') : undefined,
      startDay: values.startDay === '' ? phrase('kit.form.required') : undefined,
      lastDay:
        values.lastDay !== '' && values.lastDay < values.startDay
          ? phrase('admin-locations.closures.lastBeforeFirst')
          : undefined,
    }),
    send: ({ reason, startDay, lastDay, way }) =>
      add.mutateAsync({
        params: { locationId: location.id },
        body: {
          reason, startDay, endDay: addDays(day(lastDay || startDay), 1),
          repeats: ruleText(way as (typeof repeatWays)[number], day(startDay)),
        },
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
      <SelectField
        label={phrase('admin-locations.closures.repeats')}
        {...form.field('way')}
        options={repeatWays.map((value) =>
          ({ value, label: phrase(`admin-locations.closures.way.${value}`) }))}
      />
    </FormFrame>
  );
}
