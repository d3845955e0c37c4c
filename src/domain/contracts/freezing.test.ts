import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { startOfDay } from '../kernel/zone.ts';
import { contractStatusAt } from './contract.ts';
import { aContract, aPlan, berlin, factsOn, type Written } from './contract.examples.ts';
import { proposeFreeze, proposeResume } from './freezing.ts';

const open = aPlan({ freeze: { byCustomers: true, timesPerYear: null, cyclesMax: null } });
const year = { startDay: '2026-01-01' };

function freeze(
  written: Written,
  fromDay: string,
  untilDay: string | null,
  plan = open,
  byAdmin = true,
  today = '2026-04-10',
): unknown {
  const wish = { fromDay: day(fromDay), untilDay: untilDay === null ? null : day(untilDay) };
  const proposed = proposeFreeze(factsOn(today, aContract(written), plan, byAdmin), wish, berlin);
  return typeof proposed === 'string' ? proposed : 'granted';
}

test.each([
  ['a whole cycle', year, '2026-05-01', '2026-06-01', 'granted'],
  ['any days', year, '2026-04-11', '2026-04-12', 'granted'],
  ['without an end', year, '2026-04-10', null, 'granted'],
  ['back-dated by an admin', year, '2026-03-01', '2026-04-01', 'granted'],
  ['no day at all', year, '2026-05-01', '2026-05-01', 'freezeEmpty'],
  ['backwards', year, '2026-05-02', '2026-05-01', 'freezeEmpty'],
  ['before the contract', { startDay: '2026-05-01' }, '2026-04-20', '2026-05-10', 'freezeOutsideContract'],
  [
    'from its first day, before it has begun',
    { startDay: '2026-05-01' },
    '2026-05-01',
    '2026-05-10',
    'granted',
  ],
  ['up to its end', { ...year, endDay: '2026-06-01' }, '2026-05-01', '2026-06-01', 'granted'],
  ['beyond its end', { ...year, endDay: '2026-06-01' }, '2026-05-01', '2026-06-02', 'freezeOutsideContract'],
  ['from its end on', { ...year, endDay: '2026-06-01' }, '2026-06-01', null, 'freezeOutsideContract'],
  [
    'right after another',
    { ...year, freezes: [['2026-05-01', '2026-05-10']] },
    '2026-05-10',
    '2026-05-12',
    'granted',
  ],
  [
    'right before another',
    { ...year, freezes: [['2026-05-01', '2026-05-10']] },
    '2026-04-28',
    '2026-05-01',
    'granted',
  ],
  [
    'one day into another',
    { ...year, freezes: [['2026-05-01', '2026-05-10']] },
    '2026-05-09',
    '2026-05-12',
    'freezeOverlaps',
  ],
  [
    'over one without an end',
    { ...year, freezes: [['2026-04-01', null]] },
    '2026-08-01',
    '2026-08-02',
    'freezeOverlaps',
  ],
  [
    'without an end over a later one',
    { ...year, freezes: [['2026-08-01', '2026-09-01']] },
    '2026-05-01',
    null,
    'freezeOverlaps',
  ],
  ['of a void contract', { ...year, endDay: '2026-01-01' }, '2026-05-01', null, 'contractOver'],
] as const)('CON-6 a freeze %s', (_, written, from, until, expected) => {
  expect(freeze(written, from, until)).toBe(expected);
});

