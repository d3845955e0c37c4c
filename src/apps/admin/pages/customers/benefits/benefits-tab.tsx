import { AtText, icons, useSpeech } from '../../../../../kit/plain/index.ts';
import { useList } from '../../../data/answers.ts';
import { useZone } from '../../../data/today.ts';
import { DataTable } from '../../../pieces/data-table.tsx';
import { BenefitsCard, useAmount } from './benefits-card.tsx';

/** What is owned, and under it every entry with the balance and why each grant was picked (PAS-9, PAS-6). */
export function BenefitsTab({ customerId }: { customerId: string }) {
  const { phrase, formats } = useSpeech();
  const zone = useZone();
  const amount = useAmount();
  const list = useList('listLedger', { params: { customerId: customerId as never }, query: { limit: 50 } });
  const why = (because: readonly string[]) =>
    formats.list(because.map((reason) => phrase(`admin-customers.because.${reason}`)));
  return (
    <>
      <BenefitsCard customerId={customerId} />
      <h2>{phrase('admin-customers.ledger.title')}</h2>
      <DataTable
        caption={phrase('admin-customers.ledger.title')}
        list={list}
        keyOf={({ id }) => id}
        empty={{ icon: icons.ticket, text: phrase('admin-customers.ledger.empty') }}
        columns={[
          {
            key: 'at',
            title: phrase('admin-customers.ledger.when'),
            cell: (row) => <AtText at={row.at} zone={zone} style="dated" />,
          },
          {
            key: 'what',
            title: phrase('admin-customers.ledger.what'),
            cell: (row) => (
              <span className="two">
                <span>
                  {phrase(`admin-customers.ledger.kinds.${row.kind}`, {
                    name: row.name,
                    source: row.planName ?? phrase(`admin-customers.benefits.sources.${row.source}`),
                  })}
                </span>
                {row.because.length === 0 ? null : <span className="muted small">{why(row.because)}</span>}
                {row.note === '' ? null : <span className="muted small">{row.note}</span>}
              </span>
            ),
          },
          {
            key: 'amount',
            title: phrase('admin-customers.ledger.amount'),
            figures: true,
            cell: (row) => (
              <bdi dir="ltr" className="num">
                {row.amount > 0 ? '+' : '−'}
                {amount(Math.abs(row.amount), row.unit)}
              </bdi>
            ),
          },
          {
            key: 'balance',
            title: phrase('admin-customers.ledger.balance'),
            figures: true,
            cell: (row) => <span className="num">{amount(row.balance, row.unit)}</span>,
          },
        ]}
      />
    </>
  );
}
