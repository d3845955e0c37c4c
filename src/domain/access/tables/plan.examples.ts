import { cover, dayPass, forPlans, span, when } from '../access.examples.ts';
import {
  books, buys, comesIn, contact, deskElsewhere, deskToCome, deskToEnd, frozenDesk, hotDesk, type LayerTable,
  lite, looksAt, member, opens, pays, posts, signsIn, takes, who,
} from './questions.examples.ts';

const audience = forPlans('Hot Desk 10');
const atlas = { audience };
const evenings = cover({ hours: [
  span('2026-12-01 18:00', '2026-12-01 23:00'), span('2026-12-02 18:00', '2026-12-02 23:00'),
] });
const limited = (per: 'day' | 'week' | 'cycle', minutes: number) => cover({
  entitlements: { bookingMinutesPer: { [per]: minutes } },
  turnStarts: [when('2026-11-15'), when('2026-12-15')],
});
const booked = (from: string, until: string) => [{ bookingId: 'bok_x' as never, during: span(from, until) }];
const yesterday = booked('2026-11-30 08:00', '2026-11-30 09:30');
const thisMorning = booked('2026-12-01 08:00', '2026-12-01 09:30');

/** Layer 5: does a plan give it, here, then, and is anything of it left? */
export const planTable: LayerTable = { layer: 'plan', rows: [
  ['a public room asks for no plan', books(), 'noPlanNeeded'],
  ['a room of the plan', books({ resource: atlas, customer: member }), 'planIncludes'],
  ['a room of another plan', books({ resource: atlas, customer: who(lite) }), 'notInPlan'],
  ['a room of a plan, and a contact', books({ resource: atlas, customer: contact }), 'notInPlan'],
  ['a plan that lists the room gives it too',
    books({ resource: atlas, customer: who(cover({ plan: 'Office Lite',
      entitlements: { resourceIds: ['res_atlas' as never] } })) }), 'planIncludes'],
  ['a plan that lists its type gives it too',
    books({ resource: atlas, customer: who(cover({ plan: 'Office Lite',
      entitlements: { resourceTypeIds: ['rty_rooms' as never] } })) }), 'planIncludes'],
  ['the plan is valid at another location', books({ resource: atlas, customer: who(deskElsewhere) }),
    'planNotValidHere'],
  ['the contract begins on the tenth', books({ resource: atlas, customer: who(deskToCome) }),
    'contractStarts',
    { until: '2026-12-10' }],
  ['the contract ends in the booking',
    books({ resource: atlas, customer: who(deskToEnd),
      during: span('2026-12-19 22:00', '2026-12-20 02:00') }),
    'contractEnds'],
  ['a frozen contract includes it still; the freeze is another layer',
    books({ resource: atlas, customer: who(frozenDesk) }), 'planIncludes'],
  ['outside the hours of the plan', books({ customer: who(evenings) }), 'outsidePlanHours',
    { until: '2026-12-01 18:00' }],
  ['within the hours of the plan',
    books({ customer: who(evenings), during: span('2026-12-01 19:00', '2026-12-01 20:00') }),
    'planLimitsKept'],
  ['outside the hours of one plan, and another has none', books({ customer: who(evenings, lite) }),
    'planLimitsKept'],
  ['two hours a day, and 90 minutes are booked',
    books({ customer: who(limited('day', 120)), booked: thisMorning }),
    'planLimitUsed', { until: '2026-12-02' }],
  ['two hours a day, and 90 minutes were booked yesterday',
    books({ customer: who(limited('day', 120)), booked: yesterday }), 'planLimitsKept'],
  ['two hours a week, and 90 minutes were booked on its Monday',
    books({ customer: who(limited('week', 120)), booked: yesterday }),
    'planLimitUsed', { until: '2026-12-07' }],
  ['two hours a cycle, and 90 minutes are booked',
    books({ customer: who(limited('cycle', 120)), booked: yesterday }),
    'planLimitUsed', { until: '2026-12-15' }],
  ['exactly what is left of the day',
    books({ customer: who(limited('day', 150)), booked: thisMorning }), 'planLimitsKept'],
  ['a room of a plan, and staff ask for nobody', books({ customer: null, via: 'desk', resource: atlas }),
    'notInPlan'],

  ['an item of the plan', looksAt({ audience }, { customer: member }), 'planIncludes'],
  ['an item of another plan', looksAt({ audience }, { customer: who(lite) }), 'notInPlan'],
  ['an item of a plan, and a visitor', looksAt({ audience }, { customer: null }), 'notInPlan'],
  ['an item of a plan valid elsewhere', looksAt({ audience }, { customer: who(deskElsewhere) }),
    'planNotValidHere'],
  ['a plan for customers of another plan, which they have', takes({ audience }, { customer: member }),
    'planIncludes'],
  ['a plan for customers of another plan, which they have not', takes({ audience }, { customer: who(lite) }),
    'notInPlan'],
  ['a plan for everybody', takes({}), 'noPlanNeeded'],

  ['comes in by the plan', comesIn({ customer: who(cover({ entitlements: { accessWithoutPass: true } })) }),
    'planLimitsKept'],
  ['comes in by a given pass', comesIn({ passes: [dayPass()] }), 'noPlanNeeded'],
  ['comes in by a pass for another plan', comesIn({ customer: who(lite), passes: [dayPass({ audience })] }),
    'notInPlan'],
  ['comes in by a pass for the plan', comesIn({ customer: who(hotDesk), passes: [dayPass({ audience })] }),
    'noPlanNeeded'],

  ['sections ask for no plan', opens('directory', { customer: member }), 'noPlanNeeded'],
  ['nor does signing in', signsIn(), 'noPlanNeeded'],
  ['nor buying', buys(), 'noPlanNeeded'],
  ['nor paying', pays({}), 'noPlanNeeded'],
  ['nor posting', posts(), 'noPlanNeeded'],
] };
