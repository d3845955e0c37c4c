import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aContract, aPlan, berlin, type Written } from '../contracts/contract.examples.ts';
import type { PlanBenefit, PlanTerms } from '../contracts/plan.ts';
import type { Contract } from '../contracts/contract.ts';
import { day } from '../kernel/day.ts';
import { dayAt, startOfDay } from '../kernel/zone.ts';
import { formatInstant } from '../kernel/instant.ts';
import type { Id } from '../kernel/id.ts';
import { type GrantingFacts, nextGrantAt, proposeGrants, proratedUnits } from './cycle-grants.ts';
import { expiryOf } from './grant.ts';
import { instantOf } from './pass.examples.ts';

const dayPass = 'pas_day' as Id<'pas'>;
const timePass = 'pas_time' as Id<'pas'>;

const ten: PlanBenefit = { passId: dayPass, quantity: 10, expires: 'endOfCycle' };

function facts(
  written: Written,
  changed: Partial<PlanTerms> = {},
  more: Partial<GrantingFacts> = {},
): GrantingFacts {
  const terms = aPlan({ benefits: [ten], ...changed });
  const versions = [{ version: 1, inForceFrom: startOfDay(day('2020-01-01'), berlin), terms }];
  return {
    contract: aContract(written),
    zone: berlin,
    suspensions: [],
    grantedFor: null,
    planOf: (id) => ({ id, locationId: 'loc_1' as Id<'loc'>, name: 'Hot Desk 10', versions }),
    passOf: (id) => (id === dayPass ? { kind: 'day', minutes: null } : { kind: 'time', minutes: 600 }),
    ...more,
  };
}

const granted = (of: GrantingFacts, at: string): string[] =>
  proposeGrants(of, instantOf(at)).map(
    (grant) =>
      `${grant.cycleDay} ${grant.units} ${formatInstant(grant.validFrom)}` +
      ` ${grant.expiresAt === null ? '-' : dayAt(grant.expiresAt, berlin)}`,
  );

test.each<[string, Written, string, string[]]>([
  ['nothing before the contract begins', { startDay: '2026-12-01' }, '2026-11-30T23:59:59+01:00', []],
  [
    'in force from the first instant',
    { startDay: '2026-12-01' },
    '2026-12-01T00:00:00+01:00',
    ['2026-12-01 10 2026-11-30T23:00:00Z 2027-01-01'],
  ],
  [
    'the cycle that is on, not those gone by',
    { startDay: '2026-01-15' },
    '2026-12-20T12:00:00+01:00',
    ['2026-12-15 10 2026-12-14T23:00:00Z 2027-01-15'],
  ],
  [
    'the 31st comes back',
    { startDay: '2026-01-31' },
    '2026-03-01T12:00:00+01:00',
    ['2026-02-28 10 2026-02-27T23:00:00Z 2026-03-31'],
  ],
  [
    'a first part cycle by days, rounded up',
    { startDay: '2026-12-20', billingDay: 1 },
    '2026-12-20T08:00:00+01:00',
    ['2026-12-01 4 2026-12-19T23:00:00Z 2027-01-01'],
  ],
  [
    'a last part cycle by days, rounded up',
    { startDay: '2026-01-01', endDay: '2026-12-02' },
    '2026-12-01T08:00:00+01:00',
    ['2026-12-01 1 2026-11-30T23:00:00Z 2027-01-01'],
  ],
  [
    'nothing after the end',
    { startDay: '2026-01-01', endDay: '2026-12-02' },
    '2027-01-02T08:00:00+01:00',
    [],
  ],
  [
    'nothing from a void contract',
    { startDay: '2026-01-01', endDay: '2026-01-01' },
    '2026-01-02T08:00:00+01:00',
    [],
  ],
  [
    'nothing for a cycle spent frozen',
    { startDay: '2026-01-01', freezes: [['2026-11-15', null]] },
    '2026-12-10T08:00:00+01:00',
    [],
  ],
  [
    'the part left after a thaw, by days',
    { startDay: '2026-01-01', freezes: [['2026-11-15', '2026-12-16']] },
    '2026-12-16T00:00:00+01:00',
    ['2026-12-01 6 2026-12-15T23:00:00Z 2027-01-01'],
  ],
  [
    'all of it when the freeze begins later',
    { startDay: '2026-01-01', freezes: [['2026-12-05', '2026-12-16']] },
    '2026-12-16T00:00:00+01:00',
    ['2026-12-01 10 2026-11-30T23:00:00Z 2027-01-01'],
  ],
  [
    'two freezes in a row are one pause',
    {
      startDay: '2026-01-01',
      freezes: [
        ['2026-11-15', '2026-12-05'],
        ['2026-12-05', '2026-12-16'],
      ],
    },
    '2026-12-16T00:00:00+01:00',
    ['2026-12-01 6 2026-12-15T23:00:00Z 2027-01-01'],
  ],
])('PAS-4 %s', (_, written, at, expected) => {
  expect(granted(facts(written), at)).toEqual(expected);
});

