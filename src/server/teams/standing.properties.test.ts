import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Awaited<ReturnType<World['location']>>;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ name: 'Quay' });
});
afterAll(() => world.stop());

const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}`;
const hour = (number: number) =>
  new Date(Date.parse('2026-12-01T00:00:00+01:00') + number * 3_600_000).toISOString();

/** Days of December, and hours from its first midnight. */
const anything = fc.record({
  contracts: fc.array(fc.record({
    startDay: fc.integer({ min: 1, max: 12 }),
    lastDay: fc.option(fc.integer({ min: 3, max: 20 }), { nil: null }),
    freeze: fc.option(
      fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 5 })), { nil: null }),
  }), { minLength: 2, maxLength: 3 }),
  seats: fc.array(fc.record({
    contract: fc.nat({ max: 2 }), person: fc.nat({ max: 4 }), start: fc.nat({ max: 300 }),
    hours: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
  }), { minLength: 8, maxLength: 20 }),
});

test('MEM-1 CUS-6 what lists find by SQL is what the domain says, with seats, freezes and ends', async () => {
  const [wished] = fc.sample(anything, { numRuns: 1, seed: 20_261_201 });
  const people: Awaited<ReturnType<World['customer']>>[] = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dia', 'Eli', 'Holder'])
    people.push(await world.customer({ name: `Everybody ${name}`, homeLocationId: quay.id }));
  const team = await world.team({ members: people });
  const plan = await world.plan(quay);
  const contracts: { id: string }[] = [];
  for (const { startDay, lastDay, freeze } of wished!.contracts) {
    const contract = await world.teamContract(people[5]!, plan, team, { startDay: day(startDay) });
    contracts.push(contract);
    if (freeze !== null) {
      const [from, days] = [Math.max(startDay, freeze[0]), freeze[1]];
      await world.freeze(contract, { fromDay: day(from), untilDay: day(from + days) });
    }
    if (lastDay !== null && lastDay >= startDay)
      await world.api('POST', `/contracts/${contract.id}/cancel`, { lastDay: day(lastDay) });
  }
  const answers = [];
  for (const { contract, person, start, hours } of wished!.seats) {
    const of = contracts[contract % contracts.length]!;
    answers.push((await world.api('POST', `/contracts/${of.id}/seats`, {
      customerId: people[person]!.id, startAt: hour(start),
      ...(hours !== null && { endAt: hour(start + hours) }),
    })).status);
  }
  expect(answers.filter((status) => status === 201).length).toBeGreaterThan(4);
  const seen = new Set<string>();
  for (const at of [10, 24, 49, 73.5, 97, 120, 150, 168, 200, 233, 264, 300, 336, 400, 480]) {
    await world.clockTo(hour(at));
    const found = async (query: string): Promise<string[]> =>
      (await world.api('GET', `/customers?q=everybody&${query}`)).body.data.map(({ id }: any) => id).sort();
    const states = await Promise.all(people.map(async ({ id }) =>
      (await world.api('GET', `/customers/${id}/state`)).body));
    const idsOf = (is: (state: any) => boolean) =>
      people.filter((_, index) => is(states[index])).map(({ id }) => id as string).sort();
    expect([at, await found('standing=member')]).toEqual([at, idsOf((of) => of.standing === 'member')]);
    expect([at, await found('standing=contact')]).toEqual([at, idsOf((of) => of.standing === 'contact')]);
    expect([at, await found('frozen=true')]).toEqual([at, idsOf((of) => of.frozen)]);
    for (const { standing, frozen } of states) seen.add(`${standing} ${frozen}`);
  }
  expect([...seen].sort()).toEqual(['contact false', 'member false', 'member true']);
});
