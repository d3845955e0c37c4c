import type { Caller } from '../http/caller.ts';
import type { Shell, Work } from './shell.ts';

/** Carries an answer out of a transaction that is taken back. */
class TakenBack<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super('taken back');
    this.answer = answer;
  }
}

/**
 * What a verb would do: it is done in a transaction, looked at, and taken back. So the preview and the deed
 * can never differ, and nothing is written or told.
 */
export async function previewed<T>(
  shell: Shell,
  caller: Caller,
  body: (work: Work) => Promise<T>,
): Promise<T> {
  try {
    return await shell.write<T>(caller, async (work) => {
      throw new TakenBack(await body(work));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer as T;
    throw error;
  }
}
