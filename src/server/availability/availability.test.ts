import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';
import type { Built } from '../../../test/support/builders/resources.ts';

let world: World;
let quay: Built;
let mira: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await placeOpen(480, 1080);
  mira = await world.customer({ homeLocationId: quay.id, portalAccess: true });
});
afterAll(() => world.stop());

function placeOpen(fromMinute: number, untilMinute: number): Promise<Built> {
  const daily = [{ fromMinute, untilMinute }];
  return world.location({
    openingHours: { 1: daily, 2: daily, 3: daily, 4: daily, 5: daily, 6: daily, 7: daily },
  });
}
const ask = async (query: Record<string, string | number | boolean>) => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const { status, body } = await world.api('GET', `/availability?${text}`);
  expect(status).toBe(200);
  return body.data as Record<string, any>[];
};
const day = (date: string, offset = '+01:00') => ({
  from: `${date}T00:00:00${offset}`,
  to: `${date}T23:59:00${offset}`,
});

test('BKA-2 starts lie on the step, from opening until the last that fits', async () => {
  const place = await placeOpen(540, 720);
  const atlas = await world.resource({ locationId: place.id, stepMinutes: 30, minutesMin: 30 });
  const [free] = await ask({ locationId: place.id, ...day('2026-12-02'), minutes: 60 });
  expect(free).toMatchObject({
    resourceId: atlas.id,
    minutes: 60,
    starts: [
      '2026-12-02T08:00:00Z',
      '2026-12-02T08:30:00Z',
      '2026-12-02T09:00:00Z',
      '2026-12-02T09:30:00Z',
      '2026-12-02T10:00:00Z',
    ],
    periods: [{ startAt: '2026-12-02T08:00:00Z', endAt: '2026-12-02T11:00:00Z' }],
  });
});

test('BKA-2 today begins now, and what is booked is left out with its buffers', async () => {
  const place = await placeOpen(480, 720);
  const atlas = await world.resource({
    locationId: place.id,
    stepMinutes: 30,
    minutesMin: 30,
    bufferAfterMinutes: 30,
  });
  await world.booking({
    resourceId: atlas.id,
    customerId: mira.id,
    startAt: '2026-12-01T10:00:00+01:00',
    endAt: '2026-12-01T10:30:00+01:00',
  });
  const [free] = await ask({ locationId: place.id, ...day('2026-12-01') });
  expect(free?.starts).toEqual(['2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z', '2026-12-01T10:30:00Z']);
  expect(free?.periods).toEqual([
    { startAt: '2026-12-01T08:00:00Z', endAt: '2026-12-01T08:30:00Z' },
    { startAt: '2026-12-01T10:00:00Z', endAt: '2026-12-01T11:00:00Z' },
  ]);
});

test('BKG-6 a day with a clock change has the hours it has', async () => {
  const place = await world.location();
  await world.resource({ locationId: place.id, stepMinutes: 60, minutesMin: 60 });
  const count = async (from: string, to: string) =>
    (await ask({ locationId: place.id, from, to }))[0]?.starts.length;
  expect(await count('2027-03-28T00:00:00+01:00', '2027-03-29T00:00:00+02:00')).toBe(23);
  expect(await count('2027-10-31T00:00:00+02:00', '2027-11-01T00:00:00+01:00')).toBe(25);
  expect(await count('2027-01-31T00:00:00+01:00', '2027-02-01T00:00:00+01:00')).toBe(24);
});

