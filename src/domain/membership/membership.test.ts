import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../contracts/contract.ts';
import { planTermsAtFirst, type Plan } from '../contracts/plan.ts';
import { day } from '../kernel/day.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import { startOfDay, type Zone } from '../kernel/zone.ts';
import { treeOf } from '../locations/location.ts';
import { type Cover, coverOf } from './cover.ts';
import { isEntitledAt, isFrozenAt, standingAt, standingDuring } from './standing.ts';
import { type StatusFacts, statusAt } from './status.ts';
import { nextStatusChange, timelineOf } from './timeline.ts';

const zone = 'Europe/Berlin' as Zone;
const on = (text: string): Instant => startOfDay(day(text), zone);
const [network, quay, mill] = ['loc_net', 'loc_quay', 'loc_mill'] as never[];
const tree = treeOf([
  { id: network!, parentId: null, name: 'Harbour', slug: 'h', zone, currency: 'EUR' as never },
  { id: quay!, parentId: network!, name: 'Quay', slug: 'q', zone, currency: 'EUR' as never },
  { id: mill!, parentId: network!, name: 'Mill', slug: 'm', zone, currency: 'EUR' as never },
]);

const planOf = (id: string, where: 'location' | 'below' | 'network' = 'below', at = quay!): Plan => ({
  id: id as never,
  locationId: at,
  name: id,
  versions: [
    {
      version: 1,
      inForceFrom: 0 as Instant,
      terms: { ...planTermsAtFirst, prices: {}, cycle: { every: 1, unit: 'month' }, validAt: { where } },
    },
  ],
});
const plans = new Map([planOf('pla_desk'), planOf('pla_everywhere', 'network')].map((of) => [of.id, of]));
const context = (here: string | null) => ({
  planOf: (id: Plan['id']) => plans.get(id)!,
  tree,
  here: here as never,
});

function contract(
  start: string,
  end: string | null,
  frozen: readonly [string, string | null][] = [],
  planId = 'pla_desk',
): Contract {
  return {
    id: `con_${start}` as never,
    customerId: 'cus_1' as never,
    locationId: quay!,
    currency: 'EUR' as never,
    startDay: day(start),
    endDay: end === null ? null : day(end),
    billingDay: null,
    minimumTermDay: null,
    during: { start: on(start), end: end === null ? null : on(end) },
    terms: [{ fromDay: day(start), fromAt: on(start), planId: planId as never, price: null, quantity: 1 }],
    freezes: frozen.map(([from, until], index) => ({
      id: `frz_${index}` as never,
      fromDay: day(from),
      untilDay: until === null ? null : day(until),
      during: { start: on(from), end: until === null ? null : on(until) },
      billing: 'none',
      extendsMinimumTerm: true,
    })),
  };
}
const covers = (of: readonly Contract[], here: string | null = quay!): Cover[] =>
  of.map((one) => coverOf(one, context(here))).filter((one) => one !== null);

describe('MEM-1 member if and only if some contract is active or frozen', () => {
  const march = covers([contract('2026-03-01', '2026-04-01', [['2026-03-10', '2026-03-20']])]);
  test.each([
    ['2026-02-28', 'contact', false, false],
    ['2026-03-01', 'member', true, false],
    ['2026-03-10', 'member', false, true],
    ['2026-03-19', 'member', false, true],
    ['2026-03-20', 'member', true, false],
    ['2026-03-31', 'member', true, false],
    ['2026-04-01', 'contact', false, false],
  ] as const)('MEM-4 on %s a %s, entitled %s, frozen %s', (text, standing, entitled, frozen) => {
    expect([standingAt(march, on(text)), isEntitledAt(march, on(text)), isFrozenAt(march, on(text))]).toEqual(
      [standing, entitled, frozen],
    );
  });
  test('a contract cancelled before it started covers nothing', () => {
    expect(covers([contract('2026-03-01', '2026-03-01')])).toEqual([]);
  });
  test('a seat covers for its part of the contract', () => {
    const seat = coverOf(contract('2026-03-01', null), context(quay!), {
      id: 'sea_1' as never,
      start: on('2026-05-01'),
      end: on('2026-06-01'),
    })!;
    expect([
      standingAt([seat], on('2026-04-30')),
      standingAt([seat], on('2026-05-01')),
      standingAt([seat], on('2026-06-01')),
    ]).toEqual(['contact', 'member', 'contact']);
  });
});

test('MEM-4 frozen when all that cover are; suspended is entitled only where benefits are let', () => {
  const both = covers([contract('2026-01-01', null, [['2026-03-01', null]]), contract('2026-02-01', null)]);
  expect(isFrozenAt(both, on('2026-03-05'))).toBe(false);
  expect(isEntitledAt(both, on('2026-03-05'))).toBe(true);
  expect(isEntitledAt(both, on('2026-03-05'), { benefitsBlocked: true })).toBe(false);
});

test('MEM-7 a plan of Quay is valid there and not at Mill; who counts at Mill is the choice of Mill', () => {
  const atMill = covers([contract('2026-01-01', null)], mill!);
  expect(isEntitledAt(atMill, on('2026-03-01'))).toBe(false);
  expect(standingAt(atMill, on('2026-03-01'))).toBe('member');
  expect(standingAt(atMill, on('2026-03-01'), 'validHere')).toBe('contact');
  const everywhere = covers([contract('2026-01-01', null, [], 'pla_everywhere')], mill!);
  expect([
    isEntitledAt(everywhere, on('2026-03-01')),
    standingAt(everywhere, on('2026-03-01'), 'validHere'),
  ]).toEqual([true, 'member']);
});

