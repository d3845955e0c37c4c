import { BEGINNING, booking, cover, dayPass, resource, span, zone } from '../access.examples.ts';
import { day } from '../../kernel/day.ts';
import { scheduleOf } from '../../resources/schedule.ts';
import type { BookingFacts } from '../facts.ts';
import { bookingLayers } from '../booking-decision.ts';
import {
  books, buys, comesIn, type LayerTable, looksAt, opens, pays, posts, type Question, signsIn, takes, who,
} from './questions.examples.ts';

const eightToSix = [{ fromMinute: 8 * 60, untilMinute: 18 * 60 }];
const hours = {
  1: eightToSix, 2: eightToSix, 3: eightToSix, 4: eightToSix, 5: eightToSix, 6: [], 7: [],
};
const evening = span('2026-12-01 18:00', '2026-12-01 19:00');
const openings = [span('2026-12-01 12:00', '2026-12-01 20:00'), span('2026-12-02 08:00', '2026-12-02 20:00')];
const nights = cover({
  entitlements: { accessWithoutPass: true }, hours: [span('2026-12-01 00:00', '2026-12-02 00:00')],
});
const evenings = cover({
  entitlements: { accessWithoutPass: true }, hours: [span('2026-12-01 18:00', '2026-12-01 23:00')],
});
const lateHours = dayPass({ hours: [span('2026-12-01 17:00', '2026-12-01 22:00')] });

/** A room with buffers, units, links and closures around it. */
function inHouse(told: {
  readonly during?: { start: number; end: number };
  readonly closed?: readonly [string, string];
  readonly taken?: readonly { readonly unit?: number; readonly of?: string; readonly blocked: object }[];
  readonly room?: Partial<BookingFacts['resource']>;
}): Question {
  const room = resource(told.room);
  const facts = booking({ resource: told.room ?? {}, ...(told.during && { during: told.during as never }) });
  const schedule = scheduleOf({
    zone, openingHours: [{ inForceFrom: BEGINNING, hours: null }], resourceHours: room.hours, resource: room,
    closures: told.closed === undefined ? []
      : [{ reason: 'Works', startDay: day(told.closed[0]), endDay: day(told.closed[1]) }],
    occupancies: (told.taken ?? []).map(({ unit = 1, of = room.id, blocked }, index) =>
      ({ bookingId: `bok_${index}`, resourceId: of, unit, blocked })) as never,
  }, span('2026-11-30 00:00', '2026-12-20 00:00'));
  return { layers: bookingLayers, facts: { ...facts, schedule } as BookingFacts };
}

const oneToThree = span('2026-12-01 13:00', '2026-12-01 15:00');

/** Layer 7: opening hours, closures, hours of the thing, and who has it. */
export const scheduleTable: LayerTable = { layer: 'schedule', rows: [
  ['a room that nobody has', books(), 'free'],
  ['somebody has it until three', books({ taken: [oneToThree] }), 'occupied', { until: '2026-12-01 15:00' }],
  ['somebody has it right after', books({ taken: [span('2026-12-01 13:30', '2026-12-01 15:00')] }), 'free'],
  ['somebody had it right before', books({ taken: [span('2026-12-01 11:00', '2026-12-01 12:30')] }), 'free'],
  ['the room needs a quarter of an hour between, and has none',
    inHouse({ room: { bufferAfterMinutes: 15 },
      taken: [{ blocked: span('2026-12-01 13:30', '2026-12-01 14:00') }] }),
    'occupied'],
  ['it has it', inHouse({ room: { bufferAfterMinutes: 15 },
    taken: [{ blocked: span('2026-12-01 13:45', '2026-12-01 14:00') }] }), 'free'],
  ['two desks, and one is taken', inHouse({ room: { units: 2 }, taken: [{ blocked: oneToThree }] }), 'free'],
  ['two desks, and both are taken',
    inHouse({ room: { units: 2 }, taken: [{ blocked: oneToThree }, { unit: 2, blocked: oneToThree }] }),
    'occupied'],
  ['a linked room is taken', inHouse({ taken: [{ of: 'res_other', blocked: oneToThree }] }), 'occupied'],
  ['within the hours of the room', books({ resource: { hours } }), 'free'],
  ['after the hours of the room', books({ resource: { hours }, during: evening }), 'closed'],
  ['over the end of its hours',
    books({ resource: { hours }, during: span('2026-12-01 17:30', '2026-12-01 18:30') }), 'closed'],
  ['the location is closed for works', inHouse({ closed: ['2026-12-01', '2026-12-03'] }), 'closure',
    { until: '2026-12-03' }],
  ['the day after the works', inHouse({ closed: ['2026-11-30', '2026-12-01'] }), 'free'],

  ['comes in while it is open',
    comesIn({ openings: [span('2026-12-01 08:00', '2026-12-01 20:00')], passes: [dayPass()] }), 'openNow'],
  ['comes in before it opens', comesIn({ openings, passes: [dayPass()] }), 'closedNow',
    { until: '2026-12-01 12:00' }],
  ['comes in before it opens, by a plan with hours of its own', comesIn({ openings, customer: who(nights) }),
    'inPlanHours'],
  ['comes in by a plan for the evenings', comesIn({ customer: who(evenings) }), 'outsidePlanHours',
    { until: '2026-12-01 18:00' }],
  ['comes in by a pass for the evenings', comesIn({ passes: [lateHours] }), 'outsidePassHours',
    { until: '2026-12-01 17:00' }],
  ['comes in where it never closes', comesIn({ passes: [dayPass()] }), 'openNow'],

  ['sections never close', opens('bookings'), 'scheduleNotAsked'],
  ['nor does looking', looksAt({}), 'scheduleNotAsked'],
  ['nor signing in', signsIn(), 'scheduleNotAsked'],
  ['nor buying', buys(), 'scheduleNotAsked'],
  ['nor taking a plan', takes({}), 'scheduleNotAsked'],
  ['nor paying', pays({}), 'scheduleNotAsked'],
  ['nor posting', posts(), 'scheduleNotAsked'],
] };
