import { RadioField, SkeletonRows, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { FormDialog, useDialogForm } from '../../pieces/form-dialog.tsx';
import { type PlanChange, PlanImpact } from './plan-impact.tsx';
import type { Plan } from './plan-page.tsx';

export interface SaveDialogProps {
  readonly plan: Plan;
  /** In minor units, by currency. */
  readonly prices: Readonly<Record<string, number>>;
  /** What will be saved, for what it does to those who have the plan. */
  readonly change: PlanChange;
  readonly onSave: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Says how many contracts a change of the plan reaches, and asks whether its new price is for them (B6). */
export function SaveDialog({ plan, prices, change, onSave, onClose }: SaveDialogProps) {
  const { phrase, formats } = useSpeech();
  const params = { planId: plan.id };
  const preview = useAnswer('keepPrices', { params, body: { preview: true } });
  const keep = useSend('keepPrices');
  const hasNewPrice = plan.prices.some(({ currency, amount }) => prices[currency] !== amount);
  const form = useDialogForm({
    initial: { who: 'newOnly' as string },
    done: phrase('admin-plans.saved'),
    onClose,
    send: async ({ who }) => {
      if (hasNewPrice && who === 'newOnly')
        await keep.mutateAsync({ params, body: { preview: false }, idempotencyKey: freshKey() });
      await onSave();
    },
  });
  const touched = preview.data;
  const more = (amount: number, currency: string) =>
    `${amount > 0 ? '+' : ''}${formats.money({ amount, currency })}`;
  return (
    <FormDialog
      title={phrase('admin-plans.save.title', { plan: plan.name })}
      form={form}
      verb={phrase('admin-plans.save.verb')}
      onClose={onClose}
      above={
        touched === undefined ? (
          <SkeletonRows rows={1} round={false} />
        ) : (
          <>
            <p>{phrase('admin-plans.save.touched', { count: touched.contracts })}</p>
            {touched.contracts === 0 ? null : <PlanImpact plan={plan} change={change} />}
          </>
        )
      }
      below={
        touched === undefined || !hasNewPrice || form.values.who === 'newOnly' ? null : (
          <p>
            {phrase('admin-plans.save.difference')}{' '}
            {touched.units.map(({ currency, quantity, price }) => (
              <b key={currency}>
                <bdi dir="ltr">
                  {more(quantity * ((prices[currency] ?? price.amount) - price.amount), currency)}
                </bdi>
              </b>
            ))}
          </p>
        )
      }
    >
      {hasNewPrice && (touched?.contracts ?? 0) > 0 ? (
        <RadioField
          name="who"
          label={phrase('admin-plans.save.price')}
          value={form.values.who}
          onValue={(who) => form.set('who', who)}
          options={(['newOnly', 'all'] as const).map((value) => ({
            value: value as string,
            label: phrase(`admin-plans.save.who.${value}`),
          }))}
        />
      ) : null}
    </FormDialog>
  );
}
