import { toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { NotBilled } from './suspend-dialog.tsx';
import type { Customer } from '../use-customer.ts';
import { bookingsWish, TouchedBookings, touchesOf } from '../../../pieces/touched-bookings.tsx';
import { VerbShape } from './verb-shape.tsx';

interface DialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** CUS-7: put away; sign-in and invoicing end at once, all history stays. */
export function ArchiveDialog({ customer, onClose }: DialogProps) {
  const { phrase } = useSpeech();
  const archive = useSend('archiveCustomer');
  const restore = useSend('restoreCustomer');
  const params = { customerId: customer.id };
  const preview = useAnswer('archiveCustomer', { params, body: { preview: true } });
  const form = useForm({
    initial: { bookings: 'keep' },
    send: async ({ bookings }) => {
      const body = { bookings: bookingsWish(bookings) };
      await archive.mutateAsync({ params, body, idempotencyKey: freshKey() });
      toast(
        phrase('admin-customers.archive.done', { name: customer.name }),
        () => void restore.mutate({ params, idempotencyKey: freshKey() }),
      );
      onClose();
    },
  });
  return (
    <VerbShape
      title={phrase('admin-customers.archive.title', { name: customer.name })}
      form={form}
      onClose={onClose}
      danger
      verb={phrase('admin-customers.verbs.archive')}
      stops={['signIn', 'checkIn', 'lists'].map((one) => phrase(`admin-customers.archive.${one}`))}
      goesOn={['history', 'bookings', 'restore'].map((one) => phrase(`admin-customers.archive.${one}`))}
      billing={<NotBilled customerId={customer.id} />}
      bookings={<TouchedBookings of={touchesOf(preview.data)} wish={form.values.bookings}
        onWish={(wish) => form.set('bookings', wish)} />}
    />
  );
}

export function RestoreDialog({ customer, onClose }: DialogProps) {
  const { phrase } = useSpeech();
  const restore = useSend('restoreCustomer');
  const form = useForm({
    initial: {},
    send: async () => {
      await restore.mutateAsync({ params: { customerId: customer.id }, idempotencyKey: freshKey() });
      toast(phrase('admin-customers.restore.done', { name: customer.name }));
      onClose();
    },
  });
  return (
    <VerbShape
      title={phrase('admin-customers.restore.title', { name: customer.name })}
      form={form}
      onClose={onClose}
      verb={phrase('admin-customers.verbs.restore')}
      stops={[]}
      goesOn={['contracts', 'billing'].map((one) => phrase(`admin-customers.restore.${one}`))}
    />
  );
}
