import { expect, test } from 'vitest';
import {
  booking,
  type BookingTold,
  cover,
  customer,
  forPlans,
  place,
  span,
  suspended,
  when,
} from './access.examples.ts';
import { decideBooking } from './booking-decision.ts';
import { layerNames } from './decision.ts';

const at = when('2026-11-28 09:00');
const decide = (told: BookingTold, asked = at) => decideBooking(booking(told), { at: asked });
const codesOf = (told: BookingTold, asked = at) => decide(told, asked).layers.map(({ code }) => code);
const hotDesk = cover({ plan: 'Hot Desk 10' });
const frozenDesk = cover({ plan: 'Hot Desk 10', frozen: [['2026-11-01', '2026-12-03']] });
const lite = cover({ id: 'con_2', plan: 'Office Lite' });

/** What the operator set, who asks, and the first layer that says no with its reason; null: may book. */
const table: readonly [story: string, told: BookingTold, denied: string | null, code: string | null][] = [
  ['anybody may book a public room', {}, null, null],
  [
    'somebody archived may not',
    { customer: customer({ archivings: [{ start: when('2026-11-01'), end: null }] }) },
    'portalAccess',
    'archived',
  ],
  [
    'no sign-in, no booking in the portal',
    { customer: customer({ mayEnter: [] }) },
    'portalAccess',
    'noPortalAccess',
  ],
  ['the desk asks for no sign-in', { via: 'desk', customer: customer({ mayEnter: [] }) }, null, null],
  [
    'booking pages for members keep a contact out of the portal',
    { places: [place({ levels: { bookings: 'members' } })] },
    'portalAccess',
    'gateForMembers',
  ],
  [
    'and not from the desk',
    { via: 'desk', places: [place({ levels: { bookings: 'members' } })] },
    null,
    null,
  ],
  [
    'a room for members, asked by a contact',
    { resource: { audience: { level: 'members' } } },
    'standing',
    'membersOnly',
  ],
  [
    'a room for contacts, asked by a member',
    { resource: { audience: { level: 'contacts' } }, customer: customer({ covers: [lite] }) },
    'standing',
    'contactsOnly',
  ],
  [
    'suspended customers do not book',
    { customer: customer({ suspensions: [suspended('2026-11-20')] }) },
    'suspension',
    'suspendedBook',
  ],
  [
    'where they may book, plan-only rooms stay closed',
    {
      customer: customer({ covers: [hotDesk], suspensions: [suspended('2026-11-20')] }),
      resource: { audience: forPlans('Hot Desk 10') },
      places: [place({ whileSuspended: { ...place().whileSuspended, createBookings: true } })],
    },
    'suspension',
    'suspendedBenefits',
  ],
  [
    'a room for members, and all contracts frozen',
    { resource: { audience: { level: 'members' } }, customer: customer({ covers: [frozenDesk] }) },
    'freeze',
    'frozen',
  ],
  [
    'a room for members, one of two frozen',
    { resource: { audience: { level: 'members' } }, customer: customer({ covers: [frozenDesk, lite] }) },
    null,
    null,
  ],
  [
    'a room of a plan, and that contract frozen',
    { resource: { audience: forPlans('Hot Desk 10') }, customer: customer({ covers: [frozenDesk, lite] }) },
    'freeze',
    'frozen',
  ],
  ['a public room does not ask about freezes', { customer: customer({ covers: [frozenDesk] }) }, null, null],
  [
    'a room of a plan that the customer has not',
    { resource: { audience: forPlans('Hot Desk 10') }, customer: customer({ covers: [lite] }) },
    'plan',
    'notInPlan',
  ],
  [
    'a room of a plan valid elsewhere',
    {
      resource: { audience: forPlans('Hot Desk 10') },
      customer: customer({ covers: [cover({ validHere: false })] }),
    },
    'plan',
    'planNotValidHere',
  ],
  [
    'a plan that lists the type gives it too',
    {
      resource: { audience: forPlans('Other') },
      customer: customer({ covers: [cover({ entitlements: { resourceTypeIds: ['rty_rooms' as never] } })] }),
    },
    null,
    null,
  ],
  [
    'outside the hours of the plan',
    { customer: customer({ covers: [cover({ hours: [span('2026-12-01 18:00', '2026-12-01 23:00')] })] }) },
    'plan',
    'outsidePlanHours',
  ],
  [
    'more minutes a day than the plan has',
    {
      customer: customer({ covers: [cover({ entitlements: { bookingMinutesPer: { day: 120 } } })] }),
      booked: [{ bookingId: 'bok_x' as never, during: span('2026-12-01 08:00', '2026-12-01 09:30') }],
    },
    'plan',
    'planLimitUsed',
  ],
  ['a paused room', { resource: { state: 'paused' } }, 'thing', 'paused'],
  ['a room that the portal does not show', { resource: { visible: false } }, 'thing', 'notShown'],
  [
    'a room of another location, where only own things are shown',
    { relation: 'below' },
    'thing',
    'outOfScope',
  ],
  [
    'the same, where those below are shown',
    { relation: 'below', places: [place({ resourcesScope: 'children' })] },
    null,
    null,
  ],
  [
    'a room for named customers',
    { resource: { customerIds: ['cus_sam' as never] } },
    'thing',
    'notForThisCustomer',
  ],
  ['more people than fit in', { people: 12 }, 'thing', 'tooManyPeople'],
  [
    'outside opening hours',
    {
      resource: {
        hours: { 1: [], 2: [{ fromMinute: 480, untilMinute: 720 }], 3: [], 4: [], 5: [], 6: [], 7: [] },
      },
    },
    'schedule',
    'closed',
  ],
  ['somebody has it', { taken: [span('2026-12-01 13:00', '2026-12-01 15:00')] }, 'schedule', 'occupied'],
  ['too short', { resource: { minutesMin: 120 } }, 'rules', 'tooShort'],
  ['too long', { resource: { minutesMax: 30 } }, 'rules', 'tooLong'],
  ['not on a step', { resource: { stepMinutes: 60, minutesMin: 60 } }, 'rules', 'offStep'],
  ['too short a notice', { resource: { noticeMinutesMin: 60 * 24 * 5 } }, 'time', 'tooSoon'],
  ['too far ahead', { resource: { horizonDays: 2 } }, 'time', 'tooFarAhead'],
  [
    'a plan opens more days',
    {
      resource: { horizonDays: 2 },
      customer: customer({ covers: [cover({ entitlements: { horizonDays: 30 } })] }),
    },
    null,
    null,
  ],
  ['in the past', { during: span('2026-11-28 08:00', '2026-11-28 09:00') }, 'time', 'inThePast'],
  ['just now', { during: span('2026-11-28 09:00', '2026-11-28 10:00') }, null, null],
];

