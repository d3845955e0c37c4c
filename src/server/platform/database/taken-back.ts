import { Kysely } from 'kysely';
import type pg from 'pg';
import { type Connection, plugins } from './connect.ts';
import type { Schema } from './schema.generated.ts';
import { Dialect } from './statement.ts';

/** A connection to one transaction that is always taken back. */
export interface Within {
  readonly connection: Connection;
  /**
   * From here on the transaction is read only. What writes all the same, in a transaction of its own, does so
   * behind a savepoint, is answered, and is taken back at once.
   */
  readonly look: () => Promise<void>;
}

/**
 * Runs something on one transaction of the database that can never be committed: what is done in it is seen
 * by whatever reads in it, and by nobody else, ever.
 */
export async function takenBack<T>(real: Connection, body: (within: Within) => Promise<T>): Promise<T> {
  const client = await real.pool.connect();
  const one = new OneTransaction(client, real);
  try {
    await client.query('begin');
    return await body(one);
  } finally {
    one.end();
    const isClean = await client.query('rollback').then(() => true, () => false);
    client.release(!isClean);
  }
}

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>;
interface Client {
  query(text: string, values?: readonly unknown[]): Promise<Answer>;
  release(): void;
}

const done = (command: string): Answer => ({ command, rowCount: 0, rows: [] });

/** Whoever waits longer for its turn waits for itself. */
const patience = 15_000;

class OneTransaction implements Within {
  readonly connection: Connection;
  readonly #client: pg.PoolClient;
  #turn: Promise<void> = Promise.resolve();
  #isLooking = false;
  #hasEnded = false;

  constructor(client: pg.PoolClient, real: Connection) {
    this.#client = client;
    const reading = { query: this.#read.bind(this), release: () => undefined };
    const readers = { connect: async () => reading, end: async () => undefined, options: {} };
    const pool = { connect: () => this.#begin(), query: this.#writeAlone.bind(this) } as unknown as pg.Pool;
    const db = new Kysely<Schema>({ dialect: new Dialect({ pool: readers as never }), plugins });
    this.connection = { db, pool, url: real.url, close: async () => undefined };
  }

  readonly look = async (): Promise<void> => {
    await this.#send('savepoint looking');
    await this.#send(readOnly);
    this.#isLooking = true;
  };

  /** What still runs when the answer is there, or failed, finds no transaction of anybody else. */
  end(): void {
    this.#hasEnded = true;
  }

  async #send(text: string, values?: readonly unknown[]): Promise<Answer> {
    if (this.#hasEnded) throw new Error('the transaction was taken back');
    return this.#client.query(text, values as unknown[]);
  }

  async #read(text: string, values?: readonly unknown[]): Promise<Answer> {
    if (isBoundary(text)) throw new Error('nothing ends a transaction that is taken back');
    return this.#send(text, values);
  }

  /** One that writes at a time, as a transaction within this one. */
  async #begin(): Promise<Client> {
    const release = await this.#takeTurn();
    return {
      query: (text, values) =>
        (isBoundary(text) ? this.#boundary(wordOf(text)) : this.#send(text, values)),
      release,
    };
  }

  async #writeAlone(text: string, values?: readonly unknown[]): Promise<Answer> {
    const client = await this.#begin();
    try {
      await client.query('begin');
      const answer = await client.query(text, values);
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** `begin`, `commit` and `rollback` of whoever writes, as far as they mean something here. */
  async #boundary(word: string): Promise<Answer> {
    if (word === 'begin') await this.#send(this.#isLooking ? backToLooking : 'savepoint doing');
    else if (this.#isLooking) for (const text of [backToLooking, readOnly]) await this.#send(text);
    else await this.#send(word === 'commit' ? 'release savepoint doing' : 'rollback to savepoint doing');
    return done(word.toUpperCase());
  }

  async #takeTurn(): Promise<() => void> {
    const before = this.#turn;
    let release: () => void = () => undefined;
    this.#turn = new Promise((resolve) => { release = () => resolve(); });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('whoever writes here waits for itself')), patience);
    });
    await Promise.race([before, late]).catch((error: unknown) => { release(); throw error; })
      .finally(() => clearTimeout(timer));
    return release;
  }
}

const readOnly = 'set local transaction_read_only to on';
/** Takes back the read only too: it was set behind the savepoint. */
const backToLooking = 'rollback to savepoint looking';

const wordOf = (text: string): string => text.trim().toLowerCase().replace(/;$/, '');

const isBoundary = (text: string): boolean =>
  /^\s*(begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b(?!\s+to\b)/i.test(text);
