import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

/** BKA-2: what is shown is what books, and nothing else does: units, links, buffers, seats, clock changes. */
let world: World;
let quay: Built;
let holder: Built;
let seated: Built;
let rooms: Record<string, Built>;

const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  [weekday, [{ fromMinute: 0, untilMinute: 480 }]]));
const half = 30 * 60_000;

beforeAll(async () => {
  world = await startWorld({ now: '2026-10-20T09:00:00+02:00' });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await world.location({ timeZone: 'Europe/Berlin', openingHours: always });
  const plan = await world.plan(quay as never);
  holder = await world.customer({ homeLocationId: quay.id });
  seated = await world.customer({ homeLocationId: quay.id });
  const team = await world.team({ managers: [holder], members: [seated] });
  const contract = await world.teamContract(holder, plan, team, { startDay: '2026-10-01', seats: 3 });
  await world.seat(contract, seated);
  const room = (fields: object) => world.resource({ locationId: quay.id, stepMinutes: 30, ...fields });
  const linked = await room({});
  rooms = {
    linked,
    two: await room({ units: 2 }),
    beside: await room({ linkedIds: [linked.id] }),
    buffered: await room({ bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }),
    ofPlan: await room({ audience: { level: 'plans', planIds: [plan.id] } }),
    long: await room({ minutesMin: 90, noticeMinutesMin: 60 }),
  };
});
afterAll(() => world.stop());

/** Every half hour from midnight until after it has closed, whatever the clocks do in between. */
const hours = 10;
const startsOf = (first: string): number[] =>
  Array.from({ length: hours * 2 }, (_, index) => Date.parse(first) + index * half);
const text = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

test.each([
  ['a plain day', '2026-10-23', '2026-10-22T22:00:00Z', 60],
  ['the night in which an hour comes twice', '2026-10-25', '2026-10-24T22:00:00Z', 60],
  ['the night in which an hour is missing', '2027-03-28', '2027-03-27T23:00:00Z', 60],
  ['the same for an hour and a half', '2027-03-28', '2027-03-27T23:00:00Z', 90],
])('BKA-2 BKG-6 shown is what books, on %s', async (_, date, first, minutes) => {
  const other = await world.customer({ homeLocationId: quay.id });
  const taken = Date.parse(first) + 4 * half;
  for (const { id } of [rooms['two']!, rooms['linked']!, rooms['buffered']!]) {
    const { status } = await world.api('POST', '/bookings', {
      resourceId: id, customerId: other.id, startAt: text(taken), endAt: text(taken + 2 * half),
    });
    expect([201, 409]).toContain(status);
  }
  const query = new URLSearchParams({
    locationId: quay.id, customerId: seated.id, via: 'portal', minutes: String(minutes),
    from: text(Date.parse(first)), to: text(Date.parse(first) + hours * 2 * half),
  });
  const { body: shown } = await world.api('GET', `/availability?${query}`);
  const asSeated = world.as(seated.id);
  for (const [name, { id }] of Object.entries(rooms)) {
    const starts = new Set<string>(shown.data.find((of: any) => of.resourceId === id).starts);
    const allowed: string[] = [];
    for (const start of startsOf(first)) {
      const [startAt, endAt] = [text(start), text(start + minutes * 60_000)];
      const { body } = await asSeated('POST', '/bookings/quote', { resourceId: id, startAt, endAt });
      if (body.decision.allowed) allowed.push(startAt);
    }
    expect([name, date, allowed]).toEqual([name, date, [...starts]]);
    for (const startAt of [allowed[0], allowed.at(-1)].filter((of) => of !== undefined)) {
      const endAt = text(Date.parse(startAt!) + minutes * 60_000);
      const sent = { resourceId: id, customerId: seated.id, startAt, endAt };
      const { status, body } = await asSeated('POST', '/bookings', sent);
      expect([name, startAt, status, body.code]).toEqual([name, startAt, 201, undefined]);
      await asSeated('POST', `/bookings/${body.id}/cancel`, {});
    }
  }
});
