import { cover, dayPass, forPlans, place, span } from '../access.examples.ts';
import {
  books, buys, comesIn, contact, frozenDesk, hotDesk, type LayerTable, lite, looksAt, opens, pays, posts,
  signsIn, takes, who,
} from './questions.examples.ts';

const keptOut = [place({ frozenMembersEnter: false })];
const [members, ofDesk] = [{ level: 'members' } as const, forPlans('Hot Desk 10')];
const fourth = span('2026-12-04 10:00', '2026-12-04 11:00');
const withoutEnd = cover({ id: 'con_3', frozen: [['2026-11-15', null]] });
const untilThird = { since: '2026-11-01', until: '2026-12-03' };

/** Layer 4: is at least one contract that gives it not frozen? */
export const freezeTable: LayerTable = { layer: 'freeze', rows: [
  ['a section that is not for members', opens('bookings', { customer: who(frozenDesk) }), 'freezeNotAsked'],
  ['a section for members, and a frozen member', opens('directory', { customer: who(frozenDesk) }),
    'someFrozen'],
  ['the same, where frozen members stay out',
    opens('directory', { customer: who(frozenDesk), places: keptOut }),
    'frozenSection', untilThird],
  ['the same, with a contract that is not frozen',
    opens('directory', { customer: who(frozenDesk, lite), places: keptOut }), 'notFrozen'],
  ['the same, both frozen, and only one of them until the third',
    opens('directory', { customer: who(frozenDesk, withoutEnd), places: keptOut }),
    'frozenSection', untilThird],
  ['the same, and a contact', opens('directory', { customer: contact, places: keptOut }), 'freezeNotAsked'],

  ['a public room', books({ customer: who(frozenDesk) }), 'freezeNotAsked'],
  ['a room for members, and a frozen member',
    books({ customer: who(frozenDesk), resource: { audience: members } }),
    'frozen', untilThird],
  ['the same, after the freeze',
    books({ customer: who(frozenDesk), resource: { audience: members }, during: fourth }), 'notFrozen'],
  ['the same, over the end of the freeze',
    books({ customer: who(frozenDesk), resource: { audience: members },
      during: span('2026-12-02 23:00', '2026-12-03 01:00') }), 'frozen'],
  ['a room for members, one of two frozen',
    books({ customer: who(frozenDesk, lite), resource: { audience: members } }), 'someFrozen'],
  ['a room of the frozen plan, with another that is not',
    books({ customer: who(frozenDesk, lite), resource: { audience: ofDesk } }), 'frozen', untilThird],
  ['a room of a plan that is not frozen', books({ customer: who(hotDesk), resource: { audience: ofDesk } }),
    'notFrozen'],
  ['a room of a plan that the customer does not have',
    books({ customer: who(lite), resource: { audience: ofDesk } }), 'noContractGivesIt'],
  ['a room for members, and nobody in particular',
    books({ customer: null, via: 'desk', resource: { audience: members } }), 'freezeNotAsked'],

  ['an item of the frozen plan', looksAt({ audience: ofDesk }, { customer: who(frozenDesk) }),
    'frozen', untilThird],
  ['an item for members, and a frozen member', looksAt({ audience: members }, { customer: who(frozenDesk) }),
    'freezeNotAsked'],
  ['a plan for customers of the frozen plan', takes({ audience: ofDesk }, { customer: who(frozenDesk) }),
    'frozen'],
  ['a plan for members, and a frozen member', takes({ audience: members }, { customer: who(frozenDesk) }),
    'freezeNotAsked'],

  ['comes in by a pass of the frozen contract',
    comesIn({ customer: who(frozenDesk), passes: [dayPass({ contractId: 'con_1' as never })] }), 'frozenPass',
    untilThird],
  ['the same, with a pass that was given',
    comesIn({ customer: who(frozenDesk), passes: [dayPass({ contractId: 'con_1' as never }), dayPass()] }),
    'someFrozen'],
  ['comes in by a plan without passes that is frozen',
    comesIn({ customer: who(cover({ frozen: [['2026-11-01', '2026-12-03']],
      entitlements: { accessWithoutPass: true } })) }), 'frozenPass', untilThird],
  ['comes in by a pass that no contract gives', comesIn({ customer: who(frozenDesk), passes: [dayPass()] }),
    'freezeNotAsked'],

  ['a freeze stops nobody from signing in', signsIn({ customer: who(frozenDesk) }), 'freezeNotAsked'],
  ['nor from buying', buys({ customer: who(frozenDesk) }), 'freezeNotAsked'],
  ['nor from paying', pays({}, { customer: who(frozenDesk) }), 'freezeNotAsked'],
  ['nor from posting', posts({ customer: who(frozenDesk) }), 'freezeNotAsked'],
] };
