import { Badge, Badges, usePhrase } from '../../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../../data/client.ts';

type Shown = Pick<AnswerTo<'getInvoice'>, 'state' | 'overdue' | 'overdueDays' | 'kind'>;

const states = {
  draft: 'draft',
  issued: 'issued',
  partlyPaid: 'tentative',
  paid: 'paid',
  void: 'void',
  credited: 'void',
} as const;

/** What an invoice is, and beside it that it is overdue: two states, two badges. */
export function InvoiceBadges({ of }: { readonly of: Shown }) {
  const phrase = usePhrase();
  return (
    <Badges>
      <Badge state={states[of.state]}>
        {phrase(
          of.kind === 'creditNote' && of.state !== 'draft'
            ? 'admin-invoices.states.creditNote'
            : `admin-invoices.states.${of.state}`,
        )}
      </Badge>
      {of.overdue ? (
        <Badge state="overdue">{phrase('admin-invoices.overdueDays', { days: of.overdueDays })}</Badge>
      ) : null}
    </Badges>
  );
}
