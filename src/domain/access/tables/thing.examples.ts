import { BEGINNING, cover, dayPass, place, span, when } from '../access.examples.ts';
import {
  books, buys, comesIn, contact, type LayerTable, looksAt, opens, pays, posts, signsIn, takes, who,
} from './questions.examples.ts';

const children = [place({ resourcesScope: 'children' })];
const narrowSoon = [
  place({ resourcesScope: 'network', end: when('2026-12-10') }), place({ start: when('2026-12-10') }),
];
const inside = (from: string, until: string) =>
  ({ checkInId: 'chk_1' as never, locationId: 'loc_quay' as never, since: when(from), until: when(until) });
const archivedAt = when('2026-11-01');
const published = (from: string, until: string | null = null) =>
  [{ start: when(from), end: until === null ? null : when(until) }];

/** Layer 6: the thing itself: its state, whether it is shown here, whom it is kept for, how many fit in. */
export const thingTable: LayerTable = { layer: 'thing', rows: [
  ['a section is always there', opens('store'), 'sectionExists'],

  ['an active room', books(), 'available'],
  ['an archived room', books({ resource: { state: 'archived' } }), 'archivedThing'],
  ['a paused room', books({ resource: { state: 'paused' } }), 'paused'],
  ['a room that the portal does not show', books({ resource: { visible: false } }), 'notShown'],
  ['the same at the desk', books({ via: 'desk', resource: { visible: false } }), 'available'],
  ['a room of the location below, where only own ones are shown', books({ relation: 'below' }), 'outOfScope'],
  ['the same where those below are shown', books({ relation: 'below', places: children }), 'available'],
  ['a room of the location above, where those below are shown',
    books({ relation: 'above', places: children }),
    'outOfScope'],
  ['the same where those above are shown',
    books({ relation: 'above', places: [place({ resourcesScope: 'parents' })] }), 'available'],
  ['a room elsewhere, where the whole network is shown',
    books({ relation: 'elsewhere', places: [place({ resourcesScope: 'network' })] }), 'available'],
  ['the same for the fifteenth, and from the tenth on only own ones are shown',
    books({ relation: 'elsewhere', places: narrowSoon,
      during: span('2026-12-15 10:00', '2026-12-15 11:00') }),
    'outOfScope'],
  ['the same for the ninth',
    books({ relation: 'elsewhere', places: narrowSoon,
      during: span('2026-12-09 10:00', '2026-12-09 11:00') }),
    'available'],
  ['the same at the desk', books({ via: 'desk', relation: 'elsewhere' }), 'available'],
  ['a room kept for somebody else', books({ resource: { customerIds: ['cus_sam' as never] } }),
    'notForThisCustomer'],
  ['a room kept for this customer', books({ resource: { customerIds: ['cus_mira' as never] } }), 'available'],
  ['twelve people in a room for ten', books({ people: 12 }), 'tooManyPeople'],
  ['ten people in a room for ten', books({ people: 10 }), 'available'],

  ['a published item', looksAt({}), 'available'],
  ['a draft', looksAt({ published: [] }), 'notPublished'],
  ['an item that will be published on the fifth', looksAt({ published: published('2026-12-05') }),
    'notPublished', { until: '2026-12-05' }],
  ['an item that was published until yesterday',
    looksAt({ published: published('2026-11-01', '2026-12-01') }),
    'notPublished'],
  ['an item of the location below', looksAt({ relation: 'below' }), 'outOfScope'],

  ['a plan that is offered here', takes({}), 'available'],
  ['an archived plan', takes({ archivedAt }), 'archivedThing'],
  ['a plan that will be archived at Christmas', takes({ archivedAt: when('2026-12-24') }), 'available'],
  ['a plan of another location', takes({ offeredHere: false }), 'notOfferedHere'],
  ['a plan without a price here', takes({ hasPriceHere: false }), 'noPriceInCurrency'],
  ['a plan that the portal does not show', takes({ shownInPortal: false }), 'notShown'],
  ['the same at the desk', takes({ shownInPortal: false }, { via: 'desk' }), 'available'],
  ['a plan whose next version has no price here, on the fifth',
    takes({ versions: [
      { inForceFrom: BEGINNING, audience: { level: 'public' }, shownInPortal: true, hasPriceHere: true },
      { inForceFrom: when('2026-12-05'), audience: { level: 'public' }, shownInPortal: true,
        hasPriceHere: false },
    ] }), 'available'],

  ['an open invoice', pays({}), 'toPay'],
  ['an invoice of somebody else', pays({ customerId: 'cus_sam' as never }), 'notYours'],
  ['an invoice of a team that the customer runs',
    pays({ customerId: 'cus_sam' as never, ofTeamTheyRun: true }), 'toPay'],
  ['an invoice that is settled', pays({ payable: false }), 'nothingToPay'],
  ['paying in general', pays(null), 'thingNotAsked'],
  ['by its link, as nobody', pays({}, { customer: null }), 'toPay'],

  ['comes in with a day pass', comesIn({ passes: [dayPass()] }), 'passReady'],
  ['comes in without any', comesIn(), 'noValidPass'],
  ['comes in with one that is used up', comesIn({ passes: [dayPass({ left: 0 })] }), 'noValidPass'],
  ['comes in with one from the fifth on', comesIn({ passes: [dayPass({ start: when('2026-12-05') })] }),
    'noValidPass', { until: '2026-12-05' }],
  ['comes in by a plan without passes',
    comesIn({ customer: who(cover({ entitlements: { accessWithoutPass: true } })) }), 'passNotNeeded'],
  ['is inside already', comesIn({ openStay: inside('2026-12-01 08:00', '2026-12-02 00:00') }),
    'alreadyInside'],
  ['was inside until a moment ago', comesIn({ openStay: inside('2026-12-01 08:00', '2026-12-01 10:00') }),
    'noValidPass'],
  ['somebody nobody knows', comesIn({ customer: null }), 'thingNotAsked'],

  ['signing in is about no thing', signsIn({ customer: contact }), 'thingNotAsked'],
  ['nor is buying in general', buys(), 'thingNotAsked'],
  ['nor posting', posts(), 'thingNotAsked'],
] };
