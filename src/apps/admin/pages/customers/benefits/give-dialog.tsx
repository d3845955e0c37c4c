import {
  Dialog,
  EmptyState,
  icons,
  SelectField,
  TextField,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { addDays, day } from '../../../../../domain/kernel/day.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { useToday } from '../../../data/today.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';

/** Passes by hand: which, how many, the last day they can be used (C2). They are never charged. */
export function GiveDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { phrase } = useSpeech();
  const passes = useAnswer('listPasses', { query: { limit: 200, archived: 'false' } });
  const rows = passes.data?.data;
  return (
    <Dialog open title={phrase('admin-customers.give.title')} onClose={onClose}>
      {rows?.length === 0 ? (
        <EmptyState icon={icons.ticket}>{phrase('admin-customers.give.noPass')}</EmptyState>
      ) : null}
      {rows === undefined || rows.length === 0 ? null : (
        <GiveForm customerId={customerId} passes={rows} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface Offered {
  readonly id: string;
  readonly name: string;
  readonly kind: 'day' | 'time';
  readonly minutes: number | null;
}

function GiveForm({
  customerId,
  passes,
  onClose,
}: {
  customerId: string;
  passes: readonly Offered[];
  onClose: () => void;
}) {
  const { phrase, formats } = useSpeech();
  const today = useToday();
  const give = useSend('giveBenefit');
  const form = useForm({
    initial: { passId: passes[0]!.id as string, quantity: '1', lastDay: '', note: '' },
    fieldOf: { expiresDay: 'lastDay' },
    check: ({ quantity }) => ({
      quantity: /^[1-9]\d*$/.test(quantity) ? undefined : phrase('admin-customers.give.atLeastOne'),
    }),
    send: async ({ passId, quantity, lastDay, note }) => {
      const given = await give.mutateAsync({
        params: { customerId: customerId as never },
        idempotencyKey: freshKey(),
        body: {
          passId: passId as never,
          quantity: Number(quantity),
          note,
          ...(lastDay !== '' && { expiresDay: addDays(day(lastDay), 1) }),
        },
      });
      toast(phrase('admin-customers.give.done', { name: given.name, count: Number(quantity) }));
      onClose();
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-customers.give.verb')} onCancel={onClose}>
      <SelectField
        label={phrase('admin-customers.give.pass')}
        {...form.field('passId')}
        options={passes.map((pass) => ({
          value: pass.id,
          label: pass.minutes === null ? pass.name : `${pass.name} · ${formats.minutes(pass.minutes)}`,
        }))}
      />
      <TextField
        label={phrase('admin-customers.give.quantity')}
        type="number"
        min={1}
        inputMode="numeric"
        {...form.field('quantity')}
      />
      <TextField
        label={phrase('admin-customers.give.lastDay')}
        type="date"
        optional
        min={today}
        {...form.field('lastDay')}
        help={phrase('admin-customers.give.lastDayHelp')}
      />
      <TextField label={phrase('admin-customers.give.note')} optional {...form.field('note')} />
    </FormFrame>
  );
}
