import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCandidate, atQuay, instantOf, loc, type WrittenGrant } from './pass.examples.ts';
import { orderPasses, whyUnusable } from './pass-order.ts';

const order = (grants: Record<string, WrittenGrant>, question = atQuay()): string[] =>
  orderPasses(
    Object.entries(grants).map(([name, written]) => aCandidate(name, written)),
    question,
  ).usable.map(({ candidate }) => candidate.pass.name);

const tonight = '2026-12-02T00:00:00+01:00';
const both = [loc('quay'), loc('loft')];

test.each<[string, Record<string, WrittenGrant>, string]>([
  [
    'a day pass in use today, before everything',
    { high: { priority: 'high' }, used: { usedUntil: tonight, priority: 'low', left: 0 } },
    'usedToday',
  ],
  [
    'the priority the operator gave',
    { low: { priority: 'low' }, high: { kind: 'time', priority: 'high' } },
    'priority',
  ],
  [
    'a time pass of high priority before a day pass',
    { day: {}, high: { kind: 'time', priority: 'high' } },
    'priority',
  ],
  ['day before time', { time: { kind: 'time', value: 0 }, day: { value: 900 } }, 'dayBeforeTime'],
  [
    'own before shared by a team',
    { team: { shared: true, value: 0 }, own: { value: 900 } },
    'ownBeforeShared',
  ],
  [
    'cheaper first, whatever its source',
    { plan: { value: 2000, contract: year() }, given: { value: 100 } },
    'cheaper',
  ],
  ['no value counts as zero', { worth: { value: 1 }, none: {} }, 'cheaper'],
  ['from a plan before given', { given: {}, plan: { contract: year() } }, 'planBeforeGiven'],
  ['from a product before given', { given: {}, product: { source: 'product' } }, 'planBeforeGiven'],
  ['linked to fewer locations first', { two: { at: both }, one: {} }, 'fewerLocations'],
  ['everywhere counts as all locations', { all: { at: 'everywhere' }, two: { at: both } }, 'fewerLocations'],
  [
    'time passes with more remaining first',
    { little: { kind: 'time', left: 60, expires: '2026-12-02' }, much: { kind: 'time', left: 61 } },
    'moreLeft',
  ],
  [
    'of day passes what is left does not matter',
    { many: { left: 9 }, soon: { left: 1, expires: '2026-12-03' } },
    'soonerExpiry',
  ],
  [
    'sooner expiry first',
    { later: { expires: '2026-12-09' }, sooner: { expires: '2026-12-08' } },
    'soonerExpiry',
  ],
  ['an expiry before none', { never: {}, once: { expires: '2027-12-08' } }, 'soonerExpiry'],
  ['oldest first', { young: { validFrom: '2026-11-20' }, old: { validFrom: '2026-11-19' } }, 'older'],
])('PAS-6 %s', (_, grants, step) => {
  const [second, first] = Object.entries(grants).map(([name, written]) => aCandidate(name, written));
  for (const candidates of [
    [first!, second!],
    [second!, first!],
  ]) {
    const { usable } = orderPasses(candidates, atQuay());
    expect(usable.map(({ candidate }) => candidate.pass.name)).toEqual([first!.pass.name, second!.pass.name]);
    expect(usable.map(({ because }) => because)).toEqual([[step], []]);
  }
});

test('PAS-6 a pass that stands before several is there for several reasons', () => {
  const grants = { time: { kind: 'time' }, given: {}, plan: { contract: year() } } as const;
  const { usable } = orderPasses(
    Object.entries(grants).map(([name, one]) => aCandidate(name, one)),
    atQuay(),
  );
  expect(usable[0]?.candidate.pass.name).toBe('plan');
  expect(usable[0]?.because).toEqual(['dayBeforeTime', 'planBeforeGiven']);
});

