import { useState } from 'react';
import {
  Button,
  type Column,
  icons,
  MoneyText,
  NameText,
  Segmented,
  toast,
  ToneBadge,
  usePhrase,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { parseInstant } from '../../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../../domain/kernel/zone.ts';
import { useList, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import { useAddressValue, useFilters } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { NewCharge } from './new-charge.tsx';
import { WaiveDialog } from './waive-dialog.tsx';

export type ChargeRow = AnswerTo<'listCharges'>['data'][number];

const states = ['waiting', 'invoiced', 'waived', 'void'] as const;

/** What has been used and is not on an invoice yet, with the two ways to end the waiting. */
export function Charges() {
  const phrase = usePhrase();
  const { location, hrefTo, may } = useHere();
  const filters = useFilters();
  const [isNew, setNew] = useAddressValue('new');
  const state = (filters.of('state') ?? 'waiting') as (typeof states)[number];
  const list = useList('listCharges', {
    query: { ...(location && { locationId: location.id }), state, limit: 50 },
  });
  const add = may('billing.write') ? (
    <Button kind="primary" icon={icons.plus} onClick={() => setNew('1')}>
      {phrase('admin-billing.charges.add')}
    </Button>
  ) : undefined;
  return (
    <Page title={phrase('admin-billing.charges.title')} acts={add}>
      <div className="row">
        <Segmented
          label={phrase('admin-billing.charges.state')}
          value={state}
          onChoose={(value) => filters.set('state', value === 'waiting' ? undefined : value)}
          choices={states.map((value) => ({
            value,
            label: phrase(`admin-billing.charges.states.${value}`),
          }))}
        />
      </div>
      <DataTable
        caption={phrase('admin-billing.charges.title')}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        hrefOf={({ customerId }) => hrefTo(`customers/${customerId}/invoices`)}
        empty={{ icon: icons.check, text: phrase(`admin-billing.charges.empty.${state}`) }}
      />
      {isNew === undefined || !may('billing.write') ? null : (
        <NewCharge onClose={() => setNew(undefined)} />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<ChargeRow>[] {
  const { phrase, formats } = useSpeech();
  const { locations, hrefTo } = useHere();
  const dayOf = (at: string, locationId: string) =>
    dayAt(parseInstant(at)!, (locations.find(({ id }) => id === locationId)?.timeZone ?? 'UTC') as Zone);
  return [
    {
      key: 'customer',
      title: phrase('admin-invoices.columns.customer'),
      cell: (row) => <NameText>{row.customerName}</NameText>,
    },
    { key: 'what', title: phrase('admin-billing.charges.what'), cell: (row) => <bdi>{row.text}</bdi> },
    {
      key: 'ripe',
      title: phrase('admin-billing.charges.ripe'),
      wideOnly: true,
      cell: (row) => (
        <span className="num nowrap">{formats.day(dayOf(row.ripeAt, row.locationId), 'dated')}</span>
      ),
    },
    {
      key: 'when',
      title: phrase('admin-billing.charges.invoiced'),
      wideOnly: true,
      cell: (row) =>
        row.invoiceId === null ? (
          <span className="nowrap">{phrase(`admin-billing.charges.when.${row.invoice}`)}</span>
        ) : (
          <a className="nowrap" href={hrefTo(`money/invoices/${row.invoiceId}`)}>
            {row.invoiceNumber}
          </a>
        ),
    },
    {
      key: 'amount',
      title: phrase('admin-billing.charges.amount'),
      figures: true,
      cell: (row) => <MoneyText of={row.total} />,
    },
    {
      key: 'acts',
      title: phrase('admin-billing.look.decide'),
      figures: true,
      cell: (row) => <Acts of={row} />,
    },
  ];
}

function Acts({ of }: { readonly of: ChargeRow }) {
  const phrase = usePhrase();
  const { may } = useHere();
  const [waiving, setWaiving] = useState(false);
  const invoice = useSend('invoiceCharge');
  if (of.state === 'waived')
    return (
      <ToneBadge tone="quiet" icon={icons.x}>
        {of.waived?.reason}
      </ToneBadge>
    );
  if (of.state !== 'waiting' || !may('billing.write')) return <span className="muted">–</span>;
  const now = async () => {
    await invoice.mutateAsync({ params: { chargeId: of.id }, idempotencyKey: freshKey() });
    toast(phrase('admin-billing.charges.done'));
  };
  return (
    <span className="acts">
      <Button kind="quiet" small onClick={() => setWaiving(true)}>
        {phrase('admin-billing.charges.waive')}
      </Button>
      <Button small busy={invoice.isPending} onClick={() => void now()}>
        {phrase('admin-billing.charges.now')}
      </Button>
      {waiving ? <WaiveDialog of={of} onClose={() => setWaiving(false)} /> : null}
    </span>
  );
}
