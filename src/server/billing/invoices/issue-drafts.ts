import { stateOf } from '../../../domain/billing/invoice.ts';
import { addDays } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { setInvoiced } from '../kept/charge-store.ts';
import type { LineRow, NewInvoice } from '../kept/invoice-store.ts';
import { insertBilledCycles, type Issue, setIssued, takeNumbers } from '../kept/issue-store.ts';
import type { BillingGround } from '../load-billing-facts.ts';
import { keepAsCredit, spendAccountCredit } from './spend-credit.ts';

/** Letters that one job writes: a fault is tried again with these alone. */
const mailedAtOnce = 20;

type Issuable = Pick<
  NewInvoice,
  | 'id'
  | 'kind'
  | 'legalEntityId'
  | 'customerId'
  | 'locationId'
  | 'currency'
  | 'total'
  | 'dueDays'
  | 'creditsInvoiceId'
>;

/**
 * Gives drafts their numbers and makes them invoices, in the order given. The series stays locked until the
 * transaction ends, so its numbers have no gap; cycles and charges that somebody else has billed meanwhile
 * take the whole transaction back (RUN-2, INV-2). Returns the numbers by invoice.
 */
export async function issueDrafts(
  work: Work,
  ground: BillingGround,
  { drafts, lines }: { drafts: readonly Issuable[]; lines: readonly LineRow[] },
): Promise<ReadonlyMap<Id<'inv'>, string>> {
  if (drafts.length === 0) return new Map();
  const { tx, now } = work;
  await insertBilledCycles(tx, lines, now);
  const charged = lines.flatMap(({ id, chargeId, kind }) =>
    chargeId === null || kind !== 'charge' ? [] : [{ chargeId, lineId: id }],
  );
  if ((await setInvoiced(tx, charged)) !== charged.length) throw new Problem('chargeSettled');
  const issues = await numbered(work, ground, drafts);
  if ((await setIssued(tx, issues, now)) !== drafts.length) throw new Problem('changedMeanwhile');
  for (const draft of drafts) {
    const standsAlone = draft.total < 0 && draft.creditsInvoiceId === null;
    if (standsAlone) await keepAsCredit(work, ground, { ...draft, amount: -draft.total });
  }
  const customerIds = [...new Set(drafts.map(({ customerId }) => customerId))];
  await spendAccountCredit(work, ground, customerIds);
  const numbers = new Map(issues.map(({ id, number }) => [id as Id<'inv'>, number]));
  for (const draft of drafts) tellIssued(work, draft, numbers.get(draft.id) ?? '');
  for (let at = 0; at < drafts.length; at += mailedAtOnce) {
    work.job('mailInvoices', { invoiceIds: drafts.slice(at, at + mailedAtOnce).map(({ id }) => id) });
  }
  return numbers;
}

async function numbered(
  work: Work,
  ground: BillingGround,
  drafts: readonly Issuable[],
): Promise<readonly Issue[]> {
  const dated = drafts.map((draft) => {
    const issuedDay = dayAt(work.now, ground.placeOf(draft.locationId).zone);
    return { draft, issuedDay, series: issuedDay.slice(0, 4) };
  });
  const bySeries = Map.groupBy(dated, ({ draft, series }) => `${draft.legalEntityId} ${series}`);
  const issues: Issue[] = [];
  for (const [, group] of [...bySeries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [
      {
        draft: { legalEntityId },
        series,
      },
    ] = group as [(typeof group)[0]];
    const { first } = await takeNumbers(work.tx, { legalEntityId, series, count: group.length });
    const prefix = ground.entities.get(legalEntityId)?.invoicePrefix ?? 'INV';
    group.forEach(({ draft, issuedDay }, index) =>
      issues.push({
        id: draft.id,
        series,
        numberInSeries: first + index,
        issuedDay,
        dueDay: addDays(issuedDay, draft.dueDays),
        number: `${prefix}-${series}-${String(first + index).padStart(4, '0')}`,
        state: stateOf({ total: draft.total, paid: 0, credited: 0 }),
      }),
    );
  }
  return issues;
}

function tellIssued(
  work: Work,
  { id, customerId, locationId, total, currency, kind }: Issuable,
  number: string,
): void {
  const action = kind === 'creditNote' ? 'creditNote.issued' : 'invoice.issued';
  work.audit({ action, aboutId: id, customerId, locationId, after: { number, total, currency } });
  work.tell({ kind: action, aboutId: id, customerId, facts: { number, total, currency, locationId } });
}
