import { formatsFor } from '../../../api/texts/formats.ts';
import { phrasesFor } from '../../../api/texts/phrase.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { composeLetter, isolated } from '../../platform/mail/compose.ts';
import type { Work } from '../../platform/work/shell.ts';
import { listPayers } from '../kept/facts-store.ts';
import { loadBillingGround } from '../load-billing-facts.ts';
import { shownInvoices } from '../shown/present-invoice.ts';
import { invoicePdf } from './invoice-pdf.ts';

/**
 * Sends an issued invoice or credit note to its customer, or to another address, with the document attached
 * (INV-4).
 */
export async function mailInvoice(work: Work, id: Id<'inv'>, to?: string): Promise<void> {
  const ground = await loadBillingGround(work);
  const [invoice] = await shownInvoices(work, ground, { ids: [id] });
  if (invoice === undefined || invoice.number === null) return;
  const [payer] = await listPayers(work.tx, [invoice.customerId as string]);
  if (payer === undefined) return;
  const { language, kind, number } = invoice;
  const say = phrasesFor(language);
  const formats = formatsFor(language);
  const location = ground.locations.rows.find((row) => row.id === invoice.locationId)?.name ?? '';
  const owes = kind === 'invoice' && invoice.outstanding.amount > 0;
  const values = {
    number,
    name: isolated(payer.name),
    location: isolated(location),
    total: formats.money({ ...invoice.total, amount: Math.abs(invoice.total.amount) }),
    outstanding: formats.money(invoice.outstanding),
    due: invoice.dueDay === null ? '' : formats.day(invoice.dueDay, 'short'),
  };
  const which = kind === 'creditNote' ? 'creditNote' : owes ? 'invoice' : 'settled';
  const part = (name: string): string => say(`mail-billing.${which}.${name}`, values);
  work.mail(
    composeLetter({
      to: to ?? payer.email,
      language,
      from: location,
      aboutId: id,
      subject: part('subject'),
      heading: part('heading'),
      paragraphs: [part('first'), part('second')],
      because: say('mail-billing.because', values),
      attachments: [
        {
          name: `${number}.pdf`,
          type: 'application/pdf',
          content: await invoicePdf(work, ground, invoice),
        },
      ],
    }),
  );
}
