import { toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useForm } from '../../../data/form.ts';
import type { Customer } from '../use-customer.ts';
import { VerbShape } from './verb-shape.tsx';

/** Whether this customer may sign in at all; independent of every other state (CUS-6). */
export function AccessDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { phrase } = useSpeech();
  const change = useSend('changeCustomer');
  const removing = customer.portalAccess;
  const key = removing ? 'removeAccess' : 'giveAccess';
  const save = (portalAccess: boolean) =>
    change.mutateAsync({ params: { customerId: customer.id }, body: { portalAccess } });
  const form = useForm({
    initial: {},
    send: async () => {
      await save(!removing);
      toast(phrase(`admin-customers.${key}.done`, { name: customer.name }), () => void save(removing));
      onClose();
    },
  });
  return (
    <VerbShape
      title={phrase(`admin-customers.${key}.title`, { name: customer.name })}
      form={form}
      onClose={onClose}
      danger={removing}
      verb={phrase(`admin-customers.verbs.${key}`)}
      stops={
        removing
          ? [phrase('admin-customers.removeAccess.signIn'), phrase('admin-customers.removeAccess.sessions')]
          : []
      }
      goesOn={
        removing
          ? ['contracts', 'bookings', 'checkIn', 'public']
            .map((one) => phrase(`admin-customers.removeAccess.${one}`))
          : [phrase('admin-customers.giveAccess.signIn')]
      }
      billing={<p className="small">{phrase('admin-customers.effects.billedAsBefore')}</p>}
    />
  );
}
