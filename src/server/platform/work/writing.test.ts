import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startWorld, type World } from '../../../../test/support/world.ts';
import { NamedClient } from '../database/named-client.ts';
import { at } from '../database/sql.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import type { Work } from './shell.ts';

let world: World;
const sent = vi.spyOn(NamedClient.prototype, 'query');
beforeAll(async () => { world = await startWorld(); });
beforeEach(() => { sent.mockClear(); });
afterAll(() => world.stop());

const write = <T>(body: (work: Work) => Promise<T>): Promise<T> => world.shell.write(world.caller, body);
const note = (id: string) => ({ action: 'test.noted', aboutId: id });
const dueRow = (work: Work, id: string) =>
  sql`insert into deadlines (id, kind, about_id, due_at) values (${id}, 'test', ${id}, ${at(work.now)})
    on conflict do nothing`;

async function found(table: 'deadlines' | 'audit_entries', aboutId: string): Promise<number> {
  const { rows } = await world.shell.connection.pool.query(
    `select 1 from ${table} where about_id = $1`, [aboutId],
  );
  return rows.length;
}

test('SAF-3 what is written and told without asking for anything is one statement', async () => {
  await write(async (work) => {
    work.write(dueRow(work, 'alone'), { rows: 1, orElse: () => new Error('taken') });
    work.audit(note('alone'));
    work.tell({ kind: 'test.noted', aboutId: 'alone', facts: {} } as never);
  });
  expect(sent).toHaveBeenCalledTimes(1);
  expect([await found('deadlines', 'alone'), await found('audit_entries', 'alone')]).toEqual([1, 1]);
});

test('SAF-3 a write that does not write what it must takes everything back', async () => {
  const twice = () => write(async (work) => {
    work.write(dueRow(work, 'once'), { rows: 1, orElse: () => new Error('taken') });
    work.audit(note('once'));
  });
  await twice();
  await expect(twice()).rejects.toThrow('taken');
  expect([await found('deadlines', 'once'), await found('audit_entries', 'once')]).toEqual([1, 1]);
});

test('what was put off is there for the next statement of its transaction, and gone with it', async () => {
  const seen = async (work: Work) =>
    (await sql`select 1 from deadlines where about_id = 'seen'`.execute(work.tx)).rows.length;
  await expect(write(async (work) => {
    work.write(dueRow(work, 'seen'));
    expect(await seen(work)).toBe(1);
    work.write(dueRow(work, 'seen'), { rows: 1, orElse: () => new Error('taken') });
    await seen(work);
  })).rejects.toThrow('taken');
  expect(await found('deadlines', 'seen')).toBe(0);
});

test('what a transaction changes of the configuration it sees itself, others once it has ended', async () => {
  const names = async (work: Work) => (await loadLocations(work)).rows.map(({ name }) => name);
  const quay = await world.location({ name: 'Quay' });
  const outside = () => world.shell.read(world.caller, names);
  expect(await outside()).toContain('Quay');
  await expect(write(async (work) => {
    await names(work);
    await sql`update locations set name = 'Pier' where id = ${quay.id}`.execute(work.tx);
    expect(await names(work)).toContain('Pier');
    expect(await outside()).toContain('Quay');
    throw new Error('taken back');
  })).rejects.toThrow('taken back');
  expect(await outside()).toContain('Quay');
  await write(async (work) => {
    await sql`update locations set name = 'Pier' where id = ${quay.id}`.execute(work.tx);
  });
  expect(await outside()).toContain('Pier');
});

test('reading what is kept is one look at the versions', async () => {
  await world.shell.read(world.caller, loadLocations);
  sent.mockClear();
  await world.shell.read(world.caller, async (work) => {
    await loadLocations(work);
    await loadLocations(work);
  });
  expect(sent).toHaveBeenCalledTimes(1);
});
