import { cover, span } from '../access.examples.ts';
import {
  books, buys, comesIn, type LayerTable, looksAt, opens, pays, posts, signsIn, takes, who,
} from './questions.examples.ts';

const now = span('2026-12-01 10:00', '2026-12-01 11:00');
const justGone = span('2026-12-01 09:45', '2026-12-01 10:45');
const moreDays = cover({ entitlements: { horizonDays: 30 } });
const fourth = span('2026-12-04 10:00', '2026-12-04 11:00');

/** Layer 9: not in the past, enough notice, not too far ahead. */
export const timeTable: LayerTable = { layer: 'time', rows: [
  ['in two and a half hours', books(), 'inTime'],
  ['just now', books({ during: now }), 'inTime'],
  ['a quarter of an hour ago', books({ during: justGone }), 'inThePast', { since: '2026-12-01 09:45' }],
  ['in two and a half hours, where three are asked', books({ resource: { noticeMinutesMin: 180 } }),
    'tooSoon',
    { since: '2026-12-01 09:30' }],
  ['exactly as far off as is asked', books({ resource: { noticeMinutesMin: 150 } }), 'inTime'],
  ['today, where only today is open', books({ resource: { horizonDays: 0 } }), 'inTime'],
  ['in three days, where three are open', books({ during: fourth, resource: { horizonDays: 3 } }), 'inTime'],
  ['in three days, where two are open', books({ during: fourth, resource: { horizonDays: 2 } }),
    'tooFarAhead',
    { until: '2026-12-02' }],
  ['the same, and a plan opens thirty',
    books({ during: fourth, resource: { horizonDays: 2 }, customer: who(moreDays) }), 'inTime'],
  ['the same, and that contract is frozen then',
    books({ during: fourth, resource: { horizonDays: 2 },
      customer: who(cover({ entitlements: { horizonDays: 30 }, frozen: [['2026-11-01', null]] })) }),
    'tooFarAhead'],

  ['sections are there at any time', opens('bookings'), 'timeNotAsked'],
  ['so is looking', looksAt({}), 'timeNotAsked'],
  ['and signing in', signsIn(), 'timeNotAsked'],
  ['and buying', buys(), 'timeNotAsked'],
  ['and taking a plan', takes({}), 'timeNotAsked'],
  ['and coming in, within the hours', comesIn(), 'timeNotAsked'],
  ['and paying', pays({}), 'timeNotAsked'],
  ['and posting', posts(), 'timeNotAsked'],
] };