test.each([
  ['where the plan does not let customers', aPlan(), year, '2026-05-01', '2026-06-01', 'planForbidsFreezing'],
  ['in the past', open, year, '2026-04-09', '2026-06-01', 'freezeInThePast'],
  ['from today', open, year, '2026-04-10', '2026-06-01', 'granted'],
  [
    'inside the minimum term',
    open,
    { ...year, minimumTermDay: '2026-07-01' },
    '2026-06-30',
    '2026-08-01',
    'freezeInMinimumTerm',
  ],
  [
    'from the end of the minimum term',
    open,
    { ...year, minimumTermDay: '2026-07-01' },
    '2026-07-01',
    '2026-08-01',
    'granted',
  ],
  ['as long as two cycles', limited(2, null), year, '2026-05-15', '2026-07-15', 'granted'],
  ['longer than two cycles', limited(2, null), year, '2026-05-15', '2026-07-16', 'freezeTooLong'],
  ['without an end where the plan limits it', limited(2, null), year, '2026-05-15', null, 'freezeTooLong'],
  [
    'for the second time in a year that allows one',
    limited(null, 1),
    { ...year, freezes: [['2026-02-01', '2026-03-01']] },
    '2026-05-15',
    '2026-06-15',
    'freezeTooOften',
  ],
  [
    'for the first time in the next year',
    limited(null, 1),
    { ...year, freezes: [['2026-02-01', '2026-03-01']] },
    '2027-01-01',
    '2027-02-01',
    'granted',
  ],
] as const)('CON-6 a customer freezes %s', (_, plan, written, from, until, expected) => {
  expect(freeze(written, from, until, plan, false)).toBe(expected);
  expect(freeze(written, from, until, plan, true)).toBe('granted');
});

function limited(cyclesMax: number | null, timesPerYear: number | null) {
  return aPlan({ freeze: { byCustomers: true, cyclesMax, timesPerYear } });
}

test('CON-6 made today, a freeze is in force from this moment; a later one starts with its day there', () => {
  const facts = factsOn('2026-04-10', aContract(year), open, true);
  expect(
    proposeFreeze(facts, { fromDay: day('2026-04-10'), untilDay: day('2026-04-12') }, berlin),
  ).toMatchObject({
    during: { start: facts.now, end: startOfDay(day('2026-04-12'), berlin) },
  });
  expect(proposeFreeze(facts, { fromDay: day('2026-10-25'), untilDay: null }, berlin)).toMatchObject({
    during: { start: Date.parse('2026-10-24T22:00:00Z'), end: null },
  });
});

test('CON-6 resuming is in force at once, its day not frozen; a freeze to come is taken back', () => {
  const contract = aContract({
    ...year,
    freezes: [
      ['2026-04-01', '2026-05-01'],
      ['2026-06-01', null],
    ],
  });
  const facts = factsOn('2026-04-10', contract, open, true);
  const [running, later] = contract.freezes as [
    (typeof contract.freezes)[0] & {},
    (typeof contract.freezes)[0] & {},
  ];
  expect(proposeResume(facts, running)).toEqual({
    untilDay: '2026-04-10',
    endsAt: facts.now,
    takesBack: false,
  });
  expect(proposeResume(facts, later)).toEqual({
    untilDay: '2026-06-01',
    endsAt: later.during.start,
    takesBack: true,
  });
  expect(proposeResume(factsOn('2026-05-01', contract, open, true), running)).toBe('freezeOver');
});

test('CON-3 the status of a contract at any instant, half-open', () => {
  const contract = aContract({
    startDay: '2026-03-01',
    endDay: '2026-04-01',
    freezes: [['2026-03-10', '2026-03-12']],
  });
  const at = (text: string) => contractStatusAt(contract, Date.parse(text) as typeof contract.during.start);
  expect(at('2026-02-28T23:59:59.999+01:00')).toBe('scheduled');
  expect(at('2026-03-01T00:00:00+01:00')).toBe('active');
  expect(at('2026-03-10T00:00:00+01:00')).toBe('frozen');
  expect(at('2026-03-11T23:59:59.999+01:00')).toBe('frozen');
  expect(at('2026-03-12T00:00:00+01:00')).toBe('active');
  expect(at('2026-03-31T23:59:59.999+02:00')).toBe('active');
  expect(at('2026-04-01T00:00:00+02:00')).toBe('ended');
  expect(
    contractStatusAt(aContract({ startDay: '2026-03-01', endDay: '2026-03-01' }), contract.during.start),
  ).toBe('void');
});
