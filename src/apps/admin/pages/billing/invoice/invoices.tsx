import {
  type Column,
  icons,
  MoneyText,
  NameText,
  Segmented,
  TextField,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useList } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useFilters } from '../../../data/filters.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { CsvLink } from '../../../pieces/csv-link.tsx';
import { DataTable } from '../../../pieces/data-table.tsx';
import { InvoiceBadges } from './invoice-badges.tsx';

export type InvoiceRow = AnswerTo<'listInvoices'>['data'][number];

const views = ['all', 'open', 'overdue', 'overdue14', 'paid', 'credited'] as const;
type View = (typeof views)[number];

/** Invoices and credit notes at the place of the address; what narrows the list stands in the address. */
export function Invoices() {
  const { phrase } = useSpeech();
  const { location, hrefTo } = useHere();
  const filters = useFilters();
  const view = (filters.of('view') ?? 'all') as View;
  const asked = {
    ...(location && { locationId: location.id }),
    ...queryOf(view),
    ...(filters.q && { q: filters.q }),
  };
  const list = useList('listInvoices', { query: { ...asked, limit: 50 } });
  return (
    <Page title={phrase('admin-invoices.title')}>
      <div className="row wrap row--12">
        <Segmented
          label={phrase('admin-invoices.columns.state')}
          value={view}
          onChoose={(value) => filters.set('view', value === 'all' ? undefined : value)}
          choices={views.map((value) => ({ value, label: phrase(`admin-invoices.views.${value}`) }))}
        />
        <span className="push">
          <CsvLink of="invoices" query={asked} />
        </span>
        <div className="billing-search">
          <TextField
            name="q"
            type="search"
            label={phrase('admin-invoices.search')}
            value={filters.q}
            onValue={filters.search}
          />
        </div>
      </div>
      <DataTable
        caption={phrase('admin-invoices.title')}
        list={list}
        filters={filters}
        keyOf={({ id }) => id}
        columns={useInvoiceColumns({ withCustomer: true })}
        hrefOf={({ id }) => hrefTo(`money/invoices/${id}`)}
        empty={{ icon: icons.file, text: phrase('admin-invoices.empty') }}
      />
    </Page>
  );
}

function queryOf(view: View) {
  if (view === 'all') return {};
  return view === 'overdue14' ? { overdueDays: 14 } : { state: view };
}

export function useInvoiceColumns({
  withCustomer,
}: {
  readonly withCustomer: boolean;
}): readonly Column<InvoiceRow>[] {
  const { phrase, formats } = useSpeech();
  const day = (of: string | null) =>
    of === null ? '–' : <span className="num nowrap">{formats.day(of, 'dated')}</span>;
  const customer: Column<InvoiceRow> = {
    key: 'customer',
    title: phrase('admin-invoices.columns.customer'),
    cell: (row) => <NameText>{row.customerName}</NameText>,
  };
  return [
    {
      key: 'number',
      title: phrase('admin-invoices.columns.number'),
      cell: (row) => <span className="nowrap num">{row.number ?? phrase('admin-invoices.noNumber')}</span>,
    },
    ...(withCustomer ? [customer] : []),
    {
      key: 'state',
      title: phrase('admin-invoices.columns.state'),
      cell: (row) => <InvoiceBadges of={row} />,
    },
    {
      key: 'issued',
      title: phrase('admin-invoices.columns.issued'),
      wideOnly: true,
      cell: (row) => day(row.issuedDay),
    },
    {
      key: 'due',
      title: phrase('admin-invoices.columns.due'),
      wideOnly: true,
      cell: (row) => (row.kind === 'creditNote' ? '–' : day(row.dueDay)),
    },
    {
      key: 'total',
      title: phrase('admin-invoices.columns.total'),
      figures: true,
      cell: (row) => <MoneyText of={row.total} />,
    },
    {
      key: 'outstanding',
      title: phrase('admin-invoices.columns.outstanding'),
      figures: true,
      cell: (row) =>
        row.outstanding.amount === 0 ? (
          <span className="muted">–</span>
        ) : (
          <b>
            <MoneyText of={row.outstanding} />
          </b>
        ),
    },
  ];
}
