import { sql } from 'kysely';
import { nextGrantAt } from '../../domain/benefits/cycle-grants.ts';
import { expiryOf } from '../../domain/benefits/grant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import { benefitsUpToDate } from './bring-up-to-date.ts';
import { grantingFacts, grantOf } from './load-benefits.ts';

/**
 * Cycles are granted and grants expire on their day, so that ledgers and letters are in time; whoever uses
 * a pass does not wait for it. Each cycle sets the next one's deadline.
 */
export const benefitDeadlines: Deadlines = {
  'benefit.cycle': async (work, contractId) => {
    const customerId = await ownerOf('contracts', contractId)(work.tx);
    if (customerId === null) return;
    const benefits = await benefitsUpToDate(work, customerId);
    const contract = benefits.contracts.find(({ id }) => id === contractId);
    const next = contract === undefined ? null : nextGrantAt(grantingFacts(benefits, contract), work.now);
    if (next !== null) work.dueAt('benefit.cycle', contractId, next);
  },
  'benefit.expires': async (work, grantId) => {
    const customerId = await ownerOf('benefit_grants', grantId)(work.tx);
    if (customerId === null) return;
    const benefits = await benefitsUpToDate(work, customerId);
    const row = benefits.grants.find(({ id }) => id === grantId);
    if (row === undefined || row.left === 0) return;
    const contract = benefits.contracts.find(({ id }) => id === row.contractId) ?? null;
    const later = expiryOf(grantOf(row), contract, contract?.zone ?? ('UTC' as never));
    if (later !== null && later > work.now) work.dueAt('benefit.expires', grantId, later);
  },
};

const ownerOf =
  (table: 'contracts' | 'benefit_grants', id: string) =>
  async (tx: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<Id<'cus'> | null> => {
    const { rows } = await sql<{ customerId: Id<'cus'> }>`
      select customer_id from ${sql.table(table)} where id = ${id}`.execute(tx as never);
    return rows[0]?.customerId ?? null;
  };
