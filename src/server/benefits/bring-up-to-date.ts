import { expiryOf } from '../../domain/benefits/grant.ts';
import type { CycleGrant } from '../../domain/benefits/cycle-grants.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CoveringContracts } from '../contracts/load-contracts.ts';
import type { Work } from '../platform/work/shell.ts';
import { appendEntry } from './entry-store.ts';
import { insertGrant, lockBenefits } from './grant-store.ts';
import { type Benefits, grantOf, loadBenefits, missingGrants } from './load-benefits.ts';

/**
 * What a customer owns, with everything in its ledger that time has brought: cycles granted, grants
 * expired. Nothing depends on a job having run: whoever is about to use passes asks for this first. Takes
 * the customer's lock.
 */
export async function benefitsUpToDate(
  work: Work,
  customerId: Id<'cus'>,
  held?: CoveringContracts | null,
): Promise<Benefits> {
  await lockBenefits(work.tx, customerId);
  const benefits = await loadBenefits(work, customerId, held);
  const granted = await grantMissing(work, benefits);
  const expired = await expireDue(work, benefits);
  return granted || expired ? loadBenefits(work, customerId) : benefits;
}

async function grantMissing(work: Work, benefits: Benefits): Promise<boolean> {
  const missing = missingGrants(benefits, work.now);
  for (const grant of missing) await writeGrant(work, benefits.customerId, grant);
  return missing.length > 0;
}

async function writeGrant(work: Work, customerId: Id<'cus'>, grant: CycleGrant): Promise<void> {
  const id = work.newId('bft');
  const isNew = await insertGrant(
    work.tx,
    { ...grant, id, customerId, source: 'plan', note: '', entryId: work.newId('ben'), by: null },
    work.now,
  );
  if (!isNew) return;
  if (grant.expiresAt !== null) work.dueAt('benefit.expires', id, grant.expiresAt);
  const { passId, units, contractId } = grant;
  work.tell({
    kind: 'benefit.granted',
    aboutId: id,
    customerId,
    facts: { passId, units, contractId, source: 'plan' },
  });
}

/** Nothing is missing in the ledger, and nothing in it has expired. */
export const isUpToDate = (benefits: Benefits, now: Instant): boolean =>
  missingGrants(benefits, now).length === 0 && dueToExpire(benefits, now).length === 0;

/** What is left of an expired grant goes by an entry of its own; not while somebody is inside on it. */
async function expireDue(work: Work, benefits: Benefits): Promise<boolean> {
  let any = false;
  for (const { row, expiresAt } of dueToExpire(benefits, work.now)) {
    const { id: grantId, customerId, left } = row;
    const entry = { id: work.newId('ben'), grantId, kind: 'expired' as const, amount: -left, at: expiresAt };
    any = (await appendEntry(work.tx, { ...entry, by: null }, work.now)) || any;
    work.tell({ kind: 'benefit.expired', aboutId: grantId, customerId, facts: { amount: left } });
  }
  return any;
}

function dueToExpire(benefits: Benefits, now: Instant) {
  return benefits.grants.flatMap((row) => {
    if (row.left === 0 || row.inside) return [];
    const contract = benefits.contracts.find(({ id }) => id === row.contractId) ?? null;
    const expiresAt = expiryOf(grantOf(row), contract, contract?.zone ?? ('UTC' as never));
    return expiresAt === null || expiresAt > now ? [] : [{ row, expiresAt }];
  });
}
