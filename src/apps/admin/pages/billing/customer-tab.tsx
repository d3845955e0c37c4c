import { useState } from 'react';
import {
  Button,
  Card,
  DayText,
  EmptyState,
  icons,
  List,
  ListRow,
  MoneyText,
  Table,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { Region } from '../../pieces/region.tsx';
import { useInvoiceColumns } from './invoice/invoices.tsx';
import { NewCharge } from './new-charge.tsx';

/** Invoices of one customer, what waits, and what comes next: a tab of its page. */
export function InvoicesTab({
  customerId,
  customerName,
}: {
  readonly customerId: string;
  readonly customerName?: string;
}) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  const [charging, setCharging] = useState(false);
  const answer = useAnswer('listInvoices', { query: { customerId: customerId as never, limit: 100 } });
  const columns = useInvoiceColumns({ withCustomer: false });
  return (
    <>
      <NextInvoice customerId={customerId} />
      <Waiting customerId={customerId} />
      <Card
        title={phrase('admin-invoices.title')}
        count={answer.data?.data.length}
        refreshing={answer.isFetching && answer.data !== undefined}
        acts={
          may('billing.write') ? (
            <Button kind="quiet" small icon={icons.plus} onClick={() => setCharging(true)}>
              {phrase('admin-billing.charges.add')}
            </Button>
          ) : undefined
        }
      >
        <Region answer={answer}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={icons.file}>{phrase('admin-invoices.none')}</EmptyState>
            ) : (
              <Table
                caption={phrase('admin-invoices.title')}
                columns={columns}
                rows={data}
                keyOf={({ id }) => id}
                hrefOf={({ id }) => hrefTo(`money/invoices/${id}`)}
              />
            )
          }
        </Region>
      </Card>
      {charging ? (
        <NewCharge
          customer={{ id: customerId, name: customerName ?? '' }}
          onClose={() => setCharging(false)}
        />
      ) : null}
    </>
  );
}

/** What the next invoice will be, worked out by the run's own function (RUN-4). */
function NextInvoice({ customerId }: { readonly customerId: string }) {
  const { phrase, formats } = useSpeech();
  const answer = useAnswer('nextInvoice', { params: { customerId: customerId as never } });
  return (
    <Card
      title={phrase('admin-invoices.next.title')}
      count={answer.data?.day == null ? undefined : <DayText of={answer.data.day} style="dated" />}
    >
      <Region answer={answer} rows={2}>
        {({ invoices, skips }) =>
          invoices.length === 0 ? (
            <EmptyState icon={icons.clock}>
              {skips[0] === undefined
                ? phrase('admin-invoices.next.nothing')
                : phrase(`admin-invoices.next.skipped.${skips[0].reason}`)}
            </EmptyState>
          ) : (
            invoices.map((invoice) => (
              <List
                key={`${invoice.legalEntityId} ${invoice.currency}`}
                label={phrase('admin-invoices.next.title')}
              >
                {invoice.lines.map((line, index) => (
                  <ListRow
                    key={index}
                    title={<bdi>{line.text}</bdi>}
                    note={
                      line.startDay === null || line.lastDay === null || line.startDay === line.lastDay
                        ? undefined
                        : phrase('admin-invoices.document.period', {
                            from: formats.day(line.startDay),
                            until: formats.day(line.lastDay, 'dated'),
                          })
                    }
                  >
                    <MoneyText of={line.amount} />
                  </ListRow>
                ))}
                {invoice.tax === null || invoice.tax.amount === 0 ? null : (
                  <ListRow title={<span className="muted">{phrase('admin-invoices.document.tax')}</span>}>
                    <MoneyText of={invoice.tax} />
                  </ListRow>
                )}
                <ListRow title={phrase('admin-invoices.next.total')}>
                  <b>
                    <MoneyText of={invoice.total} />
                  </b>
                </ListRow>
              </List>
            ))
          )
        }
      </Region>
    </Card>
  );
}

function Waiting({ customerId }: { readonly customerId: string }) {
  const { phrase } = useSpeech();
  const answer = useAnswer('listCharges', {
    query: { customerId: customerId as never, state: 'waiting', limit: 100 },
  });
  const rows = [...(answer.data?.data ?? [])].sort((a, b) => a.ripeAt.localeCompare(b.ripeAt));
  if (rows.length === 0) return null;
  return (
    <Card title={phrase('admin-billing.charges.title')} count={rows.length}>
      <List label={phrase('admin-billing.charges.title')}>
        {rows.map((row) => (
          <ListRow
            key={row.id}
            title={<bdi>{row.text}</bdi>}
            note={phrase(`admin-billing.charges.when.${row.invoice}`)}
          >
            <MoneyText of={row.total} />
          </ListRow>
        ))}
      </List>
    </Card>
  );
}
