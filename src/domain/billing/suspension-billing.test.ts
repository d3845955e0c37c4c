import { describe, expect, test } from 'vitest';
import { issue, propose, saidLines, saidSkips } from './billing.examples.ts';

const contracts = [{ startDay: '2026-01-01' }];
const january = issue(propose({ contracts }, { through: '2026-01-01' }), '2026-01-01');
const lifted = (missed: 'skip' | 'prorate' | 'charge', until = '2026-03-11') => ({
  contracts,
  suspensions: [{ from: '2026-01-15', until, missed }],
});

describe('suspension', () => {
  test('SUS-2 no contract of a suspended customer is invoiced; the skip says what it would have been', () => {
    const proposal = propose(
      { contracts, suspensions: [{ from: '2026-01-15' }] },
      { through: '2026-03-01' },
      january,
    );
    expect(saidLines(proposal)).toEqual([]);
    expect(saidSkips(proposal)).toEqual(['suspended 2026-03-01..2026-04-01 31000']);
  });

  test('SUS-2 a cycle that was due before the suspension waits for its end and is billed then', () => {
    const suspended = { contracts, suspensions: [{ from: '2026-01-15' }] };
    expect(saidLines(propose(suspended, { through: '2026-01-15' }))).toEqual([]);
    expect(saidLines(propose(lifted('skip', '2026-01-20'), { through: '2026-01-20' }))).toEqual([
      'contract 2026-01-01..2026-02-01 31000',
    ]);
  });

  test.each([
    ['skip', []],
    ['prorate', ['contract 2026-03-11..2026-04-01 21000']],
    ['charge', ['contract 2026-02-01..2026-03-01 31000', 'contract 2026-03-01..2026-04-01 31000']],
  ] as const)('SUS-5 lifting asks what becomes of the missed cycles: %s', (missed, expected) => {
    expect(saidLines(propose(lifted(missed), { through: '2026-03-11' }, january))).toEqual(expected);
  });

  test('SUS-5 billing goes on from the next cycle, whatever was chosen', () => {
    for (const missed of ['skip', 'prorate', 'charge'] as const) {
      const first = issue(propose(lifted(missed), { through: '2026-03-11' }, january), '2026-03-11');
      expect(saidLines(propose(lifted(missed), { through: '2026-04-01' }, [...january, ...first]))).toEqual(
        ['contract 2026-04-01..2026-05-01 31000'],
      );
    }
  });

  test('SUS-5 a cycle whose billing instant is the instant of lifting is not missed', () => {
    expect(saidLines(propose(lifted('skip', '2026-03-01'), { through: '2026-03-01' }, january))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
    ]);
  });

  test('SUS-5 what was billed before stays billed, without credit', () => {
    const early = issue(propose({ contracts }, { through: '2026-02-01' }), '2026-01-10');
    expect(saidLines(propose(lifted('skip'), { through: '2026-03-11' }, early))).toEqual([]);
  });

  test('SUS-5 frozen days are never charged beyond the freeze’s own policy', () => {
    const frozen = [{ startDay: '2026-01-01', freezes: [{ from: '2026-02-01', until: '2026-03-16' }] }];
    const written = {
      contracts: frozen,
      suspensions: [{ from: '2026-01-15', until: '2026-03-11', missed: 'charge' as const }],
    };
    expect(saidLines(propose(written, { through: '2026-03-11' }, january))).toEqual([
      'contract 2026-03-01..2026-04-01 31000',
      'freeze 2026-03-01..2026-03-16 -15000',
    ]);
  });

  test('SUS-5 of several suspensions the last one lifted asks', () => {
    const suspensions = [
      { from: '2026-01-15', until: '2026-02-10', missed: 'charge' as const },
      { from: '2026-02-05', until: '2026-03-11', missed: 'skip' as const },
    ];
    expect(saidLines(propose({ contracts, suspensions }, { through: '2026-03-11' }, january))).toEqual([]);
  });

  test('SUS-5 charges for use are invoiced as always, during the suspension too', () => {
    const written = {
      contracts,
      suspensions: [{ from: '2026-01-15' }],
      charges: [{ amount: 1200, ripeDay: '2026-01-20' as never }],
    };
    expect(saidLines(propose(written, { through: '2026-02-01' }, january))).toEqual(['charge 1200']);
  });
});

describe('archived', () => {
  test('RUN-3 an archived customer is skipped with contracts and charges', () => {
    const written = {
      contracts,
      archived: [{ from: '2026-01-20' }],
      charges: [{ amount: 500, ripeDay: '2026-01-10' as never }],
    };
    const proposal = propose(written, { through: '2026-02-01' }, january);
    expect(saidLines(proposal)).toEqual([]);
    expect(proposal.skips.map(({ reason, amount }) => `${reason} ${amount}`)).toEqual([
      'archived 31000',
      'archived 500',
    ]);
  });

  test('CUS-7 restoring does not bill the time put away', () => {
    const written = { contracts, archived: [{ from: '2026-01-20', until: '2026-03-05' }] };
    expect(saidLines(propose(written, { through: '2026-03-31' }, january))).toEqual([]);
    expect(saidLines(propose(written, { through: '2026-04-01' }, january))).toEqual([
      'contract 2026-04-01..2026-05-01 31000',
    ]);
  });
});
