import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Built } from '../support/builders/resources.ts';
import { startWorld, type World } from '../support/world.ts';

/** What hangs from a location is found there and below: a key of one location finds nothing of another. */
let world: World;
let made: Record<'quay' | 'loft' | 'network', Record<'type' | 'pass' | 'plan' | 'rate', Built>>;
let atQuay: (path: string) => Promise<{ status: number; body: Record<string, any> }>;

beforeAll(async () => {
  world = await startWorld();
  const [quay, loft, network] = [await world.location(), await world.location(), await world.network()];
  const at = async (place: Built) => {
    const type = await world.resourceType({ locationId: place.id });
    return {
      type, rate: await world.rate({ typeId: type.id }), plan: await world.plan(place),
      pass: await world.pass({ locationId: place.id }),
    };
  };
  made = { quay: await at(quay), loft: await at(loft), network: await at(network) };
  const key = { name: 'Desk', role: 'frontDesk', locationId: quay.id };
  const { body: { secret } } = await world.api('POST', '/api-keys', key);
  atQuay = async (path) => {
    const answer = await fetch(`${world.address}/api/v1${path}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, any> };
  };
}, 60_000);
afterAll(() => world.stop());

test.each([
  ['/resource-types', 'type'], ['/rates', 'rate'], ['/plans', 'plan'], ['/passes', 'pass'],
] as const)('SAF-2 %s: what is found from the key’s location, and nothing else', async (path, of) => {
  const listed = (await atQuay(path)).body.data.map(({ id }: Built) => id);
  expect(new Set(listed)).toEqual(new Set([made.quay[of].id, made.network[of].id]));
  const status = async (place: keyof typeof made) => (await atQuay(`${path}/${made[place][of].id}`)).status;
  expect([await status('quay'), await status('network'), await status('loft')]).toEqual([200, 200, 404]);
});

test('SAF-2 a pass made elsewhere is found where it is valid too', async () => {
  const [{ locationId: quayId }, { locationId: loftId }] = [made.quay.pass, made.loft.pass];
  const both = await world.pass({ locationId: loftId, locationIds: [loftId, quayId] });
  expect((await atQuay('/passes')).body.data.map(({ id }: Built) => id)).toContain(both.id);
  expect((await atQuay(`/passes/${both.id}`)).status).toBe(200);
});
