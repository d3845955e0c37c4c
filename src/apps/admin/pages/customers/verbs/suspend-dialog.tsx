import { TextArea, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { type Customer, useContractsOf } from '../use-customer.ts';
import { bookingsWish, TouchedBookings, touchesOf } from '../../../pieces/touched-bookings.tsx';
import { VerbShape } from './verb-shape.tsx';

const switches = [
  'signIn',
  'payInvoices',
  'createBookings',
  'changeBookings',
  'buy',
  'signUpToPlans',
  'checkIn',
  'useBenefits',
  'post',
  'openTickets',
] as const;

/** SUS-3: what stops and what goes on is what the customer's location says, switch by switch. */
export function SuspendDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { phrase } = useSpeech();
  const suspend = useSend('suspendCustomer');
  const home = useAnswer('getLocation', { params: { locationId: customer.homeLocationId } });
  const set = (home.data?.settings as { whileSuspended?: { value: Record<string, boolean> } } | undefined)
    ?.whileSuspended?.value;
  const preview = useAnswer('suspendCustomer', {
    params: { customerId: customer.id }, body: { preview: true },
  });
  const form = useForm({
    initial: { note: '', bookings: 'keep' },
    send: async ({ note, bookings }) => {
      await suspend.mutateAsync({
        params: { customerId: customer.id },
        body: { cause: 'manual', note, bookings: bookingsWish(bookings) },
        idempotencyKey: freshKey(),
      });
      toast(phrase('admin-customers.suspend.done', { name: customer.name }));
      onClose();
    },
  });
  const say = (on: boolean) =>
    switches
      .filter((name) => set !== undefined && set[name] === on)
      .map((name) => phrase(`admin-customers.actions.${name}`));
  return (
    <VerbShape
      title={phrase('admin-customers.suspend.title', { name: customer.name })}
      form={form}
      onClose={onClose}
      verb={phrase('admin-customers.verbs.suspend')}
      stops={say(false)}
      goesOn={[
        ...say(true),
        ...(customer.standing === 'member' ? [phrase('admin-customers.suspend.staysMember')] : []),
      ]}
      billing={<NotBilled customerId={customer.id} />}
      bookings={<TouchedBookings of={touchesOf(preview.data)} wish={form.values.bookings}
        onWish={(wish) => form.set('bookings', wish)} />}
    >
      <TextArea
        label={phrase('admin-customers.suspend.reason')}
        optional
        rows={2}
        {...form.field('note')}
        help={phrase('admin-customers.suspend.reasonHelp')}
      />
    </VerbShape>
  );
}

/** "Office Lite: €240.00 on 15 Dec won't be billed." */
export function NotBilled({ customerId }: { customerId: string }) {
  const { phrase, formats } = useSpeech();
  const { may } = useHere();
  const next = useAnswer(
    'nextInvoice',
    { params: { customerId: customerId as never }, query: {} },
    { when: may('billing.read') },
  );
  const contracts =
    useContractsOf(customerId).data?.data.filter(({ status }) =>
      ['active', 'frozen', 'scheduled'].includes(status),
    ) ?? [];
  if (contracts.length === 0)
    return <p className="muted small">{phrase('admin-customers.effects.noContracts')}</p>;
  const day = next.data?.day ?? null;
  return (
    <ul>
      {contracts.map(({ id, planName, price }) => {
        const said = {
          plan: planName,
          price: formats.money(price),
          day: day === null ? '' : formats.day(day),
        };
        const key = day === null ? 'notBilled' : 'notBilledFrom';
        return <li key={id}>{phrase(`admin-customers.effects.${key}`, said)}</li>;
      })}
    </ul>
  );
}
