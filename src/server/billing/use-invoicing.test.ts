import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: { id: string };

beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location();
});
afterAll(() => world.stop());

test.each([
  ['cycleEnd', 'immediately', 'invoiced'],
  ['immediately', 'cycleEnd', 'waiting'],
  ['immediately', null, 'invoiced'],
] as const)(
  'CHG-2 a contract says when use is invoiced, else its plan: plan %s, contract %s',
  async (ofPlan, ofContract, state) => {
    const customer = await world.customer();
    const plan = await world.plan(quay, { usageInvoicing: ofPlan });
    const contract = await world.contract(customer, plan, { usageInvoicing: ofContract });
    expect(contract.usageInvoicing).toBe(ofContract ?? ofPlan);
    expect((await world.charge(customer, quay)).state).toBe(state);
  },
);
