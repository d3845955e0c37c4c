import { Kysely } from 'kysely';
import type pg from 'pg';
import { type Connection, type Database, plugins } from './connect.ts';
import type { Schema } from './schema.generated.ts';
import { compiled, Dialect, type Statement } from './statement.ts';

/** A transaction that PostgreSQL had given up before it was to be committed. */
class Aborted extends Error {}

interface Hooks {
  /** Sent first, in the same breath as `begin`. */
  readonly onBegin: (send: Send) => Promise<void>;
  /** Before each statement: what was put off until now. */
  readonly beforeEach: (send: Send) => Promise<void>;
}

export type Send = (statement: Statement) => Promise<pg.QueryResult>;

/**
 * A transaction that begins with the first statement that asks for it. One that has only its last statement
 * is that statement alone: one round trip, and just as much all or nothing.
 */
export class LateTransaction {
  readonly tx: Database;
  readonly #connection: Connection;
  readonly #hooks: Hooks;
  #client: pg.PoolClient | null = null;
  #begun: Promise<pg.PoolClient> | null = null;
  #hasEnded = false;
  #sent = 0;

  constructor(connection: Connection, hooks: Hooks) {
    this.#connection = connection;
    this.#hooks = hooks;
    const query = (text: string, values: readonly unknown[]) => this.#query(text, values);
    const client = { query, release: () => undefined };
    const pool = { connect: async () => client, end: async () => undefined, options: {} };
    this.tx = new Kysely<Schema>({ dialect: new Dialect({ pool: pool as never }), plugins });
  }

  get hasBegun(): boolean {
    return this.#begun !== null;
  }

  /** How many statements it was asked to send. */
  get sent(): number {
    return this.#sent;
  }

  /** The last statement, if any, and the end: both in one round trip. */
  async commit(last: Statement | null): Promise<void> {
    this.#hasEnded = true;
    if (this.#begun === null) {
      if (last !== null) await sendTo(this.#connection.pool, last);
      return;
    }
    const client = await this.#begun;
    const [written, committed] = await Promise.allSettled([
      last === null ? null : sendTo(client, last),
      client.query('commit'),
    ]);
    this.#release(committed.status === 'rejected');
    if (written.status === 'rejected') throw written.reason;
    if (committed.status === 'rejected') throw committed.reason;
    if (committed.value.command === 'ROLLBACK') throw new Aborted('the transaction was aborted');
  }

  async rollback(): Promise<void> {
    this.#hasEnded = true;
    if (this.#begun === null) return;
    await this.#begun.catch(() => undefined);
    if (this.#client === null) return;
    const isClean = await this.#client.query('rollback').then(() => true, () => false);
    this.#release(!isClean);
  }

  async #query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (this.#hasEnded) throw new Aborted('the transaction has ended');
    this.#sent += 1;
    const client = await (this.#begun ??= this.#begin());
    await this.#hooks.beforeEach((statement) => sendTo(client, statement));
    return client.query(text, values as unknown[]);
  }

  async #begin(): Promise<pg.PoolClient> {
    const client = await this.#connection.pool.connect();
    this.#client = client;
    const begun = client.query('begin');
    await Promise.all([begun, this.#hooks.onBegin((statement) => sendTo(client, statement))]);
    return client;
  }

  #release(isBroken: boolean): void {
    this.#client?.release(isBroken);
    this.#client = null;
  }
}

function sendTo(client: pg.PoolClient | pg.Pool, statement: Statement): Promise<pg.QueryResult> {
  const { text, values } = compiled(statement);
  return client.query(text, values);
}
