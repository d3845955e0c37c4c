import { cover, dayPass, forPlans, place, span, when } from '../access.examples.ts';
import {
  books, buys, comesIn, deskElsewhere, deskToCome, deskToEnd, frozenDesk, type LayerTable, lite, looksAt,
  member, opens, pays, posts, signsIn, takes, who,
} from './questions.examples.ts';

const [members, contacts, signedIn] =
  [{ level: 'members' }, { level: 'contacts' }, { level: 'signedIn' }] as const;
const onlyHere = [place({ membersAre: 'validHere' })];
/** From 10 December on only contracts valid here make a member. */
const stricterSoon = [
  place({ end: when('2026-12-10') }), place({ start: when('2026-12-10'), membersAre: 'validHere' }),
];
const overTheTenth = span('2026-12-09 22:00', '2026-12-10 02:00');
const afterTheTenth = span('2026-12-15 10:00', '2026-12-15 11:00');

/** Layer 2: is it for members, for contacts, or for both? */
export const standingTable: LayerTable = { layer: 'standing', rows: [
  ['a public section, and a visitor', opens('home', { customer: null }), 'forEverybody'],
  ['a section for signed-in customers, and a visitor', opens('bookings', { customer: null }), 'needsSignIn'],
  ['a section for signed-in customers, and a contact', opens('bookings'), 'forSignedIn'],
  ['a section for members, and a member', opens('directory', { customer: member }), 'isMember'],
  ['a section for members, and a frozen member', opens('directory', { customer: who(frozenDesk) }),
    'isMember'],
  ['a section for members, and a contact', opens('directory'), 'membersOnly'],
  ['a section for members, and a contract that begins on the tenth',
    opens('directory', { customer: who(deskToCome) }), 'membershipStarts', { until: '2026-12-10' }],
  ['a section for members, and a member of another location',
    opens('directory', { customer: who(deskElsewhere) }),
    'isMember'],
  ['the same where only contracts valid here count',
    opens('directory', { customer: who(deskElsewhere), places: onlyHere }), 'memberElsewhere'],
  ['a section for contacts, and a contact',
    opens('plans', { places: [place({ levels: { plans: 'contacts' } })] }),
    'isContact'],
  ['a section for contacts, and a member whose contract ends on the twentieth',
    opens('plans', { customer: who(deskToEnd), places: [place({ levels: { plans: 'contacts' } })] }),
    'contactsOnly', { until: '2026-12-20' }],

  ['a public room, and anybody', books(), 'forEverybody'],
  ['a room for members, and a contact', books({ resource: { audience: members } }), 'membersOnly'],
  ['a room for members, and a member', books({ resource: { audience: members }, customer: member }),
    'isMember'],
  ['a room for contacts, and a member', books({ resource: { audience: contacts }, customer: member }),
    'contactsOnly'],
  ['a room for contacts, and a contact', books({ resource: { audience: contacts } }), 'isContact'],
  ['a room for signed-in customers, and nobody', books({ resource: { audience: signedIn }, customer: null }),
    'needsSignIn'],
  ['a room of a plan asks for no standing', books({ resource: { audience: forPlans('Hot Desk 10') } }),
    'isContact'],
  ['a room for members, at a time when the contract has begun',
    books({ resource: { audience: members }, customer: who(deskToCome), during: afterTheTenth }), 'isMember'],
  ['a room for members, before the contract begins',
    books({ resource: { audience: members }, customer: who(deskToCome) }), 'membershipStarts',
    { until: '2026-12-10' }],
  ['a room for members, over the end of the contract',
    books({ resource: { audience: members }, customer: who(deskToEnd),
      during: span('2026-12-19 22:00', '2026-12-20 02:00') }), 'membershipEnds'],
  ['a room for members, over the end of one contract and the beginning of the next',
    books({ resource: { audience: members }, during: span('2026-12-19 22:00', '2026-12-20 02:00'),
      customer: who(deskToEnd, cover({ id: 'con_3', from: '2026-12-20' })) }), 'isMember'],
  ['a room for members, and who counts as one changes on the tenth: before it',
    books({ resource: { audience: members }, customer: who(deskElsewhere), places: stricterSoon }),
    'isMember'],
  ['the same, after it',
    books({ resource: { audience: members }, customer: who(deskElsewhere), places: stricterSoon,
      during: afterTheTenth }), 'memberElsewhere'],
  ['the same, over it',
    books({ resource: { audience: members }, customer: who(deskElsewhere), places: stricterSoon,
      during: overTheTenth }), 'memberElsewhere'],
  ['the same, over it, with a contract valid here',
    books({ resource: { audience: members }, customer: who(lite), places: stricterSoon,
      during: overTheTenth }),
    'isMember'],

  ['an item for members, and a contact', looksAt({ audience: members }), 'membersOnly'],
  ['an item for members, and a member', looksAt({ audience: members }, { customer: member }), 'isMember'],
  ['a plan for contacts, and a member', takes({ audience: contacts }, { customer: member }), 'contactsOnly'],
  ['a plan for members, and a contact', takes({ audience: members }), 'membersOnly'],
  ['a plan for signed-in customers, and a visitor', takes({ audience: signedIn }, { customer: null }),
    'needsSignIn'],
  ['a plan that was for everybody until 1 July, and is for members since',
    takes({ versions: [
      { inForceFrom: when('2026-01-01'), audience: { level: 'public' },
        shownInPortal: true, hasPriceHere: true },
      { inForceFrom: when('2026-07-01'), audience: members,
        shownInPortal: true, hasPriceHere: true },
    ] }), 'membersOnly'],

  ['pay as you go for members, and a contact comes in',
    comesIn({ passes: [dayPass({ kind: 'payg', left: null, audience: members })] }), 'membersOnly'],
  ['a pass for contacts, and a member comes in',
    comesIn({ customer: member, passes: [dayPass({ audience: contacts })] }), 'contactsOnly'],
  ['a pass for everybody, and a contact comes in', comesIn({ passes: [dayPass()] }), 'isContact'],

  ['signing in asks nobody whether they are a member', signsIn(), 'standingNotAsked'],
  ['nor does buying', buys(), 'standingNotAsked'],
  ['nor paying', pays({}), 'standingNotAsked'],
  ['nor posting, past its section', posts({ customer: member }), 'standingNotAsked'],
] };
