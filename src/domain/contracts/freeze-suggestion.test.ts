import { expect, test } from 'vitest';
import { aContract, aPlan, berlin, factsOn, type Written } from './contract.examples.ts';
import { suggestFreeze } from './freeze-suggestion.ts';

const policy = { byCustomers: true, timesPerYear: null, cyclesMax: null };
const year = { startDay: '2026-01-15' };

test.each<[name: string, written: Written, freeze: object, expected: string]>([
  ['the next whole cycle', year, {}, '2026-05-15 2026-06-15'],
  ['of a contract to come, its first', { startDay: '2026-06-03' }, {}, '2026-06-03 2026-07-03'],
  [
    'the first one after the minimum term',
    { ...year, minimumTermDay: '2026-07-15' },
    {},
    '2026-07-15 2026-08-15',
  ],
  [
    'the first one after the freeze there is',
    { ...year, freezes: [['2026-05-01', '2026-05-20']] },
    {},
    '2026-06-15 2026-07-15',
  ],
  ['not beyond the end', { ...year, endDay: '2026-06-01' }, {}, '2026-05-15 2026-06-01'],
  ['the plan does not let', year, { byCustomers: false }, 'planForbidsFreezing'],
  ['frozen without an end', { ...year, freezes: [['2026-04-01', null]] }, {}, 'freezeOverlaps'],
  [
    'as often as the plan lets',
    { ...year, freezes: [['2026-02-01', '2026-02-10']] },
    { timesPerYear: 1 },
    'freezeTooOften',
  ],
  ['it ended', { ...year, endDay: '2026-03-01' }, {}, 'contractOver'],
  ['what is left, where no cycle is', { ...year, endDay: '2026-05-15' }, {}, '2026-04-21 2026-05-15'],
  ['no day is left', { ...year, endDay: '2026-04-21' }, {}, 'freezeOutsideContract'],
])('CON-6 whole cycles are suggested for a freeze: %s', (_, written, freeze, expected) => {
  const plan = aPlan({ freeze: { ...policy, ...freeze } });
  const suggested = suggestFreeze(factsOn('2026-04-20', aContract(written), plan, false), berlin);
  const said = typeof suggested === 'string' ? suggested : `${suggested.fromDay} ${suggested.untilDay}`;
  expect(said).toBe(expected);
});
