import { MoneyText, RadioField, SkeletonRows, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import type { Customer } from '../use-customer.ts';
import { VerbShape } from './verb-shape.tsx';

const choices = ['skip', 'prorate', 'charge'] as const;

/**
 * SUS-5: the last suspension to be lifted asks what becomes of the cycles missed; the amounts stand beside
 * each choice.
 */
export function LiftDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { phrase } = useSpeech();
  const open = useAnswer('listSuspensions', { params: { customerId: customer.id } }).data?.data.find(
    ({ endedAt }) => endedAt === null,
  );
  const lift = useSend('liftSuspension');
  const params = { customerId: customer.id, suspensionId: open?.id as never };
  const preview = useAnswer(
    'liftSuspension',
    { params, body: { preview: true } },
    { when: open !== undefined },
  );
  const form = useForm({
    initial: { missedCycles: 'skip' as string },
    send: async ({ missedCycles }) => {
      const done = await lift.mutateAsync({
        params,
        body: { missedCycles: missedCycles as 'skip' },
        idempotencyKey: freshKey(),
      });
      toast(
        phrase(done.stillSuspended ? 'admin-customers.lift.oneDone' : 'admin-customers.lift.done', {
          name: customer.name,
        }),
      );
      onClose();
    },
  });
  return (
    <VerbShape
      title={phrase('admin-customers.lift.title', { name: customer.name })}
      form={form}
      onClose={onClose}
      verb={phrase('admin-customers.verbs.lift')}
      stops={[]}
      goesOn={[phrase('admin-customers.lift.goesOn')]}
    >
      {open?.note ? <p className="muted small">{open.note}</p> : null}
      {preview.data === undefined ? (
        <SkeletonRows rows={3} round={false} />
      ) : preview.data.stillSuspended ? (
        <p>{phrase('admin-customers.lift.another')}</p>
      ) : (
        <RadioField
          name="missedCycles"
          label={phrase('admin-customers.lift.cycles')}
          value={form.values.missedCycles}
          onValue={(value) => form.set('missedCycles', value)}
          options={choices.map((value) => ({
            value: value as string,
            label: (
              <Choice
                value={value}
                totals={preview.data.choices.find((one) => one.missedCycles === value)?.totals ?? []}
              />
            ),
          }))}
        />
      )}
    </VerbShape>
  );
}

function Choice({
  value,
  totals,
}: {
  value: string;
  totals: readonly { amount: number; currency: string }[];
}) {
  const { phrase } = useSpeech();
  return (
    <>
      {phrase(`admin-customers.lift.choices.${value}`)}{' '}
      <span className="muted">
        {totals.length === 0
          ? phrase('admin-customers.lift.nothing')
          : totals.map((total) => <MoneyText key={total.currency} of={total} />)}
      </span>
    </>
  );
}
