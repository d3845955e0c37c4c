import { customer, dayPass, place, when } from '../access.examples.ts';
import {
  archived, books, buys, comesIn, contact, frozenDesk, type LayerTable, looksAt, member, opens, pays, posts,
  signsIn, takes, who, withoutAccess,
} from './questions.examples.ts';

const portal = (level: 'signedIn' | 'contacts' | 'members', more = {}) =>
  [place({ levels: { entirePortal: level }, ...more })];
const openBookings = [place({ levels: { bookings: 'public' } })];
const back = customer({ mayEnter: [{ start: when('2026-12-05'), end: null }] });
const putAway = { archivings: [{ start: when('2026-11-10'), end: when('2026-12-24') }] };

/** Layer 1: is it an account that may come in, and is the way there open? */
export const portalAccessTable: LayerTable = { layer: 'portalAccess', rows: [
  ['a visitor opens a public section', opens('home', { customer: null }), 'open'],
  ['a visitor in a portal for signed-in customers',
    opens('home', { customer: null, places: portal('signedIn') }),
    'notSignedIn'],
  ['a visitor looks at a room, where booking pages are public',
    looksAt({}, { customer: null, places: openBookings }), 'open'],
  ['a visitor looks at a room, where booking pages ask to sign in', looksAt({}, { customer: null }),
    'notSignedIn'],
  ['a visitor books, where booking pages are public', books({ customer: null, places: openBookings }),
    'open'],
  ['a visitor books, where booking pages ask to sign in', books({ customer: null }), 'notSignedIn'],
  ['a visitor asks to sign in as nobody', signsIn({ customer: null }), 'notSignedIn'],
  ['a visitor posts', posts({ customer: null }), 'notSignedIn'],
  ['a visitor posts where even discussions are public',
    posts({ customer: null, places: [place({ levels: { discussions: 'public' } })] }), 'notSignedIn'],
  ['a visitor buys in a public store', buys({ customer: null }), 'open'],
  ['a visitor takes a plan', takes({}, { customer: null }), 'open'],
  ['somebody nobody knows stands at the door', comesIn({ customer: null, via: 'door' }), 'notSignedIn'],
  ['an invoice is paid by its link', pays({}, { customer: null }), 'byLink'],

  ['a contact opens a section for signed-in customers', opens('bookings'), 'signedIn'],
  ['a contact opens a public section', opens('home'), 'open'],
  ['a contact books through the portal', books(), 'signedIn'],
  ['a contact is booked for at the desk', books({ via: 'desk' }), 'known'],
  ['a contact comes in at the desk', comesIn(), 'known'],

  ['archived, and signs in', signsIn({ customer: archived }), 'archived', { since: '2026-11-10' }],
  ['archived until Christmas, and signs in', signsIn({ customer: customer(putAway) }), 'archived',
    { since: '2026-11-10', until: '2026-12-24' }],
  ['archived, and opens what is public', opens('home', { customer: archived }), 'open'],
  ['archived, and opens what is not', opens('bookings', { customer: archived }), 'archived'],
  ['archived, and is booked for at the desk', books({ via: 'desk', customer: archived }), 'archived'],
  ['archived, and comes in', comesIn({ customer: archived, passes: [dayPass()] }), 'archived'],
  ['archived, and buys', buys({ customer: archived }), 'archived'],
  ['archived, and takes a plan', takes({}, { customer: archived }), 'archived'],
  ['archived, and posts', posts({ customer: archived }), 'archived'],
  ['archived, and pays an old invoice', pays({}, { customer: archived }), 'byLink'],

  ['without portal access, and signs in', signsIn({ customer: withoutAccess }), 'noPortalAccess',
    { since: '2026-11-12' }],
  ['access comes back, and signs in', signsIn({ customer: back }), 'noPortalAccess', { until: '2026-12-05' }],
  ['without portal access, and opens what is public', opens('home', { customer: withoutAccess }), 'open'],
  ['without portal access, and books', books({ customer: withoutAccess }), 'noPortalAccess'],
  ['without portal access, and is booked for', books({ via: 'desk', customer: withoutAccess }), 'known'],
  ['without portal access, and comes in at the desk', comesIn({ customer: withoutAccess }), 'known'],
  ['without portal access, and comes in by phone', comesIn({ customer: withoutAccess, via: 'portal' }),
    'noPortalAccess'],
  ['without portal access, and pays', pays({}, { customer: withoutAccess }), 'byLink'],

  ['a portal for members, and a contact', opens('home', { places: portal('members') }), 'gateForMembers'],
  ['a portal for members, and a member', opens('home', { customer: member, places: portal('members') }),
    'signedIn'],
  ['a portal for contacts, and a member', opens('home', { customer: member, places: portal('contacts') }),
    'gateForContacts'],
  ['a portal for contacts, and a contact', opens('home', { places: portal('contacts') }), 'signedIn'],
  ['a portal for members that keeps frozen ones out',
    opens('home', { customer: who(frozenDesk), places: portal('members', { frozenMembersEnter: false }) }),
    'frozenSection', { since: '2026-11-01', until: '2026-12-03' }],
  ['a portal for members that lets frozen ones in',
    opens('home', { customer: who(frozenDesk), places: portal('members') }), 'signedIn'],
  ['booking pages for members, and a contact books',
    books({ places: [place({ levels: { bookings: 'members' } })] }), 'gateForMembers'],
  ['booking pages for contacts, and a member looks at a room',
    looksAt({}, { customer: member, places: [place({ levels: { bookings: 'contacts' } })] }),
    'gateForContacts'],
  ['a store for members, and a contact buys', buys({ places: [place({ levels: { store: 'members' } })] }),
    'gateForMembers'],
  ['plans for contacts, and a member takes one',
    takes({}, { customer: member, places: [place({ levels: { plans: 'contacts' } })] }), 'gateForContacts'],
  ['discussions for members, and a contact posts', posts(), 'gateForMembers'],
  ['signing in stays reachable behind a closed portal',
    signsIn({ customer: contact, places: portal('members') }), 'signedIn'],
] };
