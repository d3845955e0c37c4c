import { expect, test } from 'vitest';
import { arrival, ask, cover, customer, dayPass, place, span, suspended, when } from './access.examples.ts';
import { decideCheckIn } from './check-in-decision.ts';
import type { CheckInFacts } from './facts.ts';

const at = when('2026-12-01 10:00');
const decide = (told: Partial<CheckInFacts>) => decideCheckIn(arrival(told), { at });
const frozenDesk = cover({ frozen: [['2026-11-01', '2026-12-03']] });
const ofContract = dayPass({ contractId: 'con_1' as never });
const unlimited = cover({ entitlements: { accessWithoutPass: true } });
const benefitsOff = place({ whileSuspended: { ...place().whileSuspended, checkIn: true } });
const today = [span('2026-12-01 08:00', '2026-12-01 20:00'), span('2026-12-02 08:00', '2026-12-02 20:00')];

const table: readonly [
  story: string,
  told: Partial<CheckInFacts>,
  denied: string | null,
  code: string | null,
][] = [
  ['no pass, no way in', {}, 'thing', 'noValidPass'],
  ['a day pass lets in', { passes: [dayPass()] }, null, null],
  ['one that is used up does not', { passes: [dayPass({ left: 0 })] }, 'thing', 'noValidPass'],
  [
    'one that has expired does not',
    { passes: [dayPass({ end: when('2026-12-01') })] },
    'thing',
    'noValidPass',
  ],
  [
    'a pass of a frozen contract is paused',
    { customer: customer({ covers: [frozenDesk] }), passes: [ofContract] },
    'freeze',
    'frozenPass',
  ],
  [
    'a given one still works',
    {
      customer: customer({ covers: [frozenDesk] }),
      passes: [ofContract, dayPass({ grantId: 'bft_2' as never })],
    },
    null,
    null,
  ],
  ['a plan without passes lets in', { customer: customer({ covers: [unlimited] }) }, null, null],
  [
    'and not while it is frozen',
    {
      customer: customer({
        covers: [cover({ entitlements: { accessWithoutPass: true }, frozen: [['2026-11-01', null]] })],
      }),
    },
    'freeze',
    'frozenPass',
  ],
  [
    'somebody archived',
    { customer: customer({ archivings: [{ start: when('2026-11-01'), end: null }] }), passes: [dayPass()] },
    'portalAccess',
    'archived',
  ],
  [
    'no portal access matters not at the desk',
    { customer: customer({ mayEnter: [] }), passes: [dayPass()] },
    null,
    null,
  ],
  [
    'but with the phone',
    { via: 'portal', customer: customer({ mayEnter: [] }), passes: [dayPass()] },
    'portalAccess',
    'noPortalAccess',
  ],
  [
    'suspended',
    { customer: customer({ suspensions: [suspended('2026-11-20')] }), passes: [dayPass()] },
    'suspension',
    'suspendedCheckIn',
  ],
  [
    'suspended where checking in is allowed, and benefits not',
    {
      places: [benefitsOff],
      customer: customer({ suspensions: [suspended('2026-11-20')] }),
      passes: [dayPass()],
    },
    'suspension',
    'suspendedBenefits',
  ],
  [
    'then pay-as-you-go still lets in',
    {
      places: [benefitsOff],
      customer: customer({ suspensions: [suspended('2026-11-20')] }),
      passes: [dayPass(), dayPass({ kind: 'payg', left: null })],
    },
    null,
    null,
  ],
  [
    'pay-as-you-go for members only',
    { passes: [dayPass({ kind: 'payg', left: null, audience: { level: 'members' } })] },
    'standing',
    'membersOnly',
  ],
  [
    'closed',
    { openings: [span('2026-12-01 12:00', '2026-12-01 20:00')], passes: [dayPass()] },
    'schedule',
    'closedNow',
  ],
  ['open', { openings: today, passes: [dayPass()] }, null, null],
  [
    'closed, and a plan with hours of its own',
    {
      openings: [],
      customer: customer({
        covers: [
          cover({
            entitlements: { accessWithoutPass: true },
            hours: [span('2026-12-01 00:00', '2026-12-02 00:00')],
          }),
        ],
      }),
    },
    null,
    null,
  ],
  [
    'open, and a plan for evenings',
    {
      openings: today,
      customer: customer({
        covers: [
          cover({
            entitlements: { accessWithoutPass: true },
            hours: [span('2026-12-01 18:00', '2026-12-01 23:00')],
          }),
        ],
      }),
    },
    'schedule',
    'outsidePlanHours',
  ],
];

test.each(table)('CHK-1 %s', (_story, told, layer, code) => {
  const decision = decide(told);
  expect([
    decision.firstDenial,
    decision.layers.find(({ outcome }) => outcome === 'deny')?.code ?? null,
  ]).toEqual([layer, code]);
  expect(decision.layers).toHaveLength(9);
});

test('CON-7 the refusal of a frozen contract says until when, and the pass comes back by itself', () => {
  const facts = arrival({ customer: customer({ covers: [frozenDesk] }), passes: [ofContract] });
  const decision = decideCheckIn(facts, { at });
  expect(decision.layers[3]).toMatchObject({
    code: 'frozenPass',
    until: when('2026-12-03'),
    facts: { planName: 'Hot Desk 10' },
  });
  expect(decision.nextChange).toBe(when('2026-12-03'));
  expect(decideCheckIn(facts, { at: when('2026-12-03') }).allowed).toBe(true);
});

test('ACC-7 overdue blocks a check-in only by its switch', () => {
  const debts = [{ invoiceId: 'inv_1' as never, amount: 9_000, start: when('2026-11-20'), end: null }];
  const limit = {
    limitAmount: 0,
    limitDays: 7,
    currency: 'EUR',
    blocksBooking: true,
    blocksBuying: true,
    debts,
  };
  const blocking = (blocksCheckIn: boolean) =>
    decide({
      ...ask({ via: 'desk' }),
      passes: [dayPass()],
      places: [place({ overdue: { ...limit, blocksCheckIn } })],
    });
  expect(blocking(true).layers[7]).toMatchObject({ code: 'overdue', outcome: 'deny' });
  expect(blocking(false).allowed).toBe(true);
});

test('CHK-3 whoever is inside is so until the stay ends by itself; from then on they come in anew', () => {
  const openStay = {
    checkInId: 'chk_1' as never, locationId: arrival().locationId,
    since: when('2026-12-01 09:00'), until: when('2026-12-02'),
  };
  expect(decideCheckIn(arrival({ openStay }), { at }))
    .toMatchObject({ allowed: true, nextChange: when('2026-12-02') });
  expect(decideCheckIn(arrival({ openStay }), { at: when('2026-12-02') }))
    .toMatchObject({ allowed: false, firstDenial: 'thing' });
  expect(decideCheckIn(arrival({ openStay, passes: [dayPass()] }), { at }).nextChange).toBeNull();
});
