import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';

let world: World;
beforeAll(async () => { world = await startWorld({ web: true }); });
afterAll(() => world.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${world.address}${path}`, { headers, redirect: 'manual' });

const series = async (): Promise<string[]> =>
  (await (await get('/metrics')).text()).split('\n')
    .filter((line) => line.startsWith('foyer_http_request_seconds_count') && !line.includes('"/metrics"'));

/** As nobody's client would write it. */
const strangely = (method: string, path: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request(`${world.address}${path}`, { method }, (answer) => answer.resume().on('end', resolve))
      .on('error', reject).end();
  });

test('OPS-2 metrics are counted by route: however many addresses are tried, the series stay', async () => {
  const { id } = await world.location({});
  const asked = async (turn: string) => {
    for (const path of ['/nothing', '/api/v1/nothing', `/en/${turn}`, `/admin/${turn}`, '/api/v1/locations'])
      await get(`${path}/${turn}`);
    for (const method of ['PUT', 'PURGE', 'REPORT', 'DELETE']) await strangely(method, `/${turn}`);
    await get(`/api/v1/locations/${id}`);
    await get(`/de/%E0%A4%A/${turn}`);
  };
  await asked('first');
  const before = await series();
  for (let turn = 0; turn < 10; turn += 1) await asked(`turn-${turn}`);
  expect((await series()).length).toBe(before.length);
  expect(before.filter((line) => line.includes('"unknown"'))).toHaveLength(1);
  expect(before.join('\n')).toContain('route="/api/v1/locations/:locationId",status="2xx"');
  expect(before.join('\n')).not.toMatch(/first|turn|\(\^/);
});

test('OPS-2 metrics are for who asks the process itself: through a proxy there is no such page', async () => {
  expect((await get('/metrics')).status).toBe(200);
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  expect((await get('/metrics', { forwarded: 'for=203.0.113.9' })).status).toBe(404);
  const { statusCode } = await world.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' });
  expect(statusCode).toBe(404);
  const near = await world.app.inject({ url: '/metrics', remoteAddress: '::ffff:10.1.2.3' });
  expect(near.statusCode).toBe(200);
});
