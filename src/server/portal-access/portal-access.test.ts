import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => { world = await startWorld({ now: '2026-12-01T09:00:00+01:00' }); });
afterAll(() => world.stop());

const levels = (id: string, path = '') => `/locations/${id}/portal-access${path}`;
const sees = async (locationId: string, target: string, at?: string) =>
  (
    await world.api('POST', '/access/decisions', {
      customerId: null,
      action: 'viewSection',
      target,
      locationId,
      ...(at && { at }),
    })
  ).body.allowed as boolean;

test('SEC-4 a location inherits what it does not set, the root has the first values', async () => {
  const network = await world.network();
  const quay = await world.location();
  const { body } = await world.api('GET', levels(quay.id));
  expect(body.sections.home).toBeNull();
  expect(body.inEffect.home).toEqual({ level: 'public', setAt: null });
  expect(body.inEffect.perks.level).toBe('members');
  await world.api('PUT', levels(network.id), { sections: { home: 'signedIn' } });
  const { body: after } = await world.api('GET', levels(quay.id));
  expect(after.inEffect.home).toMatchObject({ level: 'signedIn', setAt: { id: network.id } });
  await world.api('PUT', levels(quay.id), { sections: { home: 'public' } });
  expect(await sees(quay.id, 'home')).toBe(true);
  await world.api('PUT', levels(quay.id), { sections: { home: null } });
  expect(await sees(quay.id, 'home')).toBe(false);
  await world.api('PUT', levels(network.id), { sections: {} });
});

test('SEC-4 drafted levels hold once published, at a time if wished, and can be brought back', async () => {
  const quay = await world.location();
  expect((await world.api('POST', levels(quay.id, '/publish'), {})).status).toBe(409);
  const draft = await world.api('PUT', levels(quay.id, '/draft'), { sections: { events: 'members' } });
  expect(draft.body).toMatchObject({ version: 0, draft: { sections: { events: 'members' } } });
  expect(await sees(quay.id, 'events')).toBe(true);
  const late = await world.api('POST', levels(quay.id, '/publish'), { at: '2026-12-05T06:00:00+01:00' });
  expect(late.body).toMatchObject({
    version: 1,
    draft: null,
    scheduled: [{ version: 1, inForceFrom: '2026-12-05T05:00:00Z' }],
  });
  expect(await sees(quay.id, 'events')).toBe(true);
  expect(await sees(quay.id, 'events', '2026-12-05T06:00:00+01:00')).toBe(false);
  await world.clockTo('2026-12-05T06:00:00+01:00');
  expect(await sees(quay.id, 'events')).toBe(false);
  const back = await world.api('POST', levels(quay.id, '/revert'), { version: 0 });
  expect(back.body).toMatchObject({ version: 2, sections: { events: null } });
  expect(await sees(quay.id, 'events')).toBe(true);
  const past = await world
    .api('PUT', levels(quay.id, '/draft'), { sections: {} })
    .then(() => world.api('POST', levels(quay.id, '/publish'), { at: '2026-12-01T06:00:00+01:00' }));
  expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'at' }] } });
});

test('SEC-4 a level or section that does not exist is refused by field', async () => {
  const quay = await world.location();
  expect((await world.api('PUT', levels(quay.id), { sections: { home: 'everybody' } })).status).toBe(422);
  expect((await world.api('PUT', levels(quay.id), { sections: { cellar: 'public' } })).status).toBe(422);
  expect((await world.stranger('PUT', levels(quay.id), { sections: {} })).status).toBe(401);
});

test('API-1 levels that somebody else has changed meanwhile are not overwritten', async () => {
  const quay = await world.location();
  await world.api('PUT', levels(quay.id), { sections: { faq: 'members' } }, { 'if-match': '"0"' });
  const stale = await world.api('PUT', levels(quay.id), { sections: {} }, { 'if-match': '"0"' });
  expect(stale.status).toBe(412);
});

test('VIS-1 a location chooses which locations its portal shows, and inherits the rest', async () => {
  const network = await world.network();
  const quay = await world.location();
  const visibility = `/locations/${quay.id}/visibility`;
  const { body } = await world.api('GET', visibility);
  expect(body).toEqual({
    events: 'current',
    articles: 'current',
    perks: 'current',
    faq: 'current',
    resources: 'current',
    products: 'current',
  });
  await world.api('PUT', `/locations/${network.id}/visibility`, { resources: 'network' });
  expect((await world.api('GET', visibility)).body.resources).toBe('network');
  const put = await world.api('PUT', visibility, { resources: 'children', faq: null });
  expect(put.body).toMatchObject({ resources: 'children', faq: 'current' });
  await world.api('PUT', `/locations/${network.id}/visibility`, {});
});

test('VIS-1 VIS-2 a room of another location is seen where the scope reaches it', async () => {
  const quay = await world.location();
  const mill = await world.location();
  const room = await world.resource({ locationId: mill.id, name: 'Mill room' });
  const item = (locationId: string) =>
    world.api('POST', '/access/decisions', {
      customerId: null,
      action: 'viewItem',
      target: room.id,
      locationId,
    });
  await world.api('PUT', levels(quay.id), { sections: { bookings: 'public' } });
  await world.api('PUT', levels(mill.id), { sections: { bookings: 'public' } });
  expect((await item(mill.id)).body.allowed).toBe(true);
  expect((await item(quay.id)).body).toMatchObject({
    firstDenial: 'thing',
    layers: { 5: { code: 'outOfScope' } },
  });
  await world.api('PUT', `/locations/${quay.id}/visibility`, { resources: 'network' });
  expect((await item(quay.id)).body.allowed).toBe(true);
});
