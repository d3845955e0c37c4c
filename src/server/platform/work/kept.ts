import { sql } from 'kysely';
import type { Connection, Database } from '../database/connect.ts';
import { type Query, rowsOf } from '../database/together.ts';

/** What few people change and nearly every request reads, in parts that change together. */
export type Part = 'places' | 'plans' | 'resources';

/** The versions in the database, raised there by whatever writes a part. */
export type Versions = Readonly<Record<Part, number>>;

/** Something that each process keeps under the version of its part. What it answers is never changed. */
export interface Kept<T> {
  readonly part: Part;
  readonly load: (tx: Database) => Promise<T>;
}

export interface VersionRow {
  readonly part: Part;
  readonly version: number;
}

/** No rows in a transaction that has itself changed some configuration: it reads what it sees. */
export const versionsQuery: Query<VersionRow> = sql<VersionRow>`
  select part, version from configuration_versions
  where coalesce(current_setting('foyer.configuration_changed', true), '') <> 'yes'`;

export const versionsFrom = (rows: readonly VersionRow[]): Versions | null =>
  rows.length === 0
    ? null
    : (Object.fromEntries(rows.map(({ part, version }) => [part, version])) as unknown as Versions);

/** Where a unit of work reads: beside other transactions, or in one of its own that has begun. */
interface Reading {
  readonly tx: Database;
  /** Statements that its own transaction was sent; 0 beside other transactions. */
  readonly sent: number;
}

/**
 * What one unit of work takes from the memory of its process. The versions are asked of the database once,
 * or come with other facts; in a transaction they hold until it is sent anything else, since that may change
 * them.
 */
export class Recollection {
  readonly #memory: Memory;
  readonly #reading: () => Reading;
  #versions: Promise<Versions | null> | null = null;
  #asOf = 0;

  constructor(connection: Connection, reading: () => Reading) {
    this.#memory = memoryOf(connection);
    this.#reading = reading;
  }

  knows(versions: Versions | null): void {
    this.#versions = Promise.resolve(versions);
    this.#asOf = this.#reading().sent;
  }

  async take<T>(of: Kept<T>): Promise<T> {
    const { tx, sent } = this.#reading();
    const isCurrent = this.#asOf === sent || this.#asOf === ASKING;
    if (this.#versions === null || !isCurrent) this.#versions = this.#ask(tx);
    const versions = await this.#versions;
    return versions === null ? this.#memory.load(of, tx) : this.#memory.take(of, versions[of.part], tx);
  }

  async #ask(tx: Database): Promise<Versions | null> {
    this.#asOf = ASKING;
    try {
      return versionsFrom(await rowsOf(tx, versionsQuery));
    } finally {
      this.#asOf = this.#reading().sent;
    }
  }
}

const ASKING = -1;

/** What a process keeps of one database. */
class Memory {
  readonly #kept = new Map<Kept<unknown>, { readonly version: number; readonly value: Promise<unknown> }>();
  readonly changed = new Map<Kept<unknown>, (value: unknown) => unknown>();

  async load<T>(of: Kept<T>, tx: Database): Promise<T> {
    const value = await of.load(tx);
    const change = this.changed.get(of);
    return change === undefined ? value : change(value) as T;
  }

  /** The version was read before the value is, so that a value is never older than its version says. */
  take<T>(of: Kept<T>, version: number, tx: Database): Promise<T> {
    const known = this.#kept.get(of);
    // Somebody else's transaction may fail while it reads: that is no reason to fail too.
    if (known?.version === version) return (known.value as Promise<T>).catch(() => this.load(of, tx));
    const made = { version, value: this.load(of, tx) };
    this.#kept.set(of, made);
    made.value.catch(() => {
      if (this.#kept.get(of) === made) this.#kept.delete(of);
    });
    return made.value;
  }
}

/** As if something else were kept: for whoever reads by this connection, and nobody else. */
export const readInstead = <T>(connection: Connection, of: Kept<T>, change: (value: T) => T): void => {
  memoryOf(connection).changed.set(of, change as (value: unknown) => unknown);
};

const memories = new WeakMap<Connection, Memory>();

function memoryOf(connection: Connection): Memory {
  const memory = memories.get(connection) ?? new Memory();
  memories.set(connection, memory);
  return memory;
}
