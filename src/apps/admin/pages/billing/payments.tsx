import {
  type Column,
  DayText,
  icons,
  MoneyText,
  NameText,
  usePhrase,
} from '../../../../kit/plain/index.ts';
import { useList } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';

type Row = AnswerTo<'listPayments'>['data'][number];

/** Money received, and what of it is not used up yet. */
export function Payments() {
  const phrase = usePhrase();
  const { location, hrefTo } = useHere();
  const list = useList('listPayments', {
    query: { ...(location && { locationId: location.id }), limit: 50 },
  });
  return (
    <Page title={phrase('admin-invoices.payments.title')}>
      <DataTable
        caption={phrase('admin-invoices.payments.title')}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        hrefOf={({ customerId }) => hrefTo(`customers/${customerId}/invoices`)}
        empty={{ icon: icons.card, text: phrase('admin-invoices.payments.empty') }}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  return [
    {
      key: 'customer',
      title: phrase('admin-invoices.columns.customer'),
      cell: (row) => <NameText>{row.customerName}</NameText>,
    },
    {
      key: 'day',
      title: phrase('admin-invoices.pay.day'),
      cell: (row) => <DayText of={row.receivedDay} style="dated" />,
    },
    {
      key: 'method',
      title: phrase('admin-invoices.pay.method'),
      cell: (row) => phrase(`admin-invoices.methods.${row.method}`),
    },
    {
      key: 'reference',
      title: phrase('admin-invoices.pay.reference'),
      wideOnly: true,
      cell: (row) => <bdi>{row.reference || '–'}</bdi>,
    },
    {
      key: 'invoices',
      title: phrase('admin-invoices.title'),
      wideOnly: true,
      cell: (row) =>
        row.allocations.map(({ invoiceId, number }) => (
          <span key={invoiceId}>
            <a href={hrefTo(`money/invoices/${invoiceId}`)}>{number}</a>{' '}
          </span>
        )),
    },
    {
      key: 'amount',
      title: phrase('admin-invoices.pay.amount'),
      figures: true,
      cell: (row) => (
        <b>
          <MoneyText of={row.amount} />
        </b>
      ),
    },
    {
      key: 'left',
      title: phrase('admin-invoices.payments.left'),
      figures: true,
      cell: (row) =>
        row.unallocated.amount === 0 ? (
          <span className="muted">–</span>
        ) : (
          <MoneyText of={row.unallocated} />
        ),
    },
  ];
}
