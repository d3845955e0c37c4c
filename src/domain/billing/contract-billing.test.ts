import { describe, expect, test } from 'vitest';
import { issue, propose, saidLines, saidSkips } from './billing.examples.ts';

const march = { through: '2026-03-01' };

describe('cycles', () => {
  test('CYC-1 the 31st becomes the last day of shorter months and comes back', () => {
    const proposal = propose({ contracts: [{ startDay: '2026-01-31' }] }, { through: '2026-04-30' });
    expect(saidLines(proposal)).toEqual([
      'contract 2026-01-31..2026-02-28 31000',
      'contract 2026-02-28..2026-03-31 31000',
      'contract 2026-03-31..2026-04-30 31000',
      'contract 2026-04-30..2026-05-31 31000',
    ]);
  });

  test('CYC-1 weeks and days are anchored at the start day, whatever the billing day', () => {
    const plans = { lite: { cycle: { every: 2, unit: 'week' as const }, billingDay: 1 } };
    const proposal = propose({ contracts: [{ startDay: '2026-03-18' }] }, { through: '2026-04-01', plans });
    expect(saidLines(proposal)).toEqual([
      'contract 2026-03-18..2026-04-01 31000',
      'contract 2026-04-01..2026-04-15 31000',
    ]);
  });

  test('CYC-1 in arrears a cycle is billed on the day after it, the last one on the last day', () => {
    const plans = { lite: { billing: { when: 'arrears' as const, proration: 'byDays' as const } } };
    const contracts = [{ startDay: '2026-03-01', endDay: '2026-05-01' }];
    expect(saidLines(propose({ contracts }, { through: '2026-03-31', plans }))).toEqual([]);
    expect(saidLines(propose({ contracts }, { through: '2026-04-01', plans }))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
    ]);
    expect(saidLines(propose({ contracts }, { through: '2026-04-30', plans }))).toHaveLength(2);
  });

  test.each([
    ['byDays', ['contract 2026-03-17..2026-04-01 15000', 'contract 2026-04-01..2026-05-01 31000']],
    ['full', ['contract 2026-03-17..2026-04-01 31000', 'contract 2026-04-01..2026-05-01 31000']],
    ['free', ['contract 2026-04-01..2026-05-01 31000']],
  ] as const)('CYC-1 a first part cycle is prorated, charged full or free: %s', (proration, expected) => {
    const plans = { lite: { billing: { when: 'advance' as const, proration } } };
    const proposal = propose(
      { contracts: [{ startDay: '2026-03-17', billingDay: 1 }] },
      { through: '2026-04-01', plans },
    );
    expect(saidLines(proposal)).toEqual(expected);
  });

  test.each([
    ['byDays', 15_000],
    ['full', 31_000],
    ['free', null],
  ] as const)(
    'CYC-1 a last part cycle that is known before it is billed follows the plan: %s',
    (proration, amount) => {
      const plans = { lite: { billing: { when: 'advance' as const, proration } } };
      const proposal = propose(
        { contracts: [{ startDay: '2026-03-01', endDay: '2026-03-16' }] },
        { ...march, plans },
      );
      expect(saidLines(proposal)).toEqual(
        amount === null ? [] : [`contract 2026-03-01..2026-03-16 ${amount}`],
      );
    },
  );

  test('CYC-1 the sign-up fee is on the first invoice, and on no other', () => {
    const plans = { lite: { signUpFees: { EUR: 5000 } } };
    const contracts = [{ startDay: '2026-03-01' }];
    const first = propose({ contracts }, { ...march, plans });
    expect(saidLines(first)).toEqual(['signUpFee 5000', 'contract 2026-03-01..2026-04-01 31000']);
    const next = propose({ contracts }, { through: '2026-04-01', plans }, issue(first, '2026-03-01'));
    expect(saidLines(next)).toEqual(['contract 2026-04-01..2026-05-01 31000']);
  });

  test('IMP-1 an imported contract is billed from its next invoice day on, without a sign-up fee', () => {
    const plans = { lite: { signUpFees: { EUR: 5000 } } };
    const contracts = [{ startDay: '2024-05-15', nextInvoiceDay: '2026-03-10' }];
    expect(saidLines(propose({ contracts }, { through: '2026-03-14', plans }))).toEqual([]);
    expect(saidLines(propose({ contracts }, { through: '2026-03-15', plans }))).toEqual([
      'contract 2026-03-15..2026-04-15 31000',
    ]);
  });
});