test.each([
  ['missed in it gives nothing', '2026-10-15', '2026-12-16', '2026-12-10T12:00:00+01:00', []],
  [
    'that is lifted gives the part left, by days',
    '2026-10-15',
    '2026-12-16',
    '2026-12-16T12:00:00+01:00',
    ['2026-12-01 6 2026-12-15T23:00:00Z 2027-01-01'],
  ],
  [
    'begun later in the cycle takes nothing back',
    '2026-12-02',
    '2026-12-16',
    '2026-12-16T12:00:00+01:00',
    ['2026-12-01 10 2026-11-30T23:00:00Z 2027-01-01'],
  ],
])('PAS-4 a suspension: the cycle %s', (_, from, until, at, expected) => {
  const suspensions = [{ start: startOfDay(day(from), berlin), end: startOfDay(day(until), berlin) }];
  expect(granted(facts({ startDay: '2026-01-01' }, {}, { suspensions }), at)).toEqual(expected);
});

test.each([
  ['end of cycle', 'endOfCycle', ['2026-12-01 10 2026-11-30T23:00:00Z 2027-01-01']],
  [
    'never: every cycle so far',
    'never',
    ['2026-11-01 10 2026-10-31T23:00:00Z -', '2026-12-01 10 2026-11-30T23:00:00Z -'],
  ],
  [
    'in 45 days: what is not yet expired',
    { days: 45 },
    ['2026-11-01 10 2026-10-31T23:00:00Z 2026-12-16', '2026-12-01 10 2026-11-30T23:00:00Z 2027-01-15'],
  ],
] as const)('PAS-4 expires %s', (_, expires, expected) => {
  const of = facts({ startDay: '2026-11-01' }, { benefits: [{ ...ten, expires }] });
  expect(granted(of, '2026-12-10T00:00:00+01:00')).toEqual(expected);
});

test('PAS-4 an expiry counted in days is put off by a freeze, the end of a cycle is not', () => {
  const contract = aContract({ startDay: '2026-11-01', freezes: [['2026-11-10', '2026-11-20']] });
  const from = { validFrom: contract.during.start, expiresAt: startOfDay(day('2026-12-01'), berlin) };
  const shown = (expiryMoves: boolean, of: Contract): string | null => {
    const at = expiryOf({ ...from, expiryMoves }, of, berlin);
    return at === null ? null : dayAt(at, berlin);
  };
  expect(shown(true, contract)).toBe('2026-12-11');
  expect(shown(false, contract)).toBe('2026-12-01');
  expect(shown(true, aContract({ startDay: '2026-11-01', freezes: [['2026-11-10', null]] }))).toBe(null);
  expect(shown(true, aContract({ startDay: '2026-11-01', freezes: [['2026-12-01', '2026-12-05']] }))).toBe(
    '2026-12-01',
  );
});

test('PAS-4 minutes are given as they are or by the pass, and prorated up to 15', () => {
  const benefits: PlanBenefit[] = [{ passId: timePass, quantity: 2, expires: 'endOfCycle' }];
  expect(granted(facts({ startDay: '2026-12-01' }, { benefits }), '2026-12-01T08:00:00+01:00')[0]).toMatch(
    '1200',
  );
  const as = [{ ...benefits[0]!, minutes: 100 }];
  expect(
    granted(facts({ startDay: '2026-12-01' }, { benefits: as }), '2026-12-01T08:00:00+01:00')[0],
  ).toMatch(' 100 ');
  expect(proratedUnits(600, 'time', 1, 31)).toBe(30);
  expect(proratedUnits(10, 'time', 1, 31)).toBe(10);
});

test('PAS-4 another plan from the next cycle on gives its own benefits', () => {
  const of = facts({ startDay: '2026-11-01' });
  const [first] = of.contract.terms;
  const next = {
    ...first!,
    fromDay: day('2026-12-01'),
    fromAt: startOfDay(day('2026-12-01'), berlin),
    planId: 'pla_2' as Id<'pla'>,
  };
  const changed = { ...of, contract: { ...of.contract, terms: [first!, next] } };
  expect(proposeGrants(changed, instantOf('2026-12-01T00:00:00+01:00')).map(({ planId }) => planId)).toEqual([
    'pla_2',
  ]);
});

test('PAS-4 the next grant is due with the next cycle', () => {
  const of = facts({ startDay: '2026-01-31', endDay: '2026-04-30' });
  const next = (at: string): string | null => {
    const due = nextGrantAt(of, instantOf(at));
    return due === null ? null : formatInstant(due);
  };
  expect(next('2026-01-01T00:00:00+01:00')).toBe('2026-01-30T23:00:00Z');
  expect(next('2026-02-28T00:00:00+01:00')).toBe('2026-03-30T22:00:00Z');
  expect(next('2026-03-31T12:00:00+02:00')).toBe(null);
});

test('PAS-4 asking cycle by cycle or once late names the same grants', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 28 }), (days, billingDay) => {
      const benefits = [{ ...ten, expires: 'never' as const }];
      const of = facts({ startDay: '2026-01-10', billingDay }, { benefits });
      const end = (of.contract.during.start + days * 86_400_000) as typeof of.contract.during.start;
      const late = proposeGrants(of, end).map(({ cycleDay, units }) => `${cycleDay} ${units}`);
      const early = new Set<string>();
      for (
        let at: typeof end | null = of.contract.during.start;
        at !== null && at <= end;
        at = nextGrantAt(of, at)
      ) {
        for (const { cycleDay, units } of proposeGrants(of, at)) early.add(`${cycleDay} ${units}`);
      }
      expect([...early]).toEqual(late);
      expect(new Set(late.map((one) => one.slice(0, 10))).size).toBe(late.length);
    }),
    { numRuns: 30 },
  );
});
