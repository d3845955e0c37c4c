import {
  Dialog,
  EmptyState,
  icons,
  SelectField,
  SkeletonRows,
  TextField,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import type { LocationHere } from '../../data/here.tsx';
import { useToday } from '../../data/today.ts';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { minorUnits, typedAmount } from '../contracts/amounts.ts';

interface SellProps {
  readonly customer: AnswerTo<'getCustomer'>;
  readonly location: LocationHere;
  readonly onClose: () => void;
  readonly onSold: () => void;
}

/** F6: the charge, the pass and the check-in on it, in one step. */
export function SellDialog(props: SellProps) {
  const { phrase } = useSpeech();
  const { customer, location, onClose } = props;
  const query = { locationId: location.id as never, archived: 'false' as const, limit: 200 };
  const passes = useAnswer('listPasses', { query }).data?.data;
  return (
    <Dialog open title={phrase('admin-desk.selling.title', { name: customer.name })} onClose={onClose}>
      {passes === undefined ? (
        <SkeletonRows rows={3} round={false} />
      ) : passes.length === 0 ? (
        <EmptyState icon={icons.ticket}>{phrase('admin-desk.selling.none')}</EmptyState>
      ) : (
        <SellForm {...props} passes={passes} />
      )}
    </Dialog>
  );
}

type Offered = AnswerTo<'listPasses'>['data'];

function SellForm({ customer, location, passes, onClose, onSold }: SellProps & { passes: Offered }) {
  const { phrase, formats } = useSpeech();
  const today = useToday();
  const sell = useSend('sellPass');
  const worth = (id: string) => {
    const value = passes.find((pass) => pass.id === id)?.value;
    return value === null || value === undefined || value.currency !== location.currency
      ? ''
      : typedAmount(value);
  };
  const first = passes.find(({ kind }) => kind === 'day') ?? passes[0]!;
  const form = useForm({
    initial: { passId: first.id as string, price: worth(first.id) },
    fieldOf: { 'price.amount': 'price' },
    check: ({ price }) => ({
      price: /^\d+([.,]\d{1,2})?$/.test(price.trim()) ? undefined : phrase('admin-desk.selling.needsPrice'),
    }),
    send: async ({ passId, price }) => {
      const pass = passes.find(({ id }) => id === passId)!;
      const text = phrase('admin-desk.selling.text', { pass: pass.name, day: formats.day(today, 'dated') });
      const amount = { amount: minorUnits(price, location.currency), currency: location.currency as never };
      await sell.mutateAsync({
        params: { customerId: customer.id },
        idempotencyKey: freshKey(),
        body: { passId: pass.id, locationId: location.id as never, price: amount, text, checkIn: true },
      });
      toast(phrase('admin-desk.selling.done', { pass: pass.name, name: customer.name }));
      onSold();
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-desk.selling.charge')} onCancel={onClose}>
      <SelectField
        label={phrase('admin-desk.selling.pass')}
        {...form.field('passId')}
        options={passes.map(({ id, name }) => ({ value: id as string, label: name }))}
        onValue={(id) => {
          form.set('passId', id);
          form.set('price', worth(id));
        }}
      />
      <TextField
        label={phrase('admin-desk.selling.price')}
        inputMode="decimal"
        after={location.currency}
        autoFocus
        help={phrase('admin-desk.selling.priceHelp')}
        {...form.field('price')}
      />
    </FormFrame>
  );
}
