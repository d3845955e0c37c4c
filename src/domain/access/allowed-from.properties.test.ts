import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../kernel/instant.ts';
import { ask } from './access.examples.ts';
import { allowedFrom } from './allowed-from.ts';
import { decideBooking } from './booking-decision.ts';
import { firstDenial, stretchesBetween } from './decide.ts';
import type { BookingFacts, SectionFacts } from './facts.ts';
import { sectionFacts, sectionLayers } from './section-decision.ts';
import { first, hour, questions } from './tables/random.examples.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const seed = Number(process.env['SEED'] ?? 20_261_201);

test('ACC-1 allowedFrom is the earliest start that would be allowed, and there is none before it', () => {
  fc.assert(fc.property(questions.book, hour, ({ facts: of }, at) => {
    const facts = of as BookingFacts;
    const length = facts.during.end - facts.during.start;
    const found = allowedFrom(facts, at);
    const allows = (start: Instant) => decideBooking(
      { ...facts, during: { start, end: instant(start + length) } }, { at, withChange: false },
    ).allowed;
    if (found !== null) expect(allows(found)).toBe(true);
    const last = found ?? instant(first + 95 * DAY);
    for (let start = at; start < last; start = instant(start + HOUR)) expect(allows(start)).toBe(false);
  }), { seed, numRuns: 150 });
});

test('ACC-1 the stretches of a period agree with asking at every instant of it', () => {
  fc.assert(fc.property(questions.viewSection, ({ facts: of }) => {
    const facts = sectionFacts(ask(of), (of as SectionFacts).section);
    const to = instant(first + 70 * DAY);
    const stretches = stretchesBetween(sectionLayers, facts, first, to);
    for (let at = first; at < to; at = instant(at + HOUR)) {
      const { code } = stretches.findLast((one) => one.at <= at)!;
      expect(firstDenial(sectionLayers, facts, at).code).toBe(code);
    }
  }), { seed, numRuns: 60 });
});