describe('changes', () => {
  test('CYC-2 a change of plan inside a cycle is two lines with their own dates', () => {
    const plans = { big: { prices: { EUR: 62_000 } } };
    const contracts = [{ startDay: '2026-03-01', changes: [{ fromDay: '2026-03-11', plan: 'big' }] }];
    expect(saidLines(propose({ contracts }, { through: '2026-03-31', plans }))).toEqual([
      'contract 2026-03-01..2026-03-11 10000',
      'contract 2026-03-11..2026-04-01 42000',
    ]);
  });

  test('RUN-5 the same change after the cycle was billed comes as the difference, with its reason', () => {
    const plans = { big: { prices: { EUR: 62_000 } } };
    const before = propose({ contracts: [{ startDay: '2026-03-01' }] }, { ...march, plans });
    const contracts = [{ startDay: '2026-03-01', changes: [{ fromDay: '2026-03-11', plan: 'big' }] }];
    const after = propose({ contracts }, { through: '2026-03-12', plans }, issue(before, '2026-03-01'));
    expect(saidLines(after)).toEqual(['correction 2026-03-11..2026-04-01 21000']);
    expect(after.invoices[0]?.lines[0]).toMatchObject({ reason: 'change', cycle: { number: 1 } });
  });

  test('CYC-1 a change to a plan of another cycle ends the running one by days', () => {
    const plans = { year: { cycle: { every: 1, unit: 'year' as const }, prices: { EUR: 365_000 } } };
    const contracts = [{ startDay: '2026-03-01', changes: [{ fromDay: '2026-04-01', plan: 'year' }] }];
    expect(saidLines(propose({ contracts }, { through: '2026-04-01', plans }))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
      'contract 2026-04-01..2027-04-01 365000',
    ]);
  });

  test('CYC-2 a change to another cycle gives back the days left of the billed one, with their dates', () => {
    const plans = { week: { cycle: { every: 1, unit: 'week' as const }, prices: { EUR: 7000 } } };
    const before = propose({ contracts: [{ startDay: '2026-03-01' }] }, { ...march, plans });
    const contracts = [{ startDay: '2026-03-01', changes: [{ fromDay: '2026-03-16', plan: 'week' }] }];
    const after = propose({ contracts }, { through: '2026-03-16', plans }, issue(before, '2026-03-01'));
    expect(saidLines(after)).toEqual([
      'correction 2026-03-16..2026-04-01 -16000',
      'contract 2026-03-16..2026-03-23 7000',
    ]);
  });

  test('CYC-2 a quantity times a price; an own price goes before the plan’s', () => {
    const contracts = [{ startDay: '2026-03-01', quantity: 3, price: 10_000 }];
    expect(propose({ contracts }, march).invoices[0]?.lines[0]).toMatchObject({
      quantity: 3,
      unitPrice: 10_000,
      amount: 30_000,
    });
  });
});

