import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../../../test/support/builders/resources.ts';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
let quay: Built;
let mill: Built;
let sam: Built;
let mira: Built;
beforeAll(async () => {
  world = await startWorld({ now: '2026-12-01T09:00:00+01:00' });
  await world.api('POST', '/legal-entities', { name: 'Harbour GmbH', invoicePrefix: 'HQ' });
  quay = await world.location({ name: 'Quay' });
  mill = await world.location({ name: 'Mill', timeZone: 'Europe/Lisbon' });
  sam = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  mira = await world.customer({ homeLocationId: quay.id, portalAccess: true });
  await world.contract(mira, await world.plan(quay), { startDay: '2026-11-01' });
});
afterAll(() => world.stop());

type Asker = ReturnType<World['as']> | World['api'];
const seen = async (ask: Asker, query = ''): Promise<string[]> => {
  const { status, body } = await ask('GET', `/resources${query}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.data.map(({ name }: { name: string }) => name).toSorted();
};
const free = async (ask: Asker, locationId: string) => {
  const { body } = await ask('GET', `/availability?locationId=${locationId}&minutes=60`
    + '&from=2026-12-02T00:00:00Z&to=2026-12-03T00:00:00Z');
  return body.data as { name: string; locationId: string; starts: string[] }[];
};

test('VIS-1 a portal lists and offers rooms of the locations in its scope, by their own rules', async () => {
  const own = await world.resource({ locationId: quay.id, name: 'Atlas' });
  const other = await world.resource({ locationId: mill.id, name: 'Loom' });
  const customer = world.as(sam.id);
  expect(await seen(customer, `?locationId=${quay.id}`)).toEqual(['Atlas']);
  expect((await free(customer, quay.id)).map(({ name }) => name)).toEqual(['Atlas']);
  await world.api('PUT', `/locations/${quay.id}/visibility`, { resources: 'network' });
  expect(await seen(customer, `?locationId=${quay.id}`)).toEqual(['Atlas', 'Loom']);
  expect((await free(customer, quay.id)).map(({ name, locationId }) => [name, locationId]))
    .toEqual([['Atlas', quay.id], ['Loom', mill.id]]);
  expect((await free(world.api, quay.id)).map(({ name }) => name)).toEqual(['Atlas']);
  const [start] = (await free(customer, quay.id))[1]!.starts;
  const booked = await customer('POST', '/bookings', {
    resourceId: other.id, customerId: sam.id, startAt: start,
    endAt: new Date(Date.parse(start!) + 3_600_000).toISOString(),
  });
  expect(booked.status).toBe(201);
  await world.api('PUT', `/locations/${quay.id}/visibility`, {});
  for (const { id } of [own, other]) await world.api('POST', `/resources/${id}/archive`);
});

const roomAtQuay = (name: string, fields = {}) => world.resource({ locationId: quay.id, name, ...fields });

test('VIS-4 what is hidden is in no list and at no guessed address', async () => {
  const rooms = {
    open: await roomAtQuay('Open'),
    draft: await roomAtQuay('Draft', { visible: false }),
    members: await roomAtQuay('Members', { audience: { level: 'members' } }),
    contacts: await roomAtQuay('Contacts', { audience: { level: 'contacts' } }),
  };
  const [contact, member] = [world.as(sam.id), world.as(mira.id)];
  expect(await seen(contact, `?locationId=${quay.id}`)).toEqual(['Contacts', 'Open']);
  expect(await seen(member, `?locationId=${quay.id}`)).toEqual(['Members', 'Open']);
  expect(await seen(contact)).toEqual(['Contacts', 'Open']);
  const status = async (ask: Asker, { id }: Built) => (await ask('GET', `/resources/${id}`)).status;
  expect(await status(contact, rooms.open)).toBe(200);
  expect(await status(contact, rooms.members)).toBe(404);
  expect(await status(member, rooms.members)).toBe(200);
  expect(await status(member, rooms.contacts)).toBe(404);
  expect(await status(member, rooms.draft)).toBe(404);
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: { bookings: 'members' } });
  expect(await seen(contact)).toEqual([]);
  expect(await status(contact, rooms.open)).toBe(404);
  expect(await seen(member)).toEqual(['Members', 'Open']);
  await world.api('PUT', `/locations/${quay.id}/portal-access`, { sections: {} });
  for (const { id } of Object.values(rooms)) await world.api('POST', `/resources/${id}/archive`);
  expect(await seen(member)).toEqual([]);
});

test('VIS-3 a room is shown and booked from its publish instant on, and says when that is', async () => {
  const publishAt = '2026-12-01T12:00:00Z';
  const room = await world.resource({ locationId: quay.id, name: 'Soon', publishAt });
  expect(room).toMatchObject({ publishAt, publication: 'scheduled' });
  const customer = world.as(sam.id);
  const booking = {
    resourceId: room.id, customerId: sam.id,
    startAt: '2026-12-02T10:00:00Z', endAt: '2026-12-02T11:00:00Z',
  };
  expect(await seen(customer)).toEqual([]);
  expect((await customer('POST', '/bookings', booking)).status).toBe(404);
  const asked = { customerId: sam.id, target: room.id, locationId: quay.id };
  const during = { startAt: booking.startAt, endAt: booking.endAt };
  for (const action of ['viewItem', 'book']) {
    const { body } = await world.api('POST', '/access/decisions', {
      ...asked, action, ...(action === 'book' && { during }),
    });
    expect(body).toMatchObject({
      allowed: false, firstDenial: 'thing', nextChange: publishAt,
      layers: { 5: { code: 'notPublished', until: publishAt } },
    });
  }
  await world.clockTo(publishAt);
  expect(await seen(customer)).toEqual(['Soon']);
  expect((await world.api('GET', `/resources/${room.id}`)).body.publication).toBe('published');
  expect((await customer('POST', '/bookings', booking)).status).toBe(201);
});

test('VIS-5 staff see who sees a room, where, and why not elsewhere', async () => {
  const room = await world.resource({ locationId: quay.id, name: 'Loft', audience: { level: 'members' } });
  const ask = async () => {
    const { body } = await world.api('GET', `/resources/${room.id}/visibility`);
    const at = (id: string) => body.locations.find((one: any) => one.location.id === id);
    return { body, here: at(quay.id), there: at(mill.id) };
  };
  const { body, here, there } = await ask();
  expect(body).toMatchObject({ publication: 'published', people: 2 });
  expect(here).toMatchObject({
    relation: 'same', scope: 'current', level: 'signedIn', stranger: false, seenBy: 1,
    reasons: [{ code: 'membersOnly', layer: 'standing', count: 1 }],
  });
  expect(there).toMatchObject({ relation: 'elsewhere', inScope: false, seenBy: 0 });
  expect(there.reasons.map(({ code }: any) => code).toSorted()).toEqual(['membersOnly', 'outOfScope']);
  await world.api('PUT', `/locations/${mill.id}/visibility`, { resources: 'network' });
  expect((await ask()).there).toMatchObject({ seenBy: 1, reasons: [{ code: 'membersOnly', count: 1 }] });
  await world.api('PATCH', `/resources/${room.id}`, { visible: false });
  expect((await ask()).here).toMatchObject({ seenBy: 0 });
  const later = await world.api('GET', `/resources/${room.id}/visibility?at=2026-10-01T00:00:00Z`);
  expect(later.body.locations[0].seenBy).toBe(0);
  expect((await world.as(mira.id)('GET', `/resources/${room.id}/visibility`)).status).toBe(403);
});
