import {
  AtText,
  DayText,
  List,
  ListRow,
  MoneyText,
  Rail,
  RailPart,
  usePhrase,
} from '../../../../../kit/plain/index.ts';
import { useHere } from '../../../data/here.tsx';
import type { Invoice } from './invoice.tsx';

/** What has happened: issued, paid, credited; and where it came from. */
export function InvoiceRail({ of }: { readonly of: Invoice }) {
  const phrase = usePhrase();
  const { hrefTo, locations } = useHere();
  const location = locations.find(({ id }) => id === of.locationId);
  return (
    <Rail label={phrase('admin-invoices.rail.title')}>
      <RailPart title={phrase('admin-invoices.rail.timeline')}>
        <List>
          {of.issuedAt === null ? (
            <ListRow title={phrase('admin-invoices.rail.draft')} />
          ) : (
            <ListRow
              title={phrase('admin-invoices.rail.issued')}
              note={<AtText at={of.issuedAt} zone={location?.timeZone ?? 'UTC'} style="dated" />}
            />
          )}
          {of.payments.map((payment) => (
            <PaymentRow key={payment.id} of={payment} />
          ))}
        </List>
      </RailPart>
      {of.creditNoteIds.length === 0 && of.creditsInvoiceId === null ? null : (
        <RailPart title={phrase('admin-invoices.rail.related')}>
          <List>
            {of.creditsInvoiceId === null ? null : (
              <ListRow
                title={
                  <a href={hrefTo(`money/invoices/${of.creditsInvoiceId}`)}>
                    {phrase('admin-invoices.rail.credits')}
                  </a>
                }
                note={of.reason ?? undefined}
              />
            )}
            {of.creditNoteIds.map((id, index) => (
              <ListRow
                key={id}
                title={
                  <a href={hrefTo(`money/invoices/${id}`)}>
                    {phrase('admin-invoices.rail.creditNote', { number: index + 1 })}
                  </a>
                }
              />
            ))}
          </List>
        </RailPart>
      )}
      {of.runId === null ? null : (
        <RailPart title={phrase('admin-invoices.rail.from')}>
          <p>
            <a href={hrefTo(`money/runs/${of.runId}`)}>{phrase('admin-invoices.rail.run')}</a>
          </p>
        </RailPart>
      )}
    </Rail>
  );
}

function PaymentRow({ of: payment }: { readonly of: Invoice['payments'][number] }) {
  const phrase = usePhrase();
  return (
    <ListRow
      title={phrase(`admin-invoices.methods.${payment.method}`)}
      note={
        <>
          <DayText of={payment.receivedDay} style="dated" />
          {payment.reference === '' ? null : (
            <>
              {' '}
              · <bdi>{payment.reference}</bdi>
            </>
          )}
        </>
      }
    >
      <MoneyText of={payment.amount} />
    </ListRow>
  );
}
