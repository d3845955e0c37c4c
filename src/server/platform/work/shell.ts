import type { Transaction } from 'kysely';
import type { Signal } from '../../../api/signals.ts';
import { type Instant } from '../../../domain/kernel/instant.ts';
import type { Id, Prefix } from '../../../domain/kernel/id.ts';
import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Connection, Database } from '../database/connect.ts';
import type { Schema } from '../database/schema.generated.ts';
import { type Caller } from '../http/caller.ts';
import { Problem } from '../http/problem.ts';
import type { Letter } from '../mail/letter.ts';
import type { ProcessSettings } from '../process-settings.ts';
import { type Claim, claimKey, keepAnswer } from './idempotency.ts';
import { newId } from './new-id.ts';
import { flush, type AuditEntry, Tellings } from './tellings.ts';

/** One unit of work: what a verb is given. Everything it tells is written in its own transaction. */
export interface Work {
  readonly tx: Database;
  readonly now: Instant;
  readonly caller: Caller;
  readonly shell: Shell;
  newId<P extends Prefix>(prefix: P): Id<P>;
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
  let kept: { readonly claim: Claim; readonly answer: unknown } | null = null;
  const { connection, clock, settings, log } = parts;
  const shell: BoundShell = {
    connection,
    clock,
    settings,
    log,
    read: (caller, body) =>
      body(workOf(shell, connection.db, { caller, exchange, tellings: new Tellings() })),
    write: async (caller, body) => {
      const mine = claim;
      claim = null;
      return connection.db.transaction().execute(async (tx: Transaction<Schema>) => {
        if (mine) await claimKey(tx, mine, clock.now());
        const tellings = new Tellings();
        const result = await body(workOf(shell, tx, { caller, exchange, tellings }));
        await flush(tx, tellings);
        if (mine) {
          await keepAnswer(tx, mine, { status: exchange.status, answer: result });
          kept = { claim: mine, answer: result };
        }
        return result;
      });
    },
    finish: async (answer) => {
      if (kept === null || kept.answer === answer) return;
      await keepAnswer(connection.db, kept.claim, { status: exchange.status, answer });
    },
  };
  return shell;
}

interface Around {
  readonly caller: Caller;
  readonly exchange: Exchange;
  readonly tellings: Tellings;
}

function workOf(shell: Shell, tx: Database, { caller, exchange, tellings }: Around): Work {
  const now = shell.clock.now();
  return {
    tx, now, caller, shell, newId,
    tell: (signal) => tellings.signals.push({ id: newId('sig'), at: now, ...signal }),
    audit: (entry) => tellings.audits.push({ id: newId('aud'), at: now, caller, ...entry }),
    dueAt: (kind, aboutId, at) => tellings.deadlines.push({ kind, aboutId, at }),
    mail: (letter) => tellings.letters.push({ id: newId('mai'), at: now, ...letter }),
    job: (name, payload) => tellings.jobs.push({ name, payload }),
    mustMatch(version) {
      if (exchange.ifMatch === null || exchange.ifMatch === '*' || exchange.ifMatch === `"${version}"`)
        return;
      throw new Problem('changedMeanwhile');
    },
  };
}