test.each([
  ['PAS-3 at a location it is not linked to', { at: [loc('loft')] }, 'elsewhere'],
  ['PAS-3 made at the network for everywhere', { at: 'everywhere' }, null],
  ['PAS-6 before its first instant', { validFrom: '2026-12-02' }, 'notYet'],
  ['PAS-6 on the day it expires', { expires: '2026-12-01' }, 'expired'],
  ['PAS-6 on the last day before it expires', { expires: '2026-12-02' }, null],
  ['PAS-6 with nothing left', { left: 0 }, 'usedUp'],
  ['PAS-6 outside its hours', { hours: { 2: [{ fromMinute: 600, untilMinute: 1080 }] } }, 'outsideHours'],
  ['PAS-6 in the first minute of its hours', { hours: { 2: [{ fromMinute: 540, untilMinute: 600 }] } }, null],
  [
    'PAS-6 in the minute its hours end',
    { hours: { 2: [{ fromMinute: 480, untilMinute: 540 }] } },
    'outsideHours',
  ],
  ['PAS-6 on another weekday', { hours: { 1: [{ fromMinute: 0, untilMinute: 1440 }] } }, 'outsideHours'],
  [
    'PAS-6 in hours that began the evening before',
    { hours: { 1: [{ fromMinute: 1200, untilMinute: 2000 }] } },
    null,
  ],
  ['PAS-6 for contacts, asked by a member', { audience: { level: 'contacts' } }, 'audience'],
  [
    'PAS-6 for a plan the customer does not have',
    { audience: { level: 'plans', planIds: ['pla_9' as never] } },
    'audience',
  ],
  ['CON-7 of a frozen contract', { contract: year([['2026-12-01', '2026-12-03']]) }, 'frozen'],
  ['CON-7 of a contract that has thawed today', { contract: year([['2026-11-01', '2026-12-01']]) }, null],
  [
    'MEM-4 of a contract that has ended',
    { contract: { startDay: '2026-01-01', endDay: '2026-12-01' } },
    'contractOver',
  ],
  ['MEM-7 of a plan that is not valid here', { contract: year(), planValidHere: false }, 'planNotValidHere'],
  [
    'PAS-1 used today, nothing left, expired since',
    { usedUntil: tonight, left: 0, expires: '2026-12-01' },
    null,
  ],
  ['PAS-1 used until this very instant', { usedUntil: '2026-12-01T09:00:00+01:00', left: 0 }, 'usedUp'],
  [
    'CON-7 used today, frozen since',
    { usedUntil: tonight, contract: year([['2026-12-01', null]]) },
    'frozen',
  ],
] as [string, WrittenGrant, string | null][])('%s', (_, written, why) => {
  expect(whyUnusable(aCandidate('one', written), atQuay())).toBe(why);
});

test('SUS-3 while suspended, where the location says so, no pass is usable', () => {
  const question = atQuay({ mayUseBenefits: false });
  expect(whyUnusable(aCandidate('one', { usedUntil: tonight }), question)).toBe('suspended');
});

const written = fc
  .record({
    kind: fc.constantFrom('day' as const, 'time' as const),
    left: fc.integer({ min: 0, max: 3 }),
    source: fc.constantFrom('plan' as const, 'product' as const, 'given' as const),
    priority: fc.constantFrom('high' as const, 'normal' as const, 'low' as const),
    value: fc.integer({ min: 0, max: 2 }),
    at: fc.constantFrom('everywhere' as const, [loc('quay')], both, [loc('loft')]),
    expires: fc.constantFrom(null, '2026-12-01', '2026-12-05', '2026-12-06'),
    shared: fc.boolean(),
  })
  .map((one) => one as WrittenGrant);

test('PAS-6 the order does not depend on the order of asking, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), fc.nat(), (grants, seed) => {
      const candidates = grants.map((one, index) => aCandidate(`g${index}`, one));
      const shuffled = candidates.toSorted((a, b) => hash(a.grant.id, seed) - hash(b.grant.id, seed));
      const one = orderPasses(candidates, atQuay());
      expect(orderPasses(shuffled, atQuay()).usable).toEqual(one.usable);
      expect(one.usable.length + one.unusable.length).toBe(candidates.length);
      for (const { candidate } of one.usable) expect(candidate.left).toBeGreaterThan(0);
    }),
  );
});

test('PAS-6 with normal priority day passes always come first', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), (grants) => {
      const normal = grants.map((one, index) => aCandidate(`g${index}`, { ...one, priority: 'normal' }));
      const kinds = orderPasses(normal, atQuay()).usable.map(({ candidate }) => candidate.pass.kind);
      expect(kinds).toEqual(kinds.toSorted());
    }),
  );
});

test('PAS-1 a day pass used at Quay is used again at another location it is linked to', () => {
  const grants = { fresh: { at: both }, used: { at: both, usedUntil: tonight, left: 0 } };
  const question = atQuay({ locationId: loc('loft'), at: instantOf('2026-12-01T20:00:00+01:00') });
  expect(order(grants, question)).toEqual(['used', 'fresh']);
});

function year(freezes: [string, string | null][] = []): WrittenGrant['contract'] & object {
  return { startDay: '2026-01-01', freezes };
}

const hash = (text: string, seed: number): number =>
  [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0) * (seed + 7)) % 1_000_003, seed % 997);
