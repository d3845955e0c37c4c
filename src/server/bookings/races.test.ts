import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let customers: Built[];
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T06:00:00+01:00', checkAnswers: false });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await world.location({ name: 'Harbour Quay' });
  customers = await Promise.all(Array.from({ length: 8 }, () => world.customer({ homeLocationId: quay.id })));
});
afterAll(() => world.stop());

const CLIENTS = 32;
const startOfDay = Date.parse('2026-12-03T08:00:00+01:00');
const text = (minutes: number) => new Date(startOfDay + minutes * 60_000).toISOString();

/** Every client books at once, again and again; a small generator, so that a failure can be run again. */
async function storm(attempts: number, wish: (random: () => number) => Record<string, unknown>) {
  let seed = 42;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const bodies = Array.from({ length: CLIENTS * attempts }, () => wish(random));
  const answers: { status: number; body: Record<string, any> }[] = [];
  await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = 0; turn < attempts; turn += 1) {
      answers.push(await world.api('POST', '/bookings', bodies[client * attempts + turn]));
    }
  }));
  return answers;
}

async function overlapsIn(resourceIds: readonly string[]): Promise<number> {
  const { rows } = await world.shell.connection.pool.query<{ count: number }>(
    `select count(*)::int as count from bookings a
     join bookings b on a.resource_id = b.resource_id and a.id < b.id
     and a.start_at < b.end_at and b.start_at < a.end_at where a.resource_id = any($1)
     and a.state <> 'cancelled' and b.state <> 'cancelled'`,
    [resourceIds],
  );
  return rows[0]?.count ?? -1;
}

test('BKG-1 32 clients who want the same slot: one has it, the others hear what is free', async () => {
  const atlas = await world.resource({ locationId: quay.id, minutesMin: 60 });
  await world.rate({ typeId: atlas.typeId });
  const answers = await storm(2, () => ({
    resourceId: atlas.id,
    customerId: customers[0]?.id,
    startAt: text(120),
    endAt: text(180),
  }));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const lost = answers.filter(({ status }) => status !== 201);
  expect(new Set(lost.map(({ status }) => status))).toEqual(new Set([409]));
  for (const { body } of lost) expect(body.alternatives.length).toBeGreaterThan(0);
});

test('BKG-1 32 clients on overlapping times of rooms that are linked: no overlap, no fault', async () => {
  const left = await world.resource({ locationId: quay.id, bufferAfterMinutes: 15 });
  const right = await world.resource({ locationId: quay.id });
  const whole = await world.resource({ locationId: quay.id, linkedIds: [left.id, right.id] });
  const rooms = [left, right, whole];
  const answers = await storm(6, (random) => {
    const start = Math.floor(random() * 24) * 15;
    const length = (1 + Math.floor(random() * 8)) * 15;
    return {
      resourceId: rooms[Math.floor(random() * 3)]?.id, customerId: customers[Math.floor(random() * 8)]?.id,
      startAt: text(start), endAt: text(start + length),
    };
  });
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(2);
  expect(await overlapsIn(rooms.map(({ id }) => id))).toBe(0);
  const { rows } = await world.shell.connection.pool.query<{ count: number }>(
    `select count(*)::int as count from bookings a join bookings b on a.id <> b.id and a.resource_id = $1
     and b.resource_id = any($2) and a.start_at < b.end_at and b.start_at < a.end_at`,
    [whole.id, [left.id, right.id]],
  );
  expect(rows[0]?.count).toBe(0);
}, 120_000);

test('BKG-1 ten desks and 32 clients: exactly ten have one', async () => {
  const desks = await world.resource({ locationId: quay.id, units: 10 });
  const answers = await storm(1, () => ({
    resourceId: desks.id,
    customerId: customers[1]?.id,
    startAt: text(0),
    endAt: text(60),
  }));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(22);
  const units = answers.filter(({ status }) => status === 201).flatMap(({ body }) => body.units);
  expect(new Set(units).size).toBe(10);
});

test('BKG-1 moving and booking at once keep apart too', async () => {
  const atlas = await world.resource({ locationId: quay.id });
  const mine = await Promise.all(
    [0, 1, 2, 3].map((hour) =>
      world.booking({
        resourceId: atlas.id,
        customerId: customers[2]?.id ?? '',
        startAt: text(hour * 60),
        endAt: text(hour * 60 + 60),
      }),
    ),
  );
  const moves = mine.flatMap(({ id }) => [300, 330, 360].map((start) =>
    world.api('POST', `/bookings/${id}/change`, { startAt: text(start), endAt: text(start + 60) })));
  const books = [300, 330, 360, 390].map((start) => world.api('POST', '/bookings', {
    resourceId: atlas.id, customerId: customers[3]?.id, startAt: text(start), endAt: text(start + 60) }));
  const answers = await Promise.all([...moves, ...books]);
  expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
  expect(await overlapsIn([atlas.id])).toBe(0);
});