describe('freezes', () => {
  const frozen = (billing: 'none' | 'full' | { fee: number }, until: string | null = '2026-03-21') => ({
    contracts: [
      { startDay: '2026-03-01', freezes: [{ from: '2026-03-11', until, billing, madeOn: '2026-03-05' }] },
    ],
  });

  test('CON-6 CYC-2 frozen days come off on a line of their own; a freeze may cost all or a fee', () => {
    expect(saidLines(propose(frozen('none'), march))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
      'freeze 2026-03-11..2026-03-21 -10000',
    ]);
    expect(saidLines(propose(frozen('full'), march))).toEqual(['contract 2026-03-01..2026-04-01 31000']);
    expect(saidLines(propose(frozen({ fee: 6200 }), march))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
      'freeze 2026-03-11..2026-03-21 -10000',
      'freezeFee 2026-03-11..2026-03-21 2000',
    ]);
  });

  test('CYC-2 two freezes in a cycle are two lines, and what is left is the share of the days billed', () => {
    const freezes = [
      { from: '2026-03-05', until: '2026-03-12' },
      { from: '2026-03-20', until: '2026-03-23' },
    ];
    const contracts = [{ startDay: '2026-03-01', price: 10_001, freezes }];
    expect(saidLines(propose({ contracts }, march))).toEqual([
      'contract 2026-03-01..2026-04-01 10001',
      'freeze 2026-03-05..2026-03-12 -2258',
      'freeze 2026-03-20..2026-03-23 -968',
    ]);
  });

  test('CYC-2 a freeze beyond the end of a cycle takes from each cycle its own days', () => {
    const freezes = [{ from: '2026-03-22', until: '2026-04-06' }];
    const contracts = [{ startDay: '2026-03-01', freezes }];
    expect(saidLines(propose({ contracts }, { through: '2026-04-01' }))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
      'freeze 2026-03-22..2026-04-01 -10000',
      'contract 2026-04-01..2026-05-01 31000',
      'freeze 2026-04-01..2026-04-06 -5167',
    ]);
  });

  test('RUN-5 a freeze made after billing comes back as a credit; resuming early takes of it', () => {
    const first = issue(propose({ contracts: [{ startDay: '2026-03-01' }] }, march), '2026-03-01');
    const credit = propose(frozen('none', null), { through: '2026-03-06' }, first);
    expect(saidLines(credit)).toEqual(['correction 2026-03-11..2026-04-01 -21000']);
    expect(credit.invoices[0]?.lines[0]?.reason).toBe('freeze');
    const resumed = propose(frozen('none'), { through: '2026-03-21' }, [
      ...first,
      ...issue(credit, '2026-03-05'),
    ]);
    expect(saidLines(resumed)).toEqual(['correction 2026-03-21..2026-04-01 11000']);
  });

  test('RUN-5 a freeze made after billing takes its own days back, not those after it', () => {
    const first = issue(propose({ contracts: [{ startDay: '2026-03-01' }] }, march), '2026-03-01');
    expect(saidLines(propose(frozen('none'), { through: '2026-03-06' }, first))).toEqual([
      'correction 2026-03-11..2026-03-21 -10000',
    ]);
  });

  test('RUN-3 a cycle frozen throughout is skipped with its reason', () => {
    const contracts = [{ startDay: '2026-02-01', freezes: [{ from: '2026-02-20', until: null }] }];
    const proposal = propose(
      { contracts },
      march,
      issue(propose({ contracts }, { through: '2026-02-20' }), '2026-02-20'),
    );
    expect(saidLines(proposal)).toEqual([]);
    expect(saidSkips(proposal)).toEqual(['frozen 2026-03-01..2026-04-01 0']);
  });
});

describe('ends', () => {
  const billed = () =>
    issue(propose({ contracts: [{ startDay: '2026-03-01' }] }, { through: '2026-03-01' }), '2026-03-01');
  const ended = { startDay: '2026-03-01', endDay: '2026-03-11', cancelledOn: '2026-03-05' };

  test('CON-4 days paid beyond the last day come back when cut short or where the plan prorates', () => {
    const cut = propose(
      { contracts: [{ ...ended, proratesLastCycle: true }] },
      { through: '2026-03-06' },
      billed(),
    );
    expect(saidLines(cut)).toEqual(['correction 2026-03-11..2026-04-01 -21000']);
    expect(cut.invoices[0]?.lines[0]?.reason).toBe('end');
    expect(
      saidLines(
        propose(
          { contracts: [{ ...ended, proratesLastCycle: false }] },
          { through: '2026-05-01' },
          billed(),
        ),
      ),
    ).toEqual([]);
  });

  test('RUN-3 a skip of the last cycle is told while that cycle lasts, and not in every run after it', () => {
    const plans = { lite: { billing: { when: 'advance' as const, proration: 'free' as const } } };
    const contracts = [{ startDay: '2026-02-01', endDay: '2026-03-11' }];
    const skips = (through: string) =>
      saidSkips(
        propose(
          { contracts },
          { through, plans },
          issue(propose({ contracts }, { through: '2026-02-01', plans }), '2026-02-01'),
        ),
      );
    expect(skips('2026-03-31')).toEqual(['free 2026-03-01..2026-03-11 0']);
    expect(skips('2026-04-01')).toEqual([]);
  });

  test('CON-3 a contract that never was gives back whatever was billed in advance', () => {
    const contracts = [{ startDay: '2026-03-01', endDay: '2026-03-01', cancelledOn: '2026-02-20' }];
    const early = propose(
      { contracts: [{ startDay: '2026-03-01' }] },
      { through: '2026-03-01', now: '2026-02-15' },
    );
    const proposal = propose({ contracts }, { through: '2026-03-01' }, issue(early, '2026-02-15'));
    expect(saidLines(proposal)).toEqual(['correction 2026-03-01..2026-04-01 -31000']);
    expect(proposal.invoices[0]?.lines[0]?.reason).toBe('cancelled');
    expect(saidLines(propose({ contracts }, { through: '2026-03-01' }))).toEqual([]);
  });
});
