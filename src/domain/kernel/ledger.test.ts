import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Balance, nextEntry } from './ledger.ts';

test('PAS-9 the balance is the sum of the entries and never below zero', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }).filter((amount) => amount !== 0)), (amounts) => {
      let last: Balance | null = null;
      let sum = 0;
      for (const amount of amounts) {
        const next = nextEntry(last, amount);
        if (next === null) {
          expect(sum + amount).toBeLessThan(0);
          continue;
        }
        sum += amount;
        expect(next.leftAfter).toBe(sum);
        expect(next.number).toBe((last?.number ?? 0) + 1);
        last = { number: next.number, left: next.leftAfter };
      }
      expect(sum).toBeGreaterThanOrEqual(0);
    }),
  );
});