test.each(table)('BKA-1 %s', (_story, told, layer, code) => {
  const decision = decide(told);
  expect([
    decision.firstDenial,
    decision.layers.find(({ outcome }) => outcome === 'deny')?.code ?? null,
  ]).toEqual([layer, code]);
  expect(decision.layers.map((of) => of.layer)).toEqual(layerNames);
});

test('ACC-4 a frozen contract, a closed room and a short notice are all seen at once', () => {
  const told: BookingTold = {
    resource: { audience: forPlans('Hot Desk 10'), noticeMinutesMin: 10_000 },
    customer: customer({ covers: [frozenDesk, lite] }),
    taken: [span('2026-12-01 13:00', '2026-12-01 15:00')],
  };
  expect(codesOf(told)).toEqual([
    'signedIn',
    'isMember',
    'notSuspended',
    'frozen',
    'planIncludes',
    'available',
    'occupied',
    'withinRules',
    'tooSoon',
  ]);
});

test('ACC-1 allowedFrom passes a freeze, opening hours and bookings, on a step, with the notice kept', () => {
  const hours = [{ fromMinute: 8 * 60, untilMinute: 18 * 60 }];
  const facts = booking({
    resource: {
      audience: forPlans('Hot Desk 10'), stepMinutes: 30, minutesMin: 30,
      hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
    },
    customer: customer({ covers: [frozenDesk] }), taken: [span('2026-12-03 08:00', '2026-12-03 10:10')],
    within: span('2026-11-20 00:00', '2027-01-20 00:00'),
  });
  const decision = decideBooking(facts, { at, withStart: true });
  expect(decision).toMatchObject({
    allowed: false,
    firstDenial: 'freeze',
    allowedFrom: when('2026-12-03 10:30'),
  });
});

test('ACC-7 what is overdue beyond days and amount blocks booking, where that is switched on', () => {
  const debts = [
    { invoiceId: 'inv_1' as never, amount: 12_000, start: when('2026-11-20'), end: when('2026-12-05') },
  ];
  const overdue = (blocksBooking: boolean, limitAmount: number) =>
    place({
      overdue: {
        limitAmount,
        limitDays: 14,
        currency: 'EUR',
        blocksBooking,
        blocksBuying: false,
        blocksCheckIn: false,
        debts,
      },
    });
  expect(codesOf({ places: [overdue(true, 5_000)] })[7]).toBe('overdue');
  expect(codesOf({ places: [overdue(true, 30_000)] })[7]).toBe('owesWithinLimit');
  expect(codesOf({ places: [overdue(false, 0)] })[7]).toBe('withinRules');
});
