import type { BillingFacts, MissedCycles, PayerFacts } from '../../domain/billing/facts.ts';
import { proposeInvoices } from '../../domain/billing/propose-invoices.ts';
import type { ProposedLine } from '../../domain/billing/proposal.ts';
import { sumOf, type Taxed } from '../../domain/billing/tax.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadBillingFacts, loadBillingGround } from './load-billing-facts.ts';

/** What lifting now would bill of the cycles missed, by choice and currency (SUS-5). */
export interface LiftAmounts {
  readonly missedCycles: MissedCycles;
  readonly amounts: readonly (Taxed & { readonly currency: string })[];
  readonly lines: readonly LiftLine[];
}

export interface LiftLine extends Pick<
  ProposedLine,
  'name' | 'startDay' | 'endDay' | 'net' | 'tax' | 'total'
> {
  readonly contractId: Id<'con'>;
  readonly currency: string;
}

/**
 * The amounts that the preview of a lifting shows. With several suspensions open the others go on: then
 * nothing is billed yet, whatever is chosen, because the last one lifted asks.
 */
export async function liftAmounts(
  work: Work,
  { customerId, suspensionId }: { customerId: Id<'cus'>; suspensionId?: Id<'sus'> },
): Promise<readonly LiftAmounts[]> {
  const ground = await loadBillingGround(work);
  const loaded = await loadBillingFacts(work, ground, {
    customerIds: [customerId],
    throughDay: '9999-12-31' as Day,
  });
  const [payer] = loaded.facts.payers;
  if (payer === undefined) return [];
  const home = loaded.payers.get(customerId)?.homeLocationId as Id<'loc'>;
  const today = dayAt(work.now, ground.placeOf(home).zone);
  const open = payer.suspensions.filter(({ during }) => during.end === null).length;
  const others = suspensionId === undefined ? 0 : open - 1;
  const choices: readonly MissedCycles[] = ['skip', 'prorate', 'charge'];
  const linesOf = (choice: MissedCycles): readonly LiftLine[] =>
    others > 0 ? [] : missedLines({ ...loaded.facts, throughDay: today }, payer, { choice, now: work.now });
  const skipped = new Set(linesOf('skip').map(keyOf));
  return choices.map((choice) => {
    const lines = linesOf(choice).filter((line) => choice !== 'skip' && !skipped.has(keyOf(line)));
    const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
    return {
      missedCycles: choice,
      lines,
      amounts: [...byCurrency].map(([currency, some]) => ({ currency, ...sumOf(some) })),
    };
  });
}

/** What would be billed of the contracts if every open suspension ended now with this choice. */
function missedLines(
  facts: BillingFacts,
  payer: PayerFacts,
  { choice, now }: { choice: MissedCycles; now: Instant },
): readonly LiftLine[] {
  const suspensions = payer.suspensions.map(({ during, missedCycles }) =>
    during.end === null
      ? { during: { start: during.start, end: instant(now) }, missedCycles: choice }
      : { during, missedCycles },
  );
  const proposal = proposeInvoices({ ...facts, payers: [{ ...payer, suspensions, charges: [] }] });
  return proposal.invoices.flatMap(({ currency, lines }) =>
    lines.flatMap(({ cycle, name, startDay, endDay, net, tax, total }) =>
      cycle === null
        ? []
        : [{ contractId: cycle.contractId, currency, name, startDay, endDay, net, tax, total }],
    ),
  );
}

const keyOf = ({ contractId, startDay, endDay, total }: LiftLine): string =>
  `${contractId} ${startDay} ${endDay} ${total}`;