const places = [
  { start: -8.64e15 as Instant, membersAre: 'anyOfNetwork' as const, whileSuspended: { useBenefits: false } },
];
const facts = (of: Partial<StatusFacts>): StatusFacts =>
  ({ covers: [], suspensions: [], archivings: [], mayEnter: [], places, ...of });

test('MEM-5 the timeline tells each change with its cause', () => {
  const told = facts({
    covers: covers([contract('2026-03-01', '2026-06-01', [['2026-04-01', '2026-04-15']])]),
    suspensions: [
      { id: 'sus_1' as never, cause: 'manual', during: { start: on('2026-05-01'), end: on('2026-05-10') } },
    ],
  });
  const line = timelineOf(told, on('2026-01-01'), on('2027-01-01')).map(({ at, kind, causes }) => [
    new Date(at + 7_200_000).toISOString().slice(0, 10),
    kind,
    causes.map((of) => of.kind).join(),
  ]);
  expect(line).toEqual([
    ['2026-03-01', 'standing', 'contractStarts'], ['2026-03-01', 'entitlements', 'contractStarts'],
    ['2026-04-01', 'frozen', 'freezeStarts'], ['2026-04-01', 'entitlements', 'freezeStarts'],
    ['2026-04-15', 'frozen', 'freezeEnds'], ['2026-04-15', 'entitlements', 'freezeEnds'],
    ['2026-05-01', 'suspended', 'suspended'], ['2026-05-01', 'entitlements', 'suspended'],
    ['2026-05-10', 'suspended', 'suspensionLifted'], ['2026-05-10', 'entitlements', 'suspensionLifted'],
    ['2026-06-01', 'standing', 'contractEnds'], ['2026-06-01', 'entitlements', 'contractEnds'],
  ]);
});

test('MEM-5 a timeline holds what changes at its first instant, and not what changes at its end', () => {
  const told = facts({ covers: covers([contract('2026-03-01', '2026-06-01')]) });
  const ats = (from: Instant, to: Instant) => timelineOf(told, from, to).map(({ at, kind }) => [at, kind]);
  expect(ats(on('2026-03-01'), on('2026-06-01'))).toEqual([
    [on('2026-03-01'), 'standing'], [on('2026-03-01'), 'entitlements'],
  ]);
  expect(ats(instant(on('2026-03-01') + 1), on('2026-06-01'))).toEqual([]);
});

test('MEM-7 a plan that becomes valid here makes a member, and is named as the cause', () => {
  const [elsewhere] = covers([contract('2026-03-01', null)]);
  const [first] = elsewhere!.stretches;
  const changesAt = on('2026-04-01');
  const moved = { ...elsewhere!, stretches: [
    { ...first!, validHere: false, end: changesAt },
    { ...first!, start: changesAt, planId: 'pla_2' as never, planName: 'Network' },
  ] };
  const told = facts({ covers: [moved], places: [{ ...places[0]!, membersAre: 'validHere' }] });
  const [change] = timelineOf(told, on('2026-03-15'), on('2026-05-01'));
  expect(change).toMatchObject({ at: changesAt, kind: 'standing', causes: [{ kind: 'planChanges' }] });
});

const DAY = 86_400_000;
const start = on('2026-01-01');
const period = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }))
  .map(([from, days]) => ({
    start: instant(start + from * DAY),
    end: days === null ? null : instant(start + (from + days) * DAY),
  }));
const text = (at: Instant) => new Date(at + 7_200_000).toISOString().slice(0, 10);
const someone = fc
  .record({
    held: fc.array(fc.tuple(period, fc.option(period, { nil: null })), { maxLength: 3 }),
    suspensions: fc.array(period, { maxLength: 2 }),
    archivings: fc.array(period, { maxLength: 1 }),
    mayEnter: fc.array(period, { maxLength: 2 }),
  })
  .map(({ held, suspensions, ...rest }) =>
    facts({
      covers: covers(
        held.map(([of, frozen]) =>
          contract(
            text(of.start),
            of.end === null ? null : text(of.end),
            frozen === null ? [] : [[text(frozen.start), frozen.end === null ? null : text(frozen.end)]],
          ),
        ),
      ),
      suspensions: suspensions.map((during, index) => ({
        id: `sus_${index}` as never,
        cause: 'manual' as const,
        during,
      })),
      ...rest,
    }),
  );

test('MEM-5 the timeline agrees with the state at every instant, and so does the next change', () => {
  fc.assert(
    fc.property(someone, (who) => {
      const end = instant(start + 100 * DAY);
      const changes = timelineOf(who, instant(start - DAY), end);
      let state = statusAt(who, instant(start - DAY)) as unknown as Record<string, unknown>;
      for (let at = instant(start - DAY); at < end; at = instant(at + DAY / 4)) {
        for (const change of changes.filter((of) => of.at <= at))
          state = { ...state, [change.kind]: change.to };
        expect(statusAt(who, at)).toEqual(state);
        const next = nextStatusChange(who, at);
        if (next !== null && next < end) expect(changes.some((of) => of.at === next)).toBe(true);
        expect(changes.filter((of) => of.at > at && (next === null || of.at < next))).toEqual([]);
      }
      for (const { causes } of changes) expect(causes.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('MEM-1 standing over a period is the standing at each of its instants', () => {
  fc.assert(fc.property(someone, period, (who, of) => {
    const end = of.end ?? instant(of.start + 5 * DAY);
    const seen = new Set<string>();
    for (let at = of.start; at < end; at = instant(at + DAY / 4)) seen.add(standingAt(who.covers, at));
    expect(standingDuring(who.covers, of.start, end)).toBe(seen.size === 2 ? 'both' : [...seen][0]);
  }), { numRuns: 150 });
});
