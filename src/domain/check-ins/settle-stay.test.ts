import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCandidate, atQuay, instantOf, type WrittenGrant } from '../benefits/pass.examples.ts';
import { addMinutes } from '../kernel/instant.ts';
import { settleStay } from './settle-stay.ts';
import { cutOffAfter } from './stay.ts';

const berlin = atQuay().zone;
const nine = instantOf('2026-12-01T09:00:00+01:00');

function settle(grants: Record<string, WrittenGrant>, seconds: number, from = nine): unknown {
  const candidates = Object.entries(grants).map(([name, written]) => aCandidate(name, written));
  const { uses, ranOutAt, uncoveredMinutes } = settleStay({
    startedAt: from,
    until: (from + seconds * 1000) as typeof from,
    grantId: candidates[0]!.grant.id,
    candidates,
    question: atQuay(),
    dayEndsAt: (at) => cutOffAfter(at, berlin, 0),
  });
  return [
    uses.map(({ grantId, amount }) => `${grantId.slice(4)} ${amount}`).join(', '),
    uncoveredMinutes,
    ranOutAt === null ? null : (ranOutAt - from) / 60_000,
  ];
}

test.each<[string, Record<string, WrittenGrant>, number, unknown]>([
  ['whole minutes, seconds dropped', { time: { kind: 'time' } }, 90 * 60 + 59, ['time 90', 0, null]],
  ['less than a minute takes nothing', { time: { kind: 'time' } }, 59, ['', 0, null]],
  ['exactly what is left', { time: { kind: 'time', left: 60 } }, 3600, ['time 60', 0, null]],
  ['nothing else: the rest is uncovered', { time: { kind: 'time', left: 60 } }, 3660, ['time 60', 1, 60]],
  [
    'the next time pass takes over at that minute',
    { time: { kind: 'time', left: 60 }, next: { kind: 'time', left: 500 } },
    2 * 3600,
    ['time 60, next 60', 0, null],
  ],
  [
    'a day pass takes over, used once',
    { time: { kind: 'time', left: 60 }, day: {} },
    8 * 3600,
    ['time 60, day 1', 0, null],
  ],
  ['a day pass covers the day', { day: {}, time: { kind: 'time' } }, 8 * 3600, ['day 1', 0, null]],
  [
    'a day pass in use takes nothing',
    { day: { usedUntil: '2026-12-02T00:00:00+01:00', left: 0 } },
    8 * 3600,
    ['', 0, null],
  ],
  [
    'one that expires at midnight gives way then',
    { old: { kind: 'time', expires: '2026-12-02' }, next: { kind: 'time', left: 300 } },
    16 * 3600,
    ['old 600, next 300', 60, 900],
  ],
])('PAS-7 %s', (_, grants, seconds, expected) => {
  expect(settle(grants, seconds)).toEqual(expected);
});

test('PAS-7 the order decides who takes over: a day pass before another time pass', () => {
  const grants = { time: { kind: 'time', left: 30 }, other: { kind: 'time', left: 400 }, day: {} } as const;
  expect(settle(grants, 3600)).toEqual(['time 30, day 1', 0, null]);
});

test('PAS-7 whatever is taken never exceeds what is left, and covers every minute that it can', () => {
  const lefts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(lefts, fc.integer({ min: 0, max: 900 }), (left, minutes) => {
      const candidates = left.map((one, index) => aCandidate(`t${index}`, { kind: 'time', left: one }));
      const settled = settleStay({
        startedAt: nine,
        until: addMinutes(nine, minutes),
        grantId: candidates[0]!.grant.id,
        candidates,
        question: atQuay(),
        dayEndsAt: (at) => cutOffAfter(at, berlin, 0),
      });
      const taken = settled.uses.reduce((sum, { amount }) => sum + amount, 0);
      expect(taken + settled.uncoveredMinutes).toBe(minutes);
      expect(taken).toBe(
        Math.min(
          minutes,
          left.reduce((sum, one) => sum + one, 0),
        ),
      );
      for (const use of settled.uses) {
        expect(use.amount).toBeLessThanOrEqual(
          candidates.find(({ grant }) => grant.id === use.grantId)!.left,
        );
      }
    }),
  );
});
