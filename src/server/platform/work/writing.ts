import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Connection } from '../database/connect.ts';
import { LateTransaction, type Send } from '../database/late-transaction.ts';
import type { Statement } from '../database/statement.ts';
import { answerKept, type Claim, heardBefore, keyClaimed, stillWorking } from './idempotency.ts';
import { asOne, type PutOff, refusedWrite } from './last-statement.ts';
import { jobsAdded, Tellings, tellingsWritten } from './tellings.ts';

/** The key of the request, and the status with which its answer is kept. */
interface Keyed {
  readonly claim: Claim | null;
  readonly status: number;
  readonly now: Instant;
}

/**
 * One transaction: what a verb puts off and tells is written by its last statement, together with the answer
 * kept for the request's key. A verb that asks the transaction for nothing is one round trip in all.
 */
export class Writing {
  readonly tellings = new Tellings();
  readonly putOff: PutOff[] = [];
  readonly transaction: LateTransaction;
  readonly #connection: Connection;
  readonly #keyed: Keyed;

  constructor(connection: Connection, keyed: Keyed) {
    this.#connection = connection;
    this.#keyed = keyed;
    this.transaction = new LateTransaction(connection, {
      onBegin: (send) => this.#claim(send),
      beforeEach: (send) => this.#catchUp(send),
    });
  }

  async done<T>(body: () => Promise<T>): Promise<T> {
    try {
      const answer = await body();
      await this.#commit(answer);
      return answer;
    } catch (error) {
      await this.transaction.rollback();
      throw await this.#heard(error);
    }
  }

  /** Keeps the answer as it was sent, where the transaction answered something else. */
  async keepInstead(answer: unknown): Promise<void> {
    const { claim, status } = this.#keyed;
    if (claim !== null) await answerKept(claim, { status, answer }).execute(this.#connection.db);
  }

  async #commit(answer: unknown): Promise<void> {
    const { claim, now, status } = this.#keyed;
    const kept = { status, answer };
    const writes: PutOff[] = [...this.putOff, ...tellingsWritten(this.tellings).map(anyRows)];
    if (claim !== null && this.transaction.hasBegun) writes.push(anyRows(answerKept(claim, kept)));
    else if (claim !== null) writes.push({ statement: keyClaimed(claim, now, kept), must: oneKey });
    const last = asOne(writes, jobsAdded(this.tellings));
    await this.transaction.commit(last).catch((error: unknown) => { throw refusedWrite(error, writes); });
  }

  /** What was put off is there before anything else is asked. */
  async #catchUp(send: Send): Promise<void> {
    const writes = this.putOff.splice(0);
    const statement = asOne(writes);
    if (statement === null) return;
    await send(statement).catch((error: unknown) => { throw refusedWrite(error, writes); });
  }

  /** A request with the same key that is still at work is waited for. */
  async #claim(send: Send): Promise<void> {
    const { claim, now } = this.#keyed;
    if (claim !== null && (await send(keyClaimed(claim, now, null))).rowCount !== 1) throw new KeyTaken();
  }

  /** Whoever comes with a key that has an answer hears that one, and no refusal that it leads to. */
  async #heard(error: unknown): Promise<unknown> {
    const { claim, now } = this.#keyed;
    if (claim === null || (this.transaction.hasBegun && !(error instanceof KeyTaken))) return error;
    const heard = await heardBefore(this.#connection.db, claim, now);
    return heard ?? (error instanceof KeyTaken ? stillWorking() : error);
  }
}

/** The request's key belongs to another request. */
class KeyTaken extends Error {}

const oneKey = { rows: 1, orElse: () => new KeyTaken() };

const anyRows = (statement: Statement): PutOff => ({ statement, must: null });
