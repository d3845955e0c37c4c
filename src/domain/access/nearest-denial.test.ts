import { expect, test } from 'vitest';
import {
  ask, booking, type BookingTold, cover, customer, forPlans, place, span, suspended, when,
} from './access.examples.ts';
import { decideBooking } from './booking-decision.ts';
import { type LayerOutcome, nearestDenial, othersThan } from './decision.ts';
import { decideSection, sectionFacts } from './section-decision.ts';

const at = when('2026-12-01 10:00');
const frozen = cover({ frozen: [['2026-11-01', '2026-12-03']] });
const suspensions = [suspended('2026-11-20')];
const ofDesk = { audience: forPlans('Hot Desk 10') };
const noon = span('2026-12-01 12:00', '2026-12-01 13:00');

/** Who asks to book Atlas at 12:30 today, every reason there is, and the one that is told. */
const table: readonly [story: string, told: BookingTold, all: string[], read: string | null][] = [
  ['nothing is in the way', {}, [], null],
  ['one reason is the one', { customer: customer({ suspensions }) }, ['suspendedBook'], 'suspendedBook'],
  ['a visitor is asked to sign in first', { customer: null, taken: [noon], resource: ofDesk },
    ['notSignedIn', 'needsSignIn', 'notInPlan', 'occupied'], 'notSignedIn'],
  ['a freeze with a day before a suspension without one',
    { customer: customer({ suspensions, covers: [frozen] }), resource: ofDesk }, ['suspendedBook', 'frozen'],
    'frozen'],
  ['another time before a freeze',
    { customer: customer({ covers: [frozen] }), resource: ofDesk, taken: [noon] },
    ['frozen', 'occupied'], 'occupied'],
  ['a longer time before a plan', { resource: { ...ofDesk, minutesMin: 120 } }, ['notInPlan', 'tooShort'],
    'tooShort'],
  ['fewer people before another time', { people: 30, taken: [noon] }, ['tooManyPeople', 'occupied'],
    'tooManyPeople'],
  ['the sooner of two days',
    { customer: customer({ covers: [frozen] }), resource: { ...ofDesk, horizonDays: 0 },
      during: span('2026-12-02 10:00', '2026-12-02 11:00') }, ['frozen', 'tooFarAhead'], 'tooFarAhead'],
  ['what only others change, in the order of the layers',
    { customer: customer({ suspensions }), resource: { ...ofDesk, state: 'paused' } },
    ['suspendedBook', 'notInPlan', 'paused'], 'suspendedBook'],
];

const denials = (layers: readonly LayerOutcome[]) => layers.filter(({ outcome }) => outcome === 'deny');

test.each(table)('ACC-3 %s', (_story, told, all, read) => {
  const { layers, firstDenial } = decideBooking(booking({ ...told, places: [place()] }), { at });
  expect(denials(layers).map(({ code }) => code)).toEqual(all);
  expect(nearestDenial(layers, Number)?.code ?? null).toBe(read);
  expect(firstDenial).toBe(denials(layers)[0]?.layer ?? null);
});

test('ACC-3 what else remains is known, with whether it outlasts the day that was told', () => {
  const who = customer({ suspensions, covers: [frozen] });
  const { layers } = decideBooking(booking({ customer: who, resource: ofDesk }), { at });
  const shown = nearestDenial(layers, Number)!;
  expect(othersThan(shown, layers, Number).map(({ of, lastsLonger }) => [of.code, lastsLonger]))
    .toEqual([['suspendedBook', true]]);
});

test('ACC-4 what is read by customers changes neither the answer nor its first denial', () => {
  const here = place({
    levels: { directory: 'members' }, whileSuspended: { ...place().whileSuspended, signIn: false },
  });
  const who = customer({ suspensions, covers: [cover({ from: '2026-12-10' })] });
  const decision = decideSection(sectionFacts(ask({ customer: who, places: [here] }), 'directory'), { at });
  expect(decision).toMatchObject({ allowed: false, firstDenial: 'standing' });
  expect(nearestDenial(decision.layers, Number)).toMatchObject({ code: 'membershipStarts' });
});
