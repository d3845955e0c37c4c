import { Button, icons, toast, usePhrase } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import type { Customer } from '../use-customer.ts';

/** Sends the letter with the link that gives access for the first time (CUS-9). */
export function InviteButton({ customer }: { customer: Customer }) {
  const phrase = usePhrase();
  const { may } = useHere();
  const invite = useSend('inviteCustomer', { refresh: ['listActivity'] });
  if (!may('customers.invite')) return null;
  return (
    <Button kind="quiet" small icon={icons.mail} busy={invite.isPending} onClick={() => invite.mutate(
      { params: { customerId: customer.id }, idempotencyKey: freshKey() },
      { onSuccess: () => toast(phrase('admin-customers.invited', { email: customer.email })) },
    )}>{phrase('admin-customers.invite')}</Button>
  );
}
