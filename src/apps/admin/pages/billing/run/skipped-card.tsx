import {
  Badge,
  Card,
  type Column,
  DayText,
  MoneyText,
  NameText,
  type NamedState,
  Table,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useHere } from '../../../data/here.tsx';
import type { Run } from './run.tsx';

type Skip = Run['skips'][number];

/** Skipped rows are as visible as billed ones: who, why, and what it would have been (RUN-3). */
export function SkippedCard({ run }: { readonly run: Run }) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const columns: readonly Column<Skip>[] = [
    {
      key: 'customer',
      title: phrase('admin-billing.drafts.customer'),
      cell: (row) => <NameText>{row.customerName}</NameText>,
    },
    { key: 'why', title: phrase('admin-billing.look.why'), cell: (row) => <SkipReason of={row} /> },
    {
      key: 'period',
      title: phrase('admin-billing.skips.period'),
      wideOnly: true,
      cell: (row) =>
        row.startDay === null ? (
          '–'
        ) : (
          <>
            <DayText of={row.startDay} /> –{' '}
            {row.endDay === null ? '' : <DayText of={dayBefore(row.endDay)} />}
          </>
        ),
    },
    {
      key: 'amount',
      title: phrase('admin-billing.skips.amount'),
      figures: true,
      cell: (row) => <MoneyText of={row.amount} />,
    },
  ];
  return (
    <div id="skipped">
      <Card title={phrase('admin-billing.run.skipped')} count={run.skips.length}>
        <Table
          compact
          caption={phrase('admin-billing.run.skipped')}
          rows={run.skips}
          columns={columns}
          keyOf={({ contractId, chargeId, customerId }) => contractId ?? chargeId ?? customerId}
          hrefOf={({ customerId }) => hrefTo(`customers/${customerId}/contracts`)}
        />
      </Card>
    </div>
  );
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const states: Record<Skip['reason'], NamedState> = {
  suspended: 'suspended',
  frozen: 'frozen',
  archived: 'archived',
  missed: 'suspended',
  free: 'ended',
};

function SkipReason({ of }: { readonly of: Skip }) {
  const { phrase } = useSpeech();
  return <Badge state={states[of.reason]}>{phrase(`admin-billing.skips.${of.reason}`)}</Badge>;
}
