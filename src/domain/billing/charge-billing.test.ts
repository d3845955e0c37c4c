import { describe, expect, test } from 'vitest';
import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Currency } from '../kernel/money.ts';
import { issue, propose, saidLines, type WrittenPayer } from './billing.examples.ts';

const used = (ripeDay: string, amount = 1200) => ({ amount, ripeDay: ripeDay as Day });
/** The first day on which a run takes the charge along. */
function invoicedOn(written: WrittenPayer, from = '2026-03-01'): string | undefined {
  const days = Array.from({ length: 120 }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );
  return days.find((through) =>
    saidLines(propose(written, { through })).some((line) => line.startsWith('charge')),
  );
}

describe('charges', () => {
  test('CHG-2 a member is invoiced at the end of the billing cycle together with the contract', () => {
    const written = {
      contracts: [{ startDay: '2026-03-01' }],
      charges: [used('2026-03-10'), used('2026-04-02')],
    };
    const first = issue(propose(written, { through: '2026-03-20' }), '2026-03-20');
    expect(saidLines({ invoices: first.map(({ invoice }) => invoice), skips: [] })).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
    ]);
    const next = propose(written, { through: '2026-04-01' }, first);
    expect(next.invoices).toHaveLength(1);
    expect(saidLines(next)).toEqual(['contract 2026-04-01..2026-05-01 31000', 'charge 1200']);
  });

  test.each<[string, WrittenPayer, string]>([
    [
      'what is to be invoiced at once, on the day it is ripe',
      { contracts: [{ startDay: '2026-03-01' }], charges: [{ ...used('2026-03-10'), invoicing: 'now' }] },
      '2026-03-10',
    ],
    [
      'the next billing day of any contract',
      {
        contracts: [{ startDay: '2026-03-01' }, { startDay: '2026-02-20' }],
        charges: [used('2026-03-10')],
      },
      '2026-03-20',
    ],
    [
      'with a contract that begins later',
      {
        contracts: [{ startDay: '2026-03-01', endDay: '2026-03-15' }, { startDay: '2026-03-15' }],
        charges: [used('2026-03-10')],
      },
      '2026-03-15',
    ],
    [
      'what is left when the last contract ends, on its last day',
      { contracts: [{ startDay: '2026-03-01', endDay: '2026-03-16' }], charges: [used('2026-03-10')] },
      '2026-03-15',
    ],
    ['with no contract there, at once', { contracts: [], charges: [used('2026-03-10')] }, '2026-03-10'],
    [
      'with a contract in another currency only, at once',
      {
        contracts: [{ startDay: '2026-03-01' }],
        charges: [{ ...used('2026-03-10'), currency: 'GBP' as Currency }],
      },
      '2026-03-10',
    ],
    [
      'with a contract of another legal entity only, at once',
      {
        contracts: [{ startDay: '2026-03-01' }],
        charges: [{ ...used('2026-03-10'), legalEntityId: 'ent_2' as Id<'ent'> }],
      },
      '2026-03-10',
    ],
    [
      'used on a billing day, with the next one',
      { contracts: [{ startDay: '2026-03-01' }], charges: [used('2026-04-01')] },
      '2026-05-01',
    ],
  ])('CHG-2 %s', (_, written, expected) => {
    expect(invoicedOn(written)).toBe(expected);
  });

  test('CHG-2 one invoice has one legal entity and one currency', () => {
    const written = {
      charges: [
        used('2026-03-10'),
        { ...used('2026-03-10'), currency: 'GBP' as Currency },
        { ...used('2026-03-10'), legalEntityId: 'ent_2' as Id<'ent'> },
      ],
    };
    expect(
      propose(written, { through: '2026-03-10' }).invoices.map(
        ({ currency, legalEntityId }) => `${currency} ${legalEntityId}`,
      ),
    ).toEqual(['EUR ent_1', 'GBP ent_1', 'EUR ent_2']);
  });

  test('CHG-4 the days to pay are the first set of customer, plan and location', () => {
    const contracts = [{ startDay: '2026-03-01' }];
    const dueDays = (written: WrittenPayer, plan: number | null) =>
      propose(written, { through: '2026-03-01', plans: { lite: { dueDays: plan } } }).invoices[0]?.dueDays;
    expect(dueDays({ contracts, dueDays: 30 }, 14)).toBe(30);
    expect(dueDays({ contracts }, 14)).toBe(14);
    expect(dueDays({ contracts }, null)).toBe(7);
  });
});

describe('tax', () => {
  const taxed = (includesTax: boolean, amount: number) =>
    propose(
      { charges: [{ ...used('2026-03-10', amount), tax: { rate: 1900, includesTax } }] },
      { through: '2026-03-10' },
    ).invoices[0];

  test('INV-3 prices have tax added or include it; net and tax are the total', () => {
    expect(taxed(false, 10_000)).toMatchObject({ net: 10_000, tax: 1900, total: 11_900 });
    expect(taxed(true, 11_900)).toMatchObject({ net: 10_000, tax: 1900, total: 11_900 });
  });

  test('MNY-1 rounds half away from zero, once a line', () => {
    expect(taxed(false, 50)).toMatchObject({ net: 50, tax: 10, total: 60 });
    expect(taxed(false, -50)).toMatchObject({ net: -50, tax: -10, total: -60 });
  });
});