test('BKA-2 for a customer the same rules decide that would refuse the booking, and say why', async () => {
  const place = await placeOpen(480, 720);
  const type = await world.resourceType();
  const open = await world.resource({ locationId: place.id, typeId: type.id, name: 'Focus', sortOrder: 1 });
  const members = await world.resource({
    locationId: place.id,
    typeId: type.id,
    name: 'Atlas',
    sortOrder: 2,
    audience: { level: 'members' },
  });
  const [first, second] = await ask({
    locationId: place.id,
    typeId: type.id,
    customerId: mira.id,
    explain: true,
    ...day('2026-12-02'),
  });
  expect(first).toMatchObject({ resourceId: open.id });
  expect(first?.starts.length).toBe(16);
  expect(first?.refused).toMatchObject([
    { layer: 'schedule', code: 'closed' },
    { layer: 'schedule', code: 'closed' },
  ]);
  expect(second).toMatchObject({ resourceId: members.id, starts: [], periods: [] });
  expect(second?.refused[0]).toMatchObject({ layer: 'standing', code: 'membersOnly' });
});

test('BKA-2 filters: type, people, length', async () => {
  const place = await placeOpen(480, 720);
  const type = await world.resourceType();
  const small = await world.resource({ locationId: place.id, typeId: type.id, capacity: 2, sortOrder: 1 });
  const large = await world.resource({ locationId: place.id, capacity: 10, sortOrder: 2 });
  const ids = async (query: Record<string, string | number>) =>
    (await ask({ locationId: place.id, ...day('2026-12-02'), ...query })).map(({ resourceId }) => resourceId);
  expect(await ids({})).toEqual([small.id, large.id]);
  expect(await ids({ typeId: type.id })).toEqual([small.id]);
  expect(await ids({ capacity: 4 })).toEqual([large.id]);
});

test('BKA-2 shown is bookable: every start that is shown books, every other is refused', async () => {
  const place = await placeOpen(540, 720);
  const plan = await world.plan(place);
  const leo = await world.customer({ homeLocationId: place.id, portalAccess: true });
  const contract = await world.contract(leo, plan);
  await world.freeze(contract, { fromDay: '2026-12-04', untilDay: '2026-12-05' });
  const rooms = [
    await world.resource({ locationId: place.id, stepMinutes: 30, bufferAfterMinutes: 15 }),
    await world.resource({
      locationId: place.id,
      stepMinutes: 30,
      audience: { level: 'plans', planIds: [plan.id] },
      horizonDays: 3,
    }),
  ];
  const ana = await world.customer({ homeLocationId: place.id });
  await world.booking({
    resourceId: rooms[0]?.id ?? '',
    customerId: ana.id,
    startAt: '2026-12-03T10:00:00+01:00',
    endAt: '2026-12-03T10:30:00+01:00',
  });
  const quote = world.as(leo.id);
  for (const date of ['2026-12-03', '2026-12-04', '2026-12-05']) {
    const shown = await ask({
      locationId: place.id,
      customerId: leo.id,
      via: 'portal',
      minutes: 30,
      ...day(date),
    });
    for (const resource of rooms) {
      const starts = new Set(shown.find(({ resourceId }) => resourceId === resource.id)?.starts);
      for (let minute = 480; minute <= 750; minute += 30) {
        const startAt = new Date(Date.parse(`${date}T00:00:00+01:00`) + minute * 60_000).toISOString();
        const endAt = new Date(Date.parse(startAt) + 30 * 60_000).toISOString();
        const { body } = await quote('POST', '/bookings/quote', { resourceId: resource.id, startAt, endAt });
        expect([resource.name, startAt, body.decision.allowed])
          .toEqual([resource.name, startAt, starts.has(startAt.replace('.000Z', 'Z'))]);
      }
    }
  }
}, 60_000);

test('SAF-2 customers ask for themselves only', async () => {
  const asMira = world.as(mira.id);
  const query = new URLSearchParams({ locationId: quay.id, ...day('2026-12-02') });
  expect((await asMira('GET', `/availability?${query}`)).status).toBe(200);
  const ana = await world.customer({ homeLocationId: quay.id });
  expect((await asMira('GET', `/availability?${query}&customerId=${ana.id}`)).status).toBe(404);
  expect((await world.stranger('GET', `/availability?${query}`)).status).toBe(401);
});
