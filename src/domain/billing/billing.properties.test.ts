import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import {
  factsOf,
  type Issued,
  issue,
  propose,
  type WrittenContract,
  type WrittenPayer,
} from './billing.examples.ts';
import { proposeInvoices } from './propose-invoices.ts';

const dayFrom = (from: string, most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(day(from), days));
const plans = {
  lite: {},
  big: { prices: { EUR: 49_999 } },
  week: { cycle: { every: 1, unit: 'week' as const }, prices: { EUR: 7001 } },
};

const contract = fc
  .record({
    startDay: dayFrom('2026-01-01', 60),
    billingDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    length: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
    change: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    plan: fc.constantFrom('big', 'week'),
    freeze: fc.option(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 60 })), {
      nil: undefined,
    }),
    quantity: fc.integer({ min: 1, max: 3 }),
    prorates: fc.boolean(),
  })
  .map(({ startDay, billingDay, length, change, plan, freeze, quantity, prorates }): WrittenContract => ({
    startDay,
    quantity,
    proratesLastCycle: prorates,
    ...(billingDay !== undefined && { billingDay }),
    ...(length !== undefined && { endDay: addDays(startDay, length) }),
    ...(change !== undefined && { changes: [{ fromDay: addDays(startDay, change), plan }] }),
    ...(freeze !== undefined && {
      freezes: [{ from: addDays(startDay, freeze[0]), until: addDays(startDay, freeze[0] + freeze[1]) }],
    }),
  }));
const payer = fc
  .array(contract, { minLength: 1, maxLength: 3 })
  .map((contracts): WrittenPayer => ({ contracts }));
const days = fc
  .uniqueArray(dayFrom('2026-01-01', 220), { minLength: 1, maxLength: 6 })
  .map((some) => some.sort());

const total = (issued: readonly Issued[]): number =>
  issued.reduce(
    (sum, { invoice }) => sum + invoice.lines.reduce((amount, line) => amount + line.amount, 0),
    0,
  );

function runsThrough(written: WrittenPayer, through: readonly string[]): readonly Issued[] {
  let issued: readonly Issued[] = [];
  for (const on of through)
    issued = [...issued, ...issue(propose(written, { through: on, plans }, issued), on)];
  return issued;
}

test('RUN-2 run again, the same facts give nothing new', () => {
  fc.assert(
    fc.property(payer, days, (written, through) => {
      const issued = runsThrough(written, through);
      expect(propose(written, { through: through.at(-1) ?? '', plans }, issued).invoices).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('RUN-2 many runs bill what one run bills', () => {
  fc.assert(
    fc.property(payer, days, (written, through) => {
      const last = through.slice(-1);
      expect(total(runsThrough(written, through))).toBe(total(runsThrough(written, last)));
    }),
    { numRuns: 300 },
  );
});

test('RUN-2 a cycle has one base line and its own number for each line under it', () => {
  fc.assert(
    fc.property(payer, days, (written, through) => {
      const keys = runsThrough(written, through).flatMap(({ invoice }) =>
        invoice.lines.map(({ cycle }) =>
          JSON.stringify([cycle?.contractId, cycle?.cycleStartDay, cycle?.item, cycle?.number]),
        ),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

test('RUN-2 no day of a contract is billed twice, and none frozen is billed', () => {
  fc.assert(
    fc.property(payer, days, (written, through) => {
      const lines = runsThrough(written, through)
        .flatMap(({ invoice }) => invoice.lines)
        .filter(({ kind }) => kind === 'contract' || kind === 'freeze');
      for (const [index, one] of (written.contracts ?? []).entries()) {
        const mine = lines.filter(({ cycle }) => cycle?.contractId === `con_${index}`);
        const billedDays = mine.reduce(
          (sum, { kind, days: part, startDay, endDay }) =>
            sum
            + (kind === 'freeze' ? -1 : 1)
              * (part?.billed ?? (Date.parse(endDay ?? '') - Date.parse(startDay ?? '')) / 86_400_000),
          0,
        );
        const [freeze] = one.freezes ?? [];
        const spans = mine.map(
          ({ startDay, endDay }) => [Date.parse(startDay ?? ''), Date.parse(endDay ?? '')] as const,
        );
        const covered = new Set(
          spans.flatMap(([from, until]) =>
            Array.from({ length: (until - from) / 86_400_000 }, (_, step) => from + step * 86_400_000),
          ),
        );
        if (freeze !== undefined) {
          for (const at of covered)
            if (at >= Date.parse(freeze.from) && at < Date.parse(freeze.until ?? '')) covered.delete(at);
        }
        expect(billedDays).toBe(covered.size);
      }
    }),
    { numRuns: 300 },
  );
});

test('RUN-5 whatever happens first, billing or the change, the sum is the same', () => {
  fc.assert(
    fc.property(contract, dayFrom('2026-01-01', 200), (changed, through) => {
      const bare: WrittenContract = {
        startDay: changed.startDay,
        quantity: changed.quantity ?? 1,
        ...(changed.billingDay !== undefined && { billingDay: changed.billingDay }),
      };
      const cut = { ...changed, proratesLastCycle: true };
      const before = issue(propose({ contracts: [bare] }, { through, plans }), through);
      const after = issue(propose({ contracts: [cut] }, { through, plans }, before), through);
      const once = issue(propose({ contracts: [cut] }, { through, plans }), through);
      expect(total([...before, ...after])).toBe(total(once));
    }),
    { numRuns: 300 },
  );
});

test('RUN-4 the order in which facts are read changes nothing', () => {
  fc.assert(
    fc.property(payer, dayFrom('2026-01-01', 200), (written, through) => {
      const facts = factsOf(written, { through, plans });
      const turned = {
        ...facts,
        payers: facts.payers.map((one) => ({ ...one, contracts: [...one.contracts].reverse() })),
      };
      expect(proposeInvoices(turned)).toEqual(proposeInvoices(facts));
    }),
    { numRuns: 100 },
  );
});

test('CYC-1 the prorated parts of a cycle differ from the whole by rounding alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 30 }), (price, cut) => {
      const contracts = [
        { startDay: '2026-03-01', price, changes: [{ fromDay: addDays(day('2026-03-01'), cut), price }] },
      ];
      const amount = total(issue(propose({ contracts }, { through: '2026-03-01', plans }), '2026-03-01'));
      expect(Math.abs(amount - price)).toBeLessThanOrEqual(1);
    }),
  );
});
