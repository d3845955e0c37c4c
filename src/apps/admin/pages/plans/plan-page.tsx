import '../../css/contracts.css';
import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge, Button, ButtonLink, icons, toast, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { FormFrame, FormSummary, SaveBar } from '../../pieces/form-parts.tsx';
import { Region } from '../../pieces/region.tsx';
import { PlanFields } from './plan-fields.tsx';
import { InPlainWords } from './plain-words.tsx';
import { SaveDialog } from './save-dialog.tsx';
import {
  bodyOf,
  newValues,
  type PlanValues,
  readPasses,
  readPrices,
  valuesOf,
} from './plan-values.ts';

export type Plan = AnswerTo<'getPlan'>;

/** A plan in one form, with what it means beside it. */
export function PlanPage() {
  const phrase = usePhrase();
  const { hrefTo, may } = useHere();
  const { planId } = useParams({ strict: false }) as { planId: string };
  const answer = useAnswer('getPlan', { params: { planId: planId as never } });
  return (
    <Page
      title={answer.data?.name ?? phrase('admin-plans.title')}
      note={answer.data?.archivedAt == null ? undefined : <Badge state="archived" />}
      crumbs={[{ label: phrase('admin-plans.title'), href: hrefTo('catalogue/plans') }]}
      acts={answer.data === undefined ? <span /> : (
        <>
          {may('access.explain') ? (
            <ButtonLink href={hrefTo(`explain?action=signUpToPlan&target=${planId}`)} icon={icons.help}>
              {phrase('admin-explain.title')}
            </ButtonLink>
          ) : null}
          <ArchiveButton of={answer.data} />
        </>
      )}
    >
      <Region answer={answer} rows={8}>
        {(plan) => <Editor key={`${plan.id} ${plan.version}`} plan={plan} />}
      </Region>
    </Page>
  );
}

export function NewPlan() {
  const phrase = usePhrase();
  const { hrefTo, location, locations } = useHere();
  const router = useRouter();
  const create = useSend('createPlan');
  const places = locations.filter(({ parentId }) => parentId !== null || locations.length === 1);
  const currencyOf = (id: string): string => locations.find((one) => one.id === id)?.currency ?? 'EUR';
  const form = useForm<PlanValues>({
    initial: newValues((location ?? places[0])?.id ?? ''),
    check: useCheck(),
    fieldOf,
    send: async (values) => {
      const body = {
        ...bodyOf(values, currencyOf(values.locationId)),
        locationId: values.locationId as never,
      };
      const plan = await create.mutateAsync({ body, idempotencyKey: freshKey() });
      toast(phrase('admin-plans.made'));
      router.history.push(hrefTo(`catalogue/plans/${plan.id}`));
    },
  });
  const currency = currencyOf(form.values.locationId);
  return (
    <Page
      title={phrase('admin-plans.add')}
      acts={<span />}
      crumbs={[{ label: phrase('admin-plans.title'), href: hrefTo('catalogue/plans') }]}
    >
      <div className="two-col">
        <FormFrame form={form} verb={phrase('admin-plans.add')} label={phrase('admin-plans.add')}>
          <PlanFields form={form} currency={currency} places={places} />
        </FormFrame>
        <InPlainWords values={form.values} currency={currency} />
      </div>
    </Page>
  );
}

/** What is wrong in the form is said before the dialog asks; what the API refuses stands in the dialog. */
function Editor({ plan }: { readonly plan: Plan }) {
  const { me } = useHere();
  const change = useSend('changePlan');
  const [asking, setAsking] = useState(false);
  const { currency } = plan.price;
  const form = useForm<PlanValues>({
    initial: valuesOf(plan),
    check: useCheck(),
    fieldOf,
    send: async () => setAsking(true),
  });
  const body = bodyOf(form.values, currency);
  const may = me.may('plans.write', plan.locationId);
  return (
    <div className="two-col">
      <form className="form" noValidate onSubmit={form.onSubmit} aria-label={plan.name}>
        <FormSummary form={form} />
        <fieldset disabled={!may} className="bare">
          <PlanFields form={form} currency={currency} places={null} />
        </fieldset>
        {may ? <SaveBar form={form} /> : null}
      </form>
      <InPlainWords values={form.values} currency={currency} />
      {asking ? (
        <SaveDialog
          plan={plan}
          prices={Object.fromEntries(body.prices.map((price) => [price.currency, price.amount]))}
          change={body}
          onSave={() => change.mutateAsync({ params: { planId: plan.id }, body, version: plan.version })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** Names of fields as the API knows them. */
const fieldOf = {
  'prices.0.amount': 'price',
  price: 'price',
  'cycle.every': 'every',
  'signUpFee.amount': 'signUpFee',
  'discounts.bookingPercent': 'discount',
  'cancel.noticeDays': 'notice',
  'cancel.minimumTermCycles': 'minimumTerm',
  benefits: 'passes',
  'benefits.0.quantity': 'passes',
};

const isAmount = (typed: string, orNothing = false): boolean =>
  /^\d+([.,]\d+)?$/.test(typed.trim()) || (orNothing && typed.trim() === '');
const isCount = (typed: string): boolean => /^[1-9]\d*$/.test(typed);

function useCheck() {
  const phrase = usePhrase();
  return (values: PlanValues) => ({
    name: values.name.trim() === '' ? phrase('kit.form.required') : undefined,
    price: isAmount(values.price) ? undefined : phrase('admin-plans.needsAmount'),
    otherPrices: Object.values(readPrices(values.otherPrices)).every((typed) => isAmount(typed, true))
      ? undefined
      : phrase('admin-plans.needsAmount'),
    every: isCount(values.every) ? undefined : phrase('admin-plans.needsNumber'),
    passes: readPasses(values.passes).every(
      ({ quantity, expires, days }) => isCount(quantity) && (expires !== 'days' || isCount(days)),
    )
      ? undefined
      : phrase('admin-plans.needsNumber'),
  });
}

function ArchiveButton({ of }: { readonly of: Plan }) {
  const phrase = usePhrase();
  const { me } = useHere();
  const archive = useSend('archivePlan');
  const restore = useSend('restorePlan');
  if (!me.may('plans.write', of.locationId)) return <span />;
  const params = { planId: of.id };
  if (of.archivedAt !== null) {
    return (
      <Button busy={restore.isPending} onClick={() => restore.mutate({ params })}>
        {phrase('admin-plans.restore')}
      </Button>
    );
  }
  return (
    <Button
      busy={archive.isPending}
      onClick={() =>
        archive.mutate(
          { params },
          {
            onSuccess: () => toast(phrase('admin-plans.archived'), () => restore.mutate({ params })),
          },
        )
      }
    >
      {phrase('admin-plans.archive')}
    </Button>
  );
}
