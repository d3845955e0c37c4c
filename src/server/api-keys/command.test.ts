import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase } from '../../../test/support/database.ts';
import { startWorld, type World } from '../../../test/support/world.ts';
import { makeKey } from './command.ts';

let world: World;
beforeAll(async () => { world = await startWorld(); });
afterAll(() => world.stop());

/** What the command writes to its two outputs. */
async function run(
  args: string[],
  url = world.shell.settings.databaseUrl ?? '',
): Promise<[number, string, string]> {
  const written = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  try {
    return [await makeKey(args, { DATABASE_URL: url }), written.out, written.err];
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const me = async (secret: string) =>
  (
    await fetch(`${world.address}/api/v1/me`, { headers: { authorization: `Bearer ${secret.trim()}` } })
  ).json();

test('API-2 beside a running server the command prints a secret on one line and nothing else', async () => {
  await world.network();
  const [code, out, err] = await run(['create', '--name', 'Till', '--role', 'owner']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^key_[\w-]{43}\n$/);
  expect(await me(out)).toMatchObject({
    kind: 'key',
    key: { name: 'Till' },
    locations: [{ name: 'Network' }],
  });
});

test('API-2 a key may be for one location', async () => {
  const quay = await world.location({ name: 'Quay' });
  const [, out] = await run(['create', '--name', 'Quay', '--role', 'frontDesk', '--location', quay.slug]);
  expect((await me(out)).locations).toMatchObject([{ name: 'Quay' }]);
});

test('API-2 on a database without a network the network is made', async () => {
  const empty = await cloneDatabase();
  const [code, out] = await run(['create', '--name', 'First', '--role', 'owner'], empty.url);
  expect([code, out]).toEqual([0, expect.stringMatching(/^key_/)]);
  await empty.drop();
});

test.each([
  [[], /^Use: bin\/api-key create/],
  [['create', '--role', 'owner'], /^A key needs a name/],
  [['create', '--name', 'X', '--role', 'king'], /^A key needs one of the roles owner, /],
  [
    ['create', '--name', 'X', '--role', 'owner', '--location', 'nowhere'],
    /^There is no location with the slug nowhere/,
  ],
])('API-2 %j is refused with one line and nothing on standard output', async (args, line) => {
  const [code, out, err] = await run(args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(line);
  expect(err.trim().split('\n')).toHaveLength(1);
});
