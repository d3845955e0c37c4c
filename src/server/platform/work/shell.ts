import type { Signal } from '../../../api/signals.ts';
import { type Instant } from '../../../domain/kernel/instant.ts';
import type { Id, Prefix } from '../../../domain/kernel/id.ts';
import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Connection, Database } from '../database/connect.ts';
import type { Statement } from '../database/statement.ts';
import { type Caller } from '../http/caller.ts';
import { Problem } from '../http/problem.ts';
import type { Letter } from '../mail/letter.ts';
import type { ProcessSettings } from '../process-settings.ts';
import type { Claim } from './idempotency.ts';
import { type Kept, Recollection, type Versions } from './kept.ts';
import { newId } from './new-id.ts';
import { type AuditEntry, Tellings } from './tellings.ts';
import { Writing } from './writing.ts';

/** One unit of work: what a verb is given. Everything it tells is written in its own transaction. */
export interface Work {
  /** The transaction, begun by the first statement that is sent to it. */
  readonly tx: Database;
  readonly now: Instant;
  readonly caller: Caller;
  readonly shell: Shell;
  newId<P extends Prefix>(prefix: P): Id<P>;
  /** What this process keeps of what few people change, as it is in the database now. */
  kept<T>(of: Kept<T>): Promise<T>;
  /** The versions that came with other facts need not be asked for. */
  knows(versions: Versions | null): void;
  /**
   * Writes rows together with everything that is told, in the last statement, or before the next one that
   * asks `tx` for something. Where it writes another number of rows than it must, nothing is kept.
   */
  write(statement: Statement, must?: { readonly rows: number; readonly orElse: () => unknown }): void;
  /**
   * A signal in the outbox: for webhooks, live screens, statistics. Nothing that decides access rides on
   * it.
   */
  tell(signal: Signal): void;
  /** A row in the audit log. */
  audit(entry: AuditEntry): void;
  /**
   * A business deadline, handled once by the word that registered the kind, when the product's clock
   * reaches it.
   */
  dueAt(kind: string, aboutId: string, at: Instant): void;
  /** A letter, sent when this work is committed. */
  mail(letter: Letter): void;
  /** Work for the job queue, begun when this work is committed. */
  job(name: string, payload: Record<string, unknown>): void;
  /** Refuses the edit of a version other than the one the caller has seen, where If-Match was sent. */
  mustMatch(version: number): void;
}

/** What the process has: its database, clock, settings, log. */
export interface Shell {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly settings: ProcessSettings;
  readonly log: Logger;
  /** Reads without a transaction. */
  read<T>(caller: Caller, body: (work: Work) => Promise<T>): Promise<T>;
  /** One transaction: all of it or nothing. The first write of a request honours its idempotency key. */
  write<T>(caller: Caller, body: (work: Work) => Promise<T>): Promise<T>;
}

/** What a request adds to the shell: the headers that bind its writes. */
export interface Exchange {
  readonly claim: Claim | null;
  readonly ifMatch: string | null;
  /** Status with which a kept answer is sent again. */
  readonly status: number;
}

type Parts = Pick<Shell, 'connection' | 'clock' | 'settings' | 'log'>;

/** A shell bound to one request. */
export interface BoundShell extends Shell {
  /** Keeps the answer as it was sent, where the first write answered something else. */
  finish(answer: unknown): Promise<void>;
}

const unbound: Exchange = { claim: null, ifMatch: null, status: 200 };

export function shellOf(parts: Parts, exchange: Exchange = unbound): BoundShell {
  let claim = exchange.claim;
  let kept: { readonly writing: Writing; readonly answer: unknown } | null = null;
  const { connection, clock, settings, log } = parts;
  const shell: BoundShell = {
    connection,
    clock,
    settings,
    log,
    read: (caller, body) => body(readingWork(shell, { caller, exchange })),
    write: async (caller, body) => {
      const mine = claim;
      claim = null;
      const now = clock.now();
      const writing = new Writing(connection, { claim: mine, status: exchange.status, now });
      const answer = await writing.done(() => body(writingWork(shell, { caller, exchange }, writing)))
        .catch((error: unknown) => {
          claim ??= mine;
          throw error;
        });
      if (mine) kept = { writing, answer };
      return answer;
    },
    finish: async (answer) => {
      if (kept === null || kept.answer === answer) return;
      await kept.writing.keepInstead(answer);
    },
  };
  return shell;
}

interface Around {
  readonly caller: Caller;
  readonly exchange: Exchange;
}

function readingWork(shell: Shell, around: Around): Work {
  const tx = shell.connection.db;
  const recollection = new Recollection(shell.connection, () => ({ tx, sent: 0 }));
  return workOf(shell, around, { tx, recollection, tellings: new Tellings(), write: refuseToWrite });
}

function writingWork(shell: Shell, around: Around, { transaction, tellings, putOff }: Writing): Work {
  const { tx } = transaction;
  const recollection = new Recollection(shell.connection, () => {
    const isWithin = transaction.sent > 0 || putOff.length > 0;
    return { tx: isWithin ? tx : shell.connection.db, sent: transaction.sent };
  });
  const write: Work['write'] = (statement, must) => putOff.push({ statement, must: must ?? null });
  return workOf(shell, around, { tx, recollection, tellings, write });
}

/** Nothing that is read only is ever flushed. */
function refuseToWrite(): never {
  throw new TypeError('a unit of work that reads does not write');
}

interface Through {
  readonly tx: Database;
  readonly recollection: Recollection;
  readonly tellings: Tellings;
  readonly write: Work['write'];
}

function workOf(shell: Shell, { caller, exchange }: Around, through: Through): Work {
  const { tx, recollection, tellings, write } = through;
  const now = shell.clock.now();
  return {
    tx, now, caller, shell, newId, write,
    kept: (of) => recollection.take(of),
    knows: (versions) => recollection.knows(versions),
    tell: (signal) => tellings.signals.push({ id: newId('sig'), at: now, ...signal }),
    audit: (entry) => tellings.audits.push({ id: newId('aud'), at: now, caller, ...entry }),
    dueAt: (kind, aboutId, at) => tellings.deadlines.push({ kind, aboutId, at }),
    mail: (letter) => tellings.letters.push({ id: newId('mai'), at: now, ...letter }),
    job: (name, payload) => tellings.jobs.push({ name, payload }),
    mustMatch(version) {
      const tags = exchange.ifMatch?.split(',').map((tag) => tag.trim());
      if (tags === undefined || tags.includes('*') || tags.includes(`"${version}"`)) return;
      throw new Problem('changedMeanwhile');
    },
  };
}
