import { expect, test } from 'vitest';
import type { PlanTerms } from '../contracts/plan.ts';
import { day } from '../kernel/day.ts';
import { factsOf, issue, propose, type WrittenContract, type WrittenPayer } from './billing.examples.ts';
import { suspendedTimes } from './missed-cycles.ts';
import { nextDueDay } from './next-due-day.ts';

/** Asked on a day, after everything due through another has been billed; null: nothing has been yet. */
function next(
  contract: WrittenContract,
  on: { today: string; billedThrough?: string; plan?: Partial<PlanTerms> } & Omit<WrittenPayer, 'contracts'>,
): string | null {
  const plans = { lite: on.plan ?? {} };
  const written = { ...on, contracts: [contract] };
  const issued =
    on.billedThrough === undefined
      ? []
      : issue(propose(written, { through: on.billedThrough, plans }), on.billedThrough);
  const { payers, planOf, placeOf } = factsOf(written, { through: on.today, plans }, issued);
  const [payer] = payers;
  const [read] = payer?.contracts ?? [];
  if (payer === undefined || read === undefined) throw new Error('no contract was written');
  return nextDueDay(
    { contract: read, planOf, place: placeOf(read.locationId) },
    {
      today: day(on.today),
      suspended: suspendedTimes(payer.suspensions),
      archivings: payer.archivings,
    },
  );
}

const first = { startDay: '2026-01-31' };

test('RUN-4 the next day on which a contract is billed: what is late is due today', () => {
  expect(next(first, { today: '2026-01-20' })).toBe('2026-01-31');
  expect(next(first, { today: '2026-01-31' })).toBe('2026-01-31');
  expect(next(first, { today: '2026-02-10' })).toBe('2026-02-10');
  expect(next(first, { today: '2026-02-10', billedThrough: '2026-02-10' })).toBe('2026-02-28');
  expect(next(first, { today: '2026-02-28', billedThrough: '2026-02-28' })).toBe('2026-03-31');
});

test('RUN-4 in arrears it is the day after the cycle, for the last cycle the last day', () => {
  const plan = { billing: { when: 'arrears' as const, proration: 'byDays' as const } };
  expect(next({ startDay: '2026-03-01' }, { today: '2026-03-05', plan })).toBe('2026-04-01');
  const ended = { startDay: '2026-03-01', endDay: '2026-03-21' };
  expect(next(ended, { today: '2026-03-05', plan })).toBe('2026-03-20');
});

test('RUN-4 nothing is coming once a contract has ended, costs nothing, or is frozen without an end', () => {
  const march = { startDay: '2026-03-01' };
  const billed = { today: '2026-03-05', billedThrough: '2026-03-05' };
  expect(next({ ...march, endDay: '2026-04-01' }, billed)).toBeNull();
  expect(next({ ...march, endDay: '2026-03-01' }, { today: '2026-02-05' })).toBeNull();
  expect(next(march, { today: '2026-03-05', plan: { prices: { EUR: 0 } } })).toBeNull();
  expect(next({ ...march, freezes: [{ from: '2026-03-05', until: null }] }, billed)).toBeNull();
  const thaws = { ...march, freezes: [{ from: '2026-03-05', until: '2026-06-11' }] };
  expect(next(thaws, billed)).toBe('2026-06-01');
});

test('RUN-4 SUS-5 while suspended none is coming; after it missed cycles are passed over', () => {
  const march = { startDay: '2026-03-01' };
  const billed = { billedThrough: '2026-03-05' };
  const open = [{ from: '2026-03-10' }];
  expect(next(march, { ...billed, today: '2026-04-05', suspensions: open })).toBeNull();
  const lifted = [{ from: '2026-03-10', until: '2026-04-10' }];
  expect(next(march, { ...billed, today: '2026-04-12', suspensions: lifted })).toBe('2026-05-01');
  const charged = [{ from: '2026-03-10', until: '2026-04-10', missed: 'charge' as const }];
  expect(next(march, { ...billed, today: '2026-04-12', suspensions: charged })).toBe('2026-04-12');
});

test('IMP-1 an imported contract is billed next with its first cycle after the import', () => {
  const imported = { startDay: '2024-05-15', nextInvoiceDay: '2026-03-15' };
  expect(next(imported, { today: '2026-03-01' })).toBe('2026-03-15');
});
