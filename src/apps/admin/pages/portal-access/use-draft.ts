import { useEffect, useMemo, useState } from 'react';
import { client } from '../../data/client.ts';
import type { OwnLevels } from './wished.ts';

const RESTED_MS = 600;

/**
 * Keeps the wish as a draft, one call after the other, so that an older one never comes last. Null: nothing
 * is wished any more, and the draft goes.
 */
export function useDraft(locationId: string, version: number | undefined) {
  const [fault, setFault] = useState<Error>();
  const kept = useMemo(() => keeper(locationId, setFault), [locationId]);
  useEffect(() => () => kept.flush(), [kept]);
  return {
    fault,
    keep: (wish: OwnLevels | null) => kept.rest(wish, version),
    /** Waits until this and nothing older is kept; null: what has not been sent is not sent any more. */
    settled: (wish: OwnLevels | null) => kept.settled(wish, version),
  };
}

function keeper(locationId: string, onFault: (fault: Error | undefined) => void) {
  const params = { locationId: locationId as never };
  let last: Promise<unknown> = Promise.resolve();
  let waiting: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (wish: OwnLevels, version: number | undefined) =>
    client.call('putPortalAccessDraft', {
      params, body: { sections: wish }, ...(version !== undefined && { version }),
    });
  const send = (wish: OwnLevels | null, version: number | undefined) => {
    last = last
      .then(() => (wish === null ? client.call('discardPortalAccessDraft', { params }) : put(wish, version)))
      .then(() => onFault(undefined), (error: unknown) => onFault(error as Error));
  };
  const stop = () => {
    clearTimeout(timer);
    waiting = undefined;
  };
  const flush = () => {
    const now = waiting;
    stop();
    now?.();
  };
  return {
    flush,
    rest: (wish: OwnLevels | null, version: number | undefined) => {
      stop();
      waiting = () => send(wish, version);
      timer = setTimeout(flush, RESTED_MS);
    },
    settled: async (wish: OwnLevels | null, version: number | undefined): Promise<void> => {
      stop();
      await last;
      if (wish !== null) await put(wish, version);
    },
  };
}
