import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: any;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  quay = await world.location({ timeZone: 'Europe/Berlin' });
});
afterAll(() => world.stop());

const close = (body: Record<string, unknown>) => world.api('POST', `/locations/${quay.id}/closures`, body);

test('LOC-1 a closure comes again by its rule, reads as it was written, can be taken back', async () => {
  const { status, body } = await close({
    reason: 'Christmas', startDay: '2026-12-24', endDay: '2026-12-27',
    repeats: 'RRULE:FREQ=YEARLY;BYMONTH=12', exceptDays: ['2028-12-24'],
  });
  expect([status, body]).toEqual([201, expect.objectContaining({
    startDay: '2026-12-24', lastDay: '2026-12-26', repeats: 'FREQ=YEARLY', exceptDays: ['2028-12-24'],
  })]);
  expect((await world.api('GET', `/locations/${quay.id}`)).body.closures).toEqual([body]);
  expect((await world.api('DELETE', `/locations/${quay.id}/closures/${body.id}`)).status).toBe(204);
});

test.each([
  [{ repeats: 'every Friday' }, 'repeats'],
  [{ repeats: 'FREQ=WEEKLY;BYDAY=MO' }, 'repeats'],
  [{ repeats: 'FREQ=WEEKLY;COUNT=5000' }, 'repeats'],
  [{ exceptDays: ['2026-12-11'] }, 'exceptDays'],
  [{ repeats: 'FREQ=WEEKLY', exceptDays: ['2026-02-30'] }, 'exceptDays.0'],
])('LOC-1 what is no rule of its first day is refused by field: %j', async (wrong, field) => {
  const { status, body } = await close({ startDay: '2026-12-11', ...wrong });
  expect([status, body.errors[0].field]).toEqual([422, field]);
});

test('BKA-2 LOC-1 every second Friday nothing is shown as bookable, nor can it be booked', async () => {
  await close({ reason: 'Cleaning', startDay: '2026-12-11', repeats: 'FREQ=WEEKLY;INTERVAL=2' });
  const type = await world.api('POST', '/resource-types', { name: 'Room', locationId: quay.id });
  const { body: room } = await world.api('POST', '/resources', {
    name: 'Atlas', typeId: type.body.id, locationId: quay.id,
  });
  const { body: person } = await world.api('POST', '/customers', {
    name: 'Mira', email: 'mira@mail.example', homeLocationId: quay.id,
  });
  const judged = async (day: string) => {
    const during = { startAt: `${day}T10:00:00+01:00`, endAt: `${day}T11:00:00+01:00` };
    const { body } = await world.api('POST', '/access/decisions', {
      customerId: person.id, action: 'book', target: room.id, locationId: quay.id, during,
    });
    return body.layers.find(({ layer }: any) => layer === 'schedule').code;
  };
  expect([await judged('2026-12-11'), await judged('2026-12-25'), await judged('2027-06-25')])
    .toEqual(['closure', 'closure', 'closure']);
  expect([await judged('2026-12-18'), await judged('2026-12-24')]).not.toContain('closure');
  const [from, to] = ['2026-12-25T00:00:00%2B01:00', '2026-12-26T00:00:00%2B01:00'];
  const query = `locationId=${quay.id}&from=${from}&to=${to}&minutes=60`;
  const { body: shown } = await world.api('GET', `/availability?${query}`);
  expect(JSON.stringify(shown)).not.toContain('2026-12-25T09');
});
