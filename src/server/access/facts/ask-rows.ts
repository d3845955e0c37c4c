import type { Id } from '../../../domain/kernel/id.ts';
import { coveringQuery } from '../../contracts/load-contracts.ts';
import type { Rows } from '../../platform/database/together.ts';
import { versionsQuery } from '../../platform/work/kept.ts';
import { customerPeriodsQuery, debtsQuery } from '../access-store.ts';

/**
 * What a question asks of the database, for one statement: the customer and its contracts, and the versions
 * under which everything else is kept.
 */
export const askQueries = (customerId: Id<'cus'> | null, { limitAssumed = false } = {}) => ({
  versions: versionsQuery,
  customers: customerPeriodsQuery(customerId === null ? [] : [customerId]),
  contracts: coveringQuery(customerId),
  debts: debtsQuery(customerId, { assumed: limitAssumed }),
});

export type AskRows = Rows<ReturnType<typeof askQueries>>;
