import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { callerOf, system } from '../http/caller.ts';
import { type Shell, shellOf } from '../work/shell.ts';
import type { Connection } from './connect.ts';
import { takenBack } from './taken-back.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { db } = world.shell.connection;
  await sql`create table marks (text text primary key)`.execute(db);
});
afterAll(() => world.stop());

const marksIn = async ({ db }: Connection): Promise<string[]> => {
  const { rows } = await sql<{ text: string }>`select text from marks order by text`.execute(db);
  return rows.map(({ text }) => text);
};
const mark = ({ db }: Pick<Connection, 'db'>, text: string) =>
  sql`insert into marks values (${text})`.execute(db);
const shellOn = (connection: Connection): Shell => shellOf({ ...world.shell, connection });
const product = callerOf(system, null);
const marked = (shell: Shell, text: string) =>
  shell.write(product, async ({ tx }) => {
    await mark({ db: tx }, text);
    return marksIn({ db: tx } as never);
  });

test('PER-4 what is done on it is seen on it alone, and is gone afterwards', async () => {
  await takenBack(world.shell.connection, async ({ connection }) => {
    await marked(shellOn(connection), 'first');
    expect(await marksIn(connection)).toEqual(['first']);
    expect(await marksIn(world.shell.connection)).toEqual([]);
  });
  expect(await marksIn(world.shell.connection)).toEqual([]);
});

test('PER-4 whoever looks writes nothing; what writes all the same is answered and taken back', async () => {
  await takenBack(world.shell.connection, async ({ connection, look }) => {
    await marked(shellOn(connection), 'before');
    await look();
    expect(await marked(shellOn(connection), 'while looking')).toEqual(['before', 'while looking']);
    expect(await marksIn(connection)).toEqual(['before']);
    await expect(marked(shellOn(connection), 'before')).rejects.toMatchObject({ code: '23505' });
    expect(await Promise.all(['x', 'y'].map((text) => marked(shellOn(connection), text))))
      .toEqual([['before', 'x'], ['before', 'y']]);
    await connection.pool.query('insert into marks values ($1)', ['alone']);
    expect(await marksIn(connection)).toEqual(['before']);
    await expect(mark(connection, 'directly')).rejects.toMatchObject({ code: '25006' });
  });
  expect(await marksIn(world.shell.connection)).toEqual([]);
});

test('PER-4 nothing on it commits, and nothing goes on after its end', async () => {
  let left: Connection | null = null;
  await takenBack(world.shell.connection, async ({ connection }) => {
    left = connection;
    for (const text of ['commit', 'COMMIT;', ' end', 'rollback', 'begin', 'prepare transaction \'x\''])
      await expect(sql.raw(text).execute(connection.db)).rejects.toThrow('nothing ends a transaction');
    await expect(connection.db.transaction().execute((tx) => mark({ db: tx }, 'mine'))).rejects.toThrow();
  });
  await expect(marksIn(left!)).rejects.toThrow('was taken back');
  await expect(takenBack(world.shell.connection, () => Promise.reject(new Error('no'))))
    .rejects.toThrow('no');
  expect(await marksIn(world.shell.connection)).toEqual([]);
});
