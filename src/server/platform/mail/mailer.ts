import type { Letter } from './letter.ts';

/**
 * Who a letter is from, and by what it is known for good: a letter sent twice after a fault is recognised.
 */
export interface Envelope {
  readonly id: string;
  readonly fromName: string;
  readonly fromAddress: string;
}

/** The port with two adapters, SMTP and the local outbox; mailer.test.ts holds both to the same. */
export interface Mailer {
  /**
   * Throws {@link Undeliverable} when the letter was not taken; resolves once somebody else answers for it.
   */
  deliver(letter: Letter, envelope: Envelope): Promise<void>;
  close(): void;
}

export class Undeliverable extends Error {
  /** Trying again is of no use: the address does not exist, or the letter was refused for good. */
  readonly forGood: boolean;
  constructor(message: string, forGood: boolean) {
    super(message);
    this.forGood = forGood;
  }
}

/** Letters stay where they were written, and people with the right read them in the admin panel. */
export const localOutbox: Mailer = { deliver: () => Promise.resolve(), close: () => undefined };
