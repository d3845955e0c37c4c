import { customer, dayPass, forPlans, suspended } from '../access.examples.ts';
import {
  books, buys, changes, comesIn, contact, type LayerTable, looksAt, opens, pays, posts, signsIn,
  suspendedContact, suspendedMember, takes, whileSuspended,
} from './questions.examples.ts';

const asks = { customer: suspendedContact };
const noSignIn = { customer: suspendedContact, places: whileSuspended({ signIn: false }) };
const mayBook = { customer: suspendedMember, places: whileSuspended({ createBookings: true }) };
const mayComeIn = { customer: suspendedMember, places: whileSuspended({ checkIn: true }) };
const relieved = customer({ suspensions: [
  suspended('2026-11-20', '2026-12-05'), suspended('2026-12-04', '2026-12-09'),
] });

/** Layer 3: what this location lets suspended customers do. */
export const suspensionTable: LayerTable = { layer: 'suspension', rows: [
  ['nobody is signed in', opens('home', { customer: null }), 'suspensionNotAsked'],
  ['not suspended', books({ customer: contact }), 'notSuspended'],
  ['suspended earlier this year',
    books({ customer: customer({ suspensions: [suspended('2026-01-01', '2026-02-01')] }) }),
    'notSuspended'],

  ['suspended, and signs in', signsIn(asks), 'suspendedMayStill'],
  ['suspended, and opens a section', opens('bookings', asks), 'suspendedMayStill'],
  ['suspended, and looks at a room', looksAt({}, asks), 'suspendedMayStill'],
  ['suspended, and pays', pays({}, asks), 'suspendedMayStill'],
  ['suspended, and books', books(asks), 'suspendedBook', { since: '2026-11-20' }],
  ['suspended, and is booked for at the desk', books({ ...asks, via: 'desk' }), 'suspendedBook'],
  ['suspended, and buys', buys(asks), 'suspendedBuy'],
  ['suspended, and takes a plan', takes({}, asks), 'suspendedSignUp'],
  ['suspended, and comes in', comesIn({ ...asks, passes: [dayPass()] }), 'suspendedCheckIn'],
  ['suspended, and posts', posts(asks), 'suspendedPost'],
  ['suspended, and changes or cancels what is booked', changes(asks), 'suspendedMayStill'],
  ['the same where they may not',
    changes({ ...asks, places: whileSuspended({ changeBookings: false }) }), 'suspendedChange',
    { since: '2026-11-20' }],
  ['the same where they may not sign in either',
    changes({ ...asks, places: whileSuspended({ changeBookings: false, signIn: false }) }),
    'suspendedSignIn'],
  ['suspended until the fifth, and from the fourth to the ninth once more', books({ customer: relieved }),
    'suspendedBook', { since: '2026-11-20', until: '2026-12-09' }],

  ['where they may not sign in, and signs in', signsIn(noSignIn), 'suspendedSignIn'],
  ['where they may not sign in, and opens what is public', opens('home', noSignIn), 'suspendedMayStill'],
  ['where they may not sign in, and opens what is not', opens('bookings', noSignIn), 'suspendedSignIn'],
  ['where they may not sign in, and looks at a room', looksAt({}, noSignIn), 'suspendedSignIn'],
  ['where they may not sign in, an invoice is still paid by its link', pays({}, noSignIn),
    'suspendedMayStill'],
  ['where they may not sign in, and books through the portal, which they may',
    books({ customer: suspendedContact, places: whileSuspended({ signIn: false, createBookings: true }) }),
    'suspendedSignIn'],
  ['the same at the desk',
    books({ via: 'desk', customer: suspendedContact,
      places: whileSuspended({ signIn: false, createBookings: true }) }), 'suspendedMayStill'],
  ['where they may not pay', pays({}, { ...asks, places: whileSuspended({ payInvoices: false }) }),
    'suspendedPay'],
  ['where they may post', posts({ ...asks, places: whileSuspended({ post: true }) }), 'suspendedMayStill'],
  ['where they may buy', buys({ ...asks, places: whileSuspended({ buy: true }) }), 'suspendedMayStill'],
  ['where they may take plans', takes({}, { ...asks, places: whileSuspended({ signUpToPlans: true }) }),
    'suspendedMayStill'],

  ['where they may book, and not use benefits, a room for all', books(mayBook), 'suspendedMayStill'],
  ['the same, a room of a plan', books({ ...mayBook, resource: { audience: forPlans('Hot Desk 10') } }),
    'suspendedBenefits'],
  ['and looks at an item of a plan',
    looksAt({ audience: forPlans('Hot Desk 10') }, { customer: suspendedMember }),
    'suspendedBenefits'],
  ['and takes a plan for customers of another plan',
    takes({ audience: forPlans('Hot Desk 10') },
      { customer: suspendedMember, places: whileSuspended({ signUpToPlans: true }) }), 'suspendedBenefits'],
  ['where they may come in, and not use benefits, with a pass',
    comesIn({ ...mayComeIn, passes: [dayPass()] }),
    'suspendedBenefits'],
  ['the same, and pays as they go',
    comesIn({ ...mayComeIn, passes: [dayPass({ kind: 'payg', left: null })] }),
    'suspendedMayStill'],
] };
