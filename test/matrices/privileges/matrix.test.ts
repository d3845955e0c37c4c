import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/server/words.ts';
import { startWorld, type World } from '../../support/world.ts';
import { ask, type Cell, cellsOf, type Heard, nameOf, send } from './cells.ts';
import { faultOf } from './judge.ts';
import { type Everything, everythingOf } from './people.ts';
import { ofNoPlace } from './table.ts';

/**
 * Who x route x whose: every endpoint is asked by everybody about what is their own, another's at the same
 * place, at the place beside it and above. What must happen is computed from the table, not from the program.
 */
let world: World;
let all: Everything;
let cells: readonly Cell[];
let asked = 0;

beforeAll(async () => {
  world = await startWorld();
  all = await everythingOf(world);
  cells = cellsOf(routes.map(({ endpoint }) => endpoint), all);
}, 900_000);
afterAll(() => world.stop());

const isRead = ({ endpoint }: Cell): boolean => endpoint.method === 'GET';

test('SAF-2 whoever is not let in learns nothing and changes nothing', async () => {
  const before = await written();
  expect(await faultsIn(cells.filter(({ isIn }) => !isIn), 24)).toEqual([]);
  expect(await written()).toBe(before);
}, 900_000);

test('SAF-2 what is elsewhere is answered as what is nowhere', async () => {
  const who = all.who.find(({ name }) => name === 'owner')!;
  const { other } = all.things;
  const nowhere = { ...other, ids: { ...madeUp(other.ids), locationId: other.ids.locationId ?? '' } };
  const byId = routes.map(({ endpoint }) => endpoint)
    .filter(({ path, permission }) =>
      path.includes('/:') && permission !== 'public' && permission !== 'signedIn')
    .filter((one) => !ofNoPlace.has(nameOf(one)));
  const told = await Promise.all(byId.map(async (endpoint) => {
    const [real, none] = [await send(world, endpoint, { who, things: other }),
      await send(world, endpoint, { who, things: nowhere })];
    return saidBy(real) === saidBy(none) ? [] : [`${nameOf(endpoint)} ${saidBy(real)} and ${saidBy(none)}`];
  }));
  expect(told.flat()).toEqual([]);
}, 900_000);

/** Ids of the right form that are nobody's. */
const madeUp = (ids: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, `${id.slice(0, 4)}${'0'.repeat(26)}`]));

/** What an answer tells: all of it but the request's own number and address. */
const saidBy = ({ status, text }: Heard): string =>
  `${status} ${text.replace(/"(requestId|instance)":"[^"]*",?/g, '')}`;

test('PER-3 whoever is let in reads, and reads nothing of anybody else', async () => {
  expect(await faultsIn(cells.filter((cell) => cell.isIn && isRead(cell)), 12)).toEqual([]);
}, 900_000);

test('PER-3 whoever is let in may change what the endpoint changes', async () => {
  const writes = cells.filter((cell) => cell.isIn && !isRead(cell));
  expect(await faultsIn(writes.toSorted((a, b) => endings(a) - endings(b)), 1)).toEqual([]);
  process.stdout.write(`privilege matrix: ${cells.length} cells (${all.who.length} who, `
    + `${routes.length} routes), ${asked} asked, 0 open\n`);
  expect(asked).toBe(cells.length);
}, 900_000);

/** What ends something comes last, so that there is something for everybody. */
const endings = ({ endpoint }: Cell): number =>
  (endpoint.method === 'DELETE' ? 3 : /(archive|end|undo)$/.test(endpoint.path) ? 2 : 1);

/** Asks so many at once, and collects what is wrong, one line for each endpoint and fault. */
async function faultsIn(some: readonly Cell[], atOnce: number): Promise<string[]> {
  const waiting = [...some];
  const faults: string[] = [];
  const worker = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const fault = faultOf(cell, await ask(world, cell, all));
      asked += 1;
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return faults.toSorted();
}

/** How much has been written so far: each change leaves its line in the audit log. */
async function written(): Promise<number> {
  const { db } = world.shell.connection;
  const { count } = await db.selectFrom('auditEntries').select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

test('PER-3 the matrix knows every endpoint', () => {
  const known = new Set(cells.map(({ endpoint }) => nameOf(endpoint)));
  const missing = routes.map(({ endpoint }) => endpoint)
    .filter((one) => one.permission !== 'public' && !known.has(nameOf(one)));
  expect(missing.map(nameOf)).toEqual([]);
});
