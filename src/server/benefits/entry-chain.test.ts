import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';
import { type Balance, nextEntry } from '../../domain/kernel/ledger.ts';

let world: World;
let quay: Built;
let dayPass: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Harbour Quay' });
  dayPass = await world.pass({ name: 'Day pass', locationId: quay.id });
}, 60_000);
afterAll(() => world.stop());

interface Row { readonly number: number; readonly amount: number; readonly left: number }

const chainOf = async (grantId: string): Promise<readonly Row[]> =>
  (await sql<Row>`select number, amount, left_after as left from benefit_entries
    where grant_id = ${grantId} order by number`.execute(world.shell.connection.db)).rows;

/** Every entry is the one that the kernel's rule makes of the one before. */
function expectRule(rows: readonly Row[]): void {
  let last: Balance | null = null;
  for (const row of rows) {
    const next = nextEntry(last, row.amount);
    expect(next).toEqual({ number: row.number, amount: row.amount, leftAfter: row.left });
    last = { number: row.number, left: row.left };
  }
}

const correct = (customer: Built, grant: Built, amount: number) =>
  world.api('POST', `/customers/${customer.id}/benefits/${grant.id}/corrections`, {
    amount, note: 'Counted',
  });

test('PAS-9 whatever is corrected, the ledger kept is the one that the rule makes', async () => {
  const amount = fc.integer({ min: -6, max: 4 }).filter((one) => one !== 0);
  const amounts = fc.array(amount, { maxLength: 8 });
  await fc.assert(fc.asyncProperty(amounts, async (wished) => {
    const mira = await world.customer();
    const grant = await world.gift(mira, dayPass, { quantity: 5 });
    let last: Balance = { number: 1, left: 5 };
    for (const amount of wished) {
      const next = nextEntry(last, amount);
      expect((await correct(mira, grant, amount)).status).toBe(next === null ? 409 : 201);
      if (next !== null) last = { number: next.number, left: next.leftAfter };
    }
    const rows = await chainOf(grant.id);
    expect(rows.at(-1)).toMatchObject(last);
    expectRule(rows);
  }), { numRuns: 6 });
}, 60_000);

test('PAS-9 of many at once as many succeed as there is left, those who check in among them', async () => {
  const mira = await world.customer();
  const grant = await world.gift(mira, dayPass, { quantity: 7 });
  const corrected = await Promise.all(Array.from({ length: 8 }, () => correct(mira, grant, -2)));
  expect(corrected.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
  const [entered] = await Promise.all([
    world.api('POST', '/check-ins', { customerId: mira.id, locationId: quay.id, source: 'desk' }),
    correct(mira, grant, 1),
  ]);
  expect(entered.status).toBe(201);
  const rows = await chainOf(grant.id);
  expect(rows.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([-2, -2, -2, -1, 1, 7]);
  expectRule(rows);
});
