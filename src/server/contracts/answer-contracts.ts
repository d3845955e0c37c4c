import { sql } from 'kysely';
import type { AnsweredContract } from '../../api/contracts.ts';
import type { ContractReading } from '../../domain/billing/billing-cycle.ts';
import { type BilledSuspension, type MissedCycles } from '../../domain/billing/facts.ts';
import { suspendedTimes } from '../../domain/billing/missed-cycles.ts';
import { nextDueDay } from '../../domain/billing/next-due-day.ts';
import type { Plan } from '../../domain/contracts/plan.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Interval } from '../../domain/kernel/interval.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import type { Plans } from '../plans/load-plans.ts';
import type { Database } from '../platform/database/connect.ts';
import { answerContract } from './contract-answer.ts';
import type { ContractRecord } from './contract-record.ts';

/** Contracts as the API shows them at an instant, each with the day on which it is billed next. */
export async function answerContracts(
  tx: Database,
  { contracts, plans, at }: { contracts: readonly ContractRecord[]; plans: Plans; at: Instant },
): Promise<readonly AnsweredContract[]> {
  const found = await listBilling(tx, contracts.map(({ id }) => id));
  const billing = new Map(found.map((row) => [row.contractId, row]));
  return contracts.map((contract) =>
    answerContract(contract, plans, { at, nextInvoiceDay: nextOf(contract, { plans, at }, billing) }),
  );
}

function nextOf(
  contract: ContractRecord,
  { plans, at }: { plans: Plans; at: Instant },
  billing: ReadonlyMap<string, BillingRow>,
): Day | null {
  const row = billing.get(contract.id);
  return nextDueDay(readingOf(contract, plans, row?.billedDay ?? null), {
    today: dayAt(at, contract.zone),
    suspended: suspendedTimes((row?.suspensions ?? []).map(suspensionOf)),
    archivings: (row?.archivings ?? []).map(intervalOf),
  });
}

interface BillingRow {
  readonly contractId: Id<'con'>;
  /** The first day of the last cycle that has been billed. */
  readonly billedDay: Day | null;
  readonly suspensions: readonly (Period & { missed: MissedCycles | null })[];
  readonly archivings: readonly Period[];
}

interface Period {
  readonly start: number;
  readonly end: number | null;
}

const period = (of: string): string => `'start', (extract(epoch from ${of}.started_at) * 1000)::bigint,
  'end', (extract(epoch from ${of}.ended_at) * 1000)::bigint`;

/** What has been billed of contracts, and what stops the billing of their holders. */
async function listBilling(tx: Database, ids: readonly string[]): Promise<readonly BillingRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<BillingRow>`
    select c.id as contract_id,
      (select max(b.cycle_start_day) from billed_cycles b
        where b.contract_id = c.id and b.item = 'cycle') as billed_day,
      (select coalesce(jsonb_agg(jsonb_build_object(${sql.raw(period('s'))}, 'missed', s.missed_cycles)),
        '[]') from suspensions s where s.customer_id = c.customer_id) as suspensions,
      (select coalesce(jsonb_agg(jsonb_build_object(${sql.raw(period('v'))})), '[]')
        from archivings v where v.customer_id = c.customer_id) as archivings
    from contracts c where c.id = any(${[...ids]})`.execute(tx);
  return rows;
}

/** A contract as billing reads it, as far as days go: no day depends on tax or on who bills. */
function readingOf(contract: ContractRecord, plans: Plans, billedDay: Day | null): ContractReading {
  const { createdAt, zone } = contract;
  const tax = { rate: 0, includesTax: false };
  const billed = { item: 'cycle', number: 0, amount: 0, billedAt: createdAt, tax } as const;
  return {
    contract: {
      ...contract,
      terms: contract.terms.map((terms) => ({ ...terms, madeAt: createdAt })),
      freezes: contract.freezes.map((freeze) => ({ ...freeze, changedAt: createdAt })),
      imported: contract.importId !== null,
      billed:
        billedDay === null ? [] : [{ ...billed, cycleStartDay: billedDay, coveredUntilDay: billedDay }],
    },
    planOf: (planId) => plans.get(planId) as Plan,
    place: { zone, legalEntityId: 'ent_none' as Id<'ent'>, dueDays: 0, taxOn: () => tax },
  };
}

const intervalOf = ({ start, end }: Period): Interval => ({
  start: instant(start),
  end: end === null ? null : instant(end),
});

const suspensionOf = (of: Period & { missed: MissedCycles | null }): BilledSuspension => ({
  during: intervalOf(of),
  missedCycles: of.missed,
});
