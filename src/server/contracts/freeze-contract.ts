import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';

import { proposeFreeze, proposeResume } from '../../domain/contracts/freezing.ts';
import { contractTermsOn } from '../../domain/contracts/turns.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { touchContract } from './contract-store.ts';
import { endFreeze, insertFreeze } from './freeze-store.ts';
import type { ContractRecord } from './contract-record.ts';
import { type Asking, loadForChange, refuse } from './load-facts.ts';

export interface FreezeWished {
  readonly fromDay: Day;
  readonly untilDay?: Day | null | undefined;
  readonly billing:
    'none' | 'full' | { readonly fee: number | { readonly amount: number; readonly currency: string } };
  readonly extendsMinimumTerm: boolean;
}

/** CON-6: pauses what a contract gives. Made today, it is in force from this moment. */
export async function freezeContract(work: Work, asking: Asking, wished: FreezeWished): Promise<Id<'frz'>> {
  const { contract, facts } = await loadForChange(work, asking);
  const freeze = proposeFreeze(
    facts,
    { fromDay: wished.fromDay, untilDay: wished.untilDay ?? null },
    contract.zone,
  );
  if (typeof freeze === 'string') refuse(freeze);
  if (!facts.byAdmin && (wished.billing !== 'none' || !wished.extendsMinimumTerm)) {
    throw new Problem('notPermitted', { detail: 'How a freeze is billed is agreed with us.' });
  }

  const id = work.newId('frz');
  await insertFreeze(work.tx, {
    id,
    contractId: contract.id,
    fromDay: freeze.fromDay,
    untilDay: freeze.untilDay,
    startsAt: freeze.during.start,
    endsAt: freeze.during.end,
    ...billingOf(wished.billing, contract),
    extendsMinimumTerm: wished.extendsMinimumTerm,
    madeAt: work.now,
    madeBy: work.caller.actorId,
  }).catch((error: unknown) => {
    throw refusedBy(error) === noOverlap ? new Problem('freezeOverlaps') : error;
  });
  await touchContract(work.tx, contract.id);

  const facts_ = {
    freezeId: id,
    fromDay: freeze.fromDay,
    untilDay: freeze.untilDay,
    billing: wished.billing,
  };
  tell(work, contract, 'contract.frozen', facts_);
  if (freeze.during.start > work.now) work.dueAt('contract.freezes', id, freeze.during.start);
  if (freeze.during.end !== null) work.dueAt('contract.thaws', id, freeze.during.end);
  return id;
}

/** Ends a freeze now; one that has not begun is taken back. */
export async function resumeContract(work: Work, asking: Asking & { freezeId: Id<'frz'> }): Promise<Instant> {
  const { contract, facts } = await loadForChange(work, asking);
  const freeze = contract.freezes.find(({ id }) => id === asking.freezeId);
  if (freeze === undefined) throw new Problem('notFound');
  const { freeze: policy } = facts.termsOfPlan(contractTermsOn(contract, facts.today).planId);
  if (!facts.byAdmin && !policy.byCustomers) throw new Problem('planForbidsFreezing');
  const end = proposeResume(facts, freeze);
  if (typeof end === 'string') refuse(end);
  await endFreeze(work.tx, freeze.id, {
    untilDay: end.untilDay,
    endsAt: end.endsAt,
    resumedAt: work.now,
    resumedBy: work.caller.actorId,
  });
  await touchContract(work.tx, contract.id);
  tell(work, contract, 'contract.resumed', {
    freezeId: freeze.id,
    untilDay: end.untilDay,
    takenBack: end.takesBack,
  });
  return work.now;
}

function billingOf(
  billing: FreezeWished['billing'],
  { currency }: ContractRecord,
): { billing: 'none' | 'full' | 'fee'; fee: number | null } {
  if (typeof billing === 'string') return { billing, fee: null };
  const { fee } = billing;
  if (typeof fee === 'number') return { billing: 'fee', fee };
  if (fee.currency !== currency)
    throw fieldProblem('billing.fee', 'otherCurrency', `This contract is in ${currency}.`);
  return { billing: 'fee', fee: fee.amount };
}

/** The exclusion constraint, by the name that PostgreSQL gave it. */
const noOverlap = 'contract_freezes_contract_id_tstzrange_excl';

function tell(
  work: Work,
  contract: ContractRecord,
  action: `contract.${string}`,
  facts: Readonly<Record<string, unknown>>,
): void {
  const { id: aboutId, customerId, locationId } = contract;
  work.audit({ action, aboutId, customerId, locationId, after: facts });
  work.tell({ kind: action, aboutId, customerId, facts });
}
