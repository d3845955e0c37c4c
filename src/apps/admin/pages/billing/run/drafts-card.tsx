import { type LinePart, linePart, lineParts } from '../../../../../domain/billing/line-part.ts';
import {
  Card,
  type Column,
  MoneyText,
  NameText,
  Table,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useHere } from '../../../data/here.tsx';
import { CsvLink } from '../../../pieces/csv-link.tsx';
import { InvoiceBadges } from '../invoice/invoice-badges.tsx';
import type { Draft, Run } from './run.tsx';
import { signed } from './run-stats.tsx';

/** Every draft with what it is made of. */
export function DraftsCard({ run }: { readonly run: Run }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  return (
    <div id="drafts">
      <Card
        title={phrase('admin-billing.drafts.title')}
        count={run.draftCount}
        acts={ <CsvLink of="invoices" query={{ runId: run.id, state: 'draft' }} small />}
      >
        <Table
          compact
          caption={phrase('admin-billing.drafts.title')}
          rows={run.drafts}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => hrefTo(`money/invoices/${id}`)}
          columns={useDraftColumns()}
        />
        {run.draftCount > run.drafts.length ? (
          <p className="card__body muted small">
            {phrase('admin-billing.drafts.more', { count: run.draftCount - run.drafts.length })}
          </p>
        ) : null}
      </Card>
    </div>
  );
}

function useDraftColumns(): readonly Column<Draft>[] {
  const { phrase, formats } = useSpeech();
  const part = (of: LinePart): Column<Draft> => ({
    key: of,
    title: phrase(`admin-billing.drafts.${of}`),
    figures: true,
    wideOnly: true,
    cell: (row) => <Sum of={row} part={of} />,
  });
  return [
    {
      key: 'customer',
      title: phrase('admin-billing.drafts.customer'),
      cell: (row) => <NameText>{row.customerName}</NameText>,
    },
    ...lineParts.map(part),
    {
      key: 'tax',
      title: phrase('admin-billing.drafts.tax'),
      figures: true,
      wideOnly: true,
      cell: (row) => <MoneyText of={row.tax} />,
    },
    {
      key: 'total',
      title: phrase('admin-billing.drafts.total'),
      figures: true,
      cell: (row) => (
        <b>
          <MoneyText of={row.total} />
        </b>
      ),
    },
    {
      key: 'change',
      title: phrase('admin-billing.drafts.change'),
      figures: true,
      wideOnly: true,
      cell: (row) => {
        const last = row.lastTotal?.amount ?? 0;
        return last === 0 ? (
          <span className="muted">–</span>
        ) : (
          <span className={row.total.amount === last ? 'muted' : undefined}>
            {signed(row.total.amount / last - 1, formats.percent)}
          </span>
        );
      },
    },
    {
      key: 'due',
      title: phrase('admin-billing.drafts.due'),
      cell: (row) => (row.dueDay === null ? '' : formats.day(row.dueDay)),
    },
  ];
}

function Sum({ of, part }: { readonly of: Draft; readonly part: LinePart }) {
  const lines = of.lines.filter((line) => linePart(line) === part);
  if (lines.length === 0) return <span className="muted">–</span>;
  return (
    <MoneyText
      of={{ amount: lines.reduce((sum, { net }) => sum + net.amount, 0), currency: of.currency }}
    />
  );
}

/** What the run has issued already. */
export function IssuedCard({ run }: { readonly run: Run }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const columns: readonly Column<Draft>[] = [
    { key: 'number', title: phrase('admin-invoices.columns.number'), cell: (row) => row.number },
    {
      key: 'customer',
      title: phrase('admin-billing.drafts.customer'),
      cell: (row) => <NameText>{row.customerName}</NameText>,
    },
    {
      key: 'state',
      title: phrase('admin-invoices.columns.state'),
      cell: (row) => <InvoiceBadges of={row} />,
    },
    {
      key: 'total',
      title: phrase('admin-billing.drafts.total'),
      figures: true,
      cell: (row) => (
        <b>
          <MoneyText of={row.total} />
        </b>
      ),
    },
  ];
  return (
    <div id="issued">
      <Card title={phrase('admin-billing.drafts.issued')} count={run.issuedCount}>
        <Table
          compact
          caption={phrase('admin-billing.drafts.issued')}
          rows={run.invoices}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => hrefTo(`money/invoices/${id}`)}
          columns={columns}
        />
      </Card>
    </div>
  );
}
