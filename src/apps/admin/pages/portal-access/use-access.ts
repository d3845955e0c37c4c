import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AccessLevel, PortalSection } from '../../../../domain/access/section.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { useAnswer } from '../../data/answers.ts';
import type { LocationHere } from '../../data/here.tsx';
import { changesOf, complete, type OwnLevels } from './wished.ts';

export type Access = AnswerTo<'getPortalAccess'>;
export type Preview = AnswerTo<'previewPortalAccess'>;

const RESTED_MS = 250;

/**
 * The levels of a place as published and as wished, and what the wish would do. Wishes are kept as a draft.
 */
export function useAccess(location: LocationHere) {
  const params = { locationId: location.id };
  const kept = useQueryClient();
  const published = useAnswer('getPortalAccess', { params });
  const [edits, setEdits] = useState<Partial<OwnLevels>>();
  const access = published.data;
  const own = complete(access?.sections ?? {});
  const wished = complete(edits ?? access?.draft?.sections ?? access?.sections ?? {});
  const changed = access === undefined ? [] : changesOf(own, wished);
  const rested = useRested(access === undefined ? null : JSON.stringify(wished));
  const preview = useQuery({
    queryKey: ['previewPortalAccess', location.id, rested, access?.version],
    queryFn: ({ signal }) =>
      client.call('previewPortalAccess', {
        params,
        body: { sections: JSON.parse(rested ?? '{}') as OwnLevels },
        signal,
      }),
    enabled: rested !== null,
    // Counts of another wish would be wrong ones: nothing is shown until these are here.
    placeholderData: (): Preview | undefined => undefined,
  });
  const settle = async (call: Promise<unknown>) => {
    await call;
    setEdits(undefined);
    await Promise.all([
      kept.invalidateQueries({ queryKey: ['getPortalAccess'] }),
      kept.invalidateQueries({ queryKey: ['previewPortalAccess'] }),
    ]);
  };
  return {
    published,
    access,
    own,
    wished,
    changed,
    preview,
    place: location,
    /** Who would gain or lose a section, page by page. */
    who: (of: PortalSection, who: 'gains' | 'loses') => async (cursor: string | undefined) =>
      (await client.call('previewPortalAccess', {
        params, body: { sections: wished }, query: { of, who, ...(cursor !== undefined && { cursor }) },
      })).list ?? { data: [], nextCursor: null },
    set: (section: PortalSection, level: AccessLevel | null) => {
      const next = { ...wished, [section]: level };
      setEdits(next);
      void client.call('putPortalAccessDraft', { params, body: { sections: next } });
    },
    discard: () => settle(client.call('discardPortalAccessDraft', { params })),
    publish: (at: string | undefined) =>
      settle(
        at === undefined
          ? client.call('putPortalAccess', { params, body: { sections: wished } })
          : client
              .call('putPortalAccessDraft', { params, body: { sections: wished } })
              .then(() => client.call('publishPortalAccess', { params, body: { at } })),
      ),
    revert: (version: number) => settle(client.call('revertPortalAccess', { params, body: { version } })),
  };
}

export type AccessHere = ReturnType<typeof useAccess>;

/** The wish once it rests; the first one at once. */
function useRested(text: string | null): string | null {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rested === null ? 0 : RESTED_MS);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return rested;
}
