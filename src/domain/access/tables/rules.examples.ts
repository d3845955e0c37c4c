import type { Audience } from '../../customers/audience.ts';
import type { Currency } from '../../kernel/money.ts';
import type { PricingFacts } from '../../resources/quote.ts';
import type { Rate } from '../../resources/rate.ts';
import { dayPass, span, when, zone } from '../access.examples.ts';
import {
  books, buys, comesIn, frozenDesk, type LayerTable, looksAt, member, opens, owing, pays, posts, signsIn,
  takes, who,
} from './questions.examples.ts';

/** Thirty euros an hour, for whom the rate is. */
const pricedFor = (...audiences: readonly Audience[]): PricingFacts => ({
  currency: 'EUR' as Currency, zone, taxRate: 0, taxName: 'VAT', pricesIncludeTax: false,
  rates: audiences.map((audience, index): Rate => ({
    id: `rat_${index}` as Rate['id'], typeId: 'rty_rooms' as Rate['typeId'], resourceId: null, endedAt: null,
    versions: [{ version: 1, inForceFrom: when('2026-01-01'), terms: {
      name: 'Standard', unit: 'hour', price: 3_000, currency: 'EUR' as Currency, cap: null, audience,
      weekdays: null, hours: null, minutesMin: null, minutesMax: null, isDefault: false,
    } }],
  })),
});
const forMembers = pricedFor({ level: 'members' });
const later = owing({ blocksBooking: true, debts: [
  { invoiceId: 'inv_1' as never, amount: 12_000, start: when('2026-12-08'), end: null },
] });

/** Layer 8: lengths and steps, what is unpaid, whether it has a price, whether staff confirm it. */
export const rulesTable: LayerTable = { layer: 'rules', rows: [
  ['an hour in a room for an hour', books({ resource: { minutesMin: 60, minutesMax: 60 } }), 'withinRules'],
  ['an hour in a room for two hours at least', books({ resource: { minutesMin: 120 } }), 'tooShort'],
  ['an hour in a room for half an hour at most', books({ resource: { minutesMax: 30 } }), 'tooLong'],
  ['half past, in a room by the hour', books({ resource: { stepMinutes: 60, minutesMin: 60 } }), 'offStep'],
  ['a room that staff confirm', books({ resource: { needsApproval: true } }), 'approvalNeeded'],
  ['a room with a price for members only, and a contact', books({ pricing: forMembers }), 'noRate'],
  ['the same, and a member', books({ customer: member, pricing: forMembers }), 'withinRules'],
  ['the same, and a frozen member, who is priced as a contact',
    books({ customer: who(frozenDesk), pricing: forMembers }), 'noRate'],
  ['the same, and staff who block the time for nobody',
    books({ customer: null, via: 'desk', pricing: forMembers }), 'withinRules'],
  ['a room without any rate costs nothing', books({ pricing: pricedFor() }), 'withinRules'],
  ['overdue, where that blocks booking', books({ places: owing({ blocksBooking: true }) }), 'overdue',
    { since: '2026-11-20' }],
  ['overdue, where that blocks something else', books({ places: owing({ blocksBuying: true }) }),
    'withinRules'],
  ['overdue, within what the location lets pass',
    books({ places: owing({ blocksBooking: true, limitAmount: 12_000 }) }), 'owesWithinLimit'],
  ['a booking for a time at which it will be overdue',
    books({ places: later, during: span('2026-12-15 10:00', '2026-12-15 11:00') }), 'overdue'],
  ['a booking for a time before that', books({ places: later }), 'withinRules'],

  ['overdue, and buys, where that blocks buying', buys({ places: owing({ blocksBuying: true }) }), 'overdue'],
  ['overdue, and buys, where that blocks booking', buys({ places: owing({ blocksBooking: true }) }),
    'withinRules'],
  ['overdue, and takes a plan, where that blocks buying',
    takes({}, { places: owing({ blocksBuying: true }) }),
    'overdue'],
  ['overdue, and comes in, where that blocks checking in',
    comesIn({ passes: [dayPass()], places: owing({ blocksCheckIn: true }) }), 'overdue'],
  ['overdue, and comes in, where that blocks booking',
    comesIn({ passes: [dayPass()], places: owing({ blocksBooking: true }) }), 'withinRules'],

  ['being overdue never stops somebody from paying', pays({}, { places: owing({ blocksBuying: true }) }),
    'rulesNotAsked'],
  ['nor from signing in', signsIn({ places: owing({ blocksBuying: true }) }), 'rulesNotAsked'],
  ['nor from looking', looksAt({}, { places: owing({ blocksBooking: true }) }), 'rulesNotAsked'],
  ['nor from opening a section', opens('store', { places: owing({ blocksBuying: true }) }), 'rulesNotAsked'],
  ['nor from posting', posts({ places: owing({ blocksBuying: true }) }), 'rulesNotAsked'],
] };
