import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AccessLevel, PortalSection } from '../../../../domain/access/section.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { useAnswer } from '../../data/answers.ts';
import type { LocationHere } from '../../data/here.tsx';
import { useDraft } from './use-draft.ts';
import { changesOf, complete, type OwnLevels } from './wished.ts';

export type Access = AnswerTo<'getPortalAccess'>;
export type Preview = AnswerTo<'previewPortalAccess'>;
export type Version = Access['versions'][number];

const RESTED_MS = 250;

/**
 * The levels of a place as published and as wished, and what the wish would do, now or at the time it is for.
 */
export function useAccess(location: LocationHere, when: string | undefined) {
  const params = { locationId: location.id };
  const published = useAnswer('getPortalAccess', { params });
  const [edits, setEdits] = useState<Partial<OwnLevels>>();
  const access = published.data;
  const draft = useDraft(location.id, access?.version);
  const own = complete(access?.sections ?? {});
  const wished = complete(edits ?? access?.draft?.sections ?? access?.sections ?? {});
  const changed = access === undefined ? [] : changesOf(own, wished);
  const [preview, who] = usePreview(access && { locationId: location.id, sections: wished, at: when });
  const settle = useSettle(() => setEdits(undefined));
  const match = access === undefined ? {} : { version: access.version };
  return {
    published,
    access,
    own,
    wished,
    changed,
    preview,
    /** Who would gain or lose a section, page by page. */
    who,
    place: location,
    draftFault: draft.fault,
    set: (section: PortalSection, level: AccessLevel | null) => {
      const next = { ...wished, [section]: level };
      setEdits(next);
      draft.keep(changesOf(own, next).length === 0 ? null : next);
    },
    discard: () => draft.settled(null)
      .then(() => settle(client.call('discardPortalAccessDraft', { params }))),
    publish: (at: string | undefined) => settle(at === undefined
      ? draft.settled(null).then(() =>
        client.call('putPortalAccess', { params, body: { sections: wished }, ...match }))
      : draft.settled(wished).then(() =>
        client.call('publishPortalAccess', { params, body: { at }, ...match }))),
    revert: (to: number) =>
      settle(client.call('revertPortalAccess', { params, body: { version: to }, ...match })),
    withdraw: (waiting: number) =>
      settle(client.call('withdrawPortalAccess', { params, body: { version: waiting } })),
    reschedule: (waiting: number, at: string | undefined) =>
      settle(client.call('reschedulePortalAccess', {
        params, body: { version: waiting, ...(at !== undefined && { at }) },
      })),
  };
}

export type AccessHere = ReturnType<typeof useAccess>;

/** Waits for a call, and asks again for what it changed. */
function useSettle(forget: () => void) {
  const kept = useQueryClient();
  return async (call: Promise<unknown>): Promise<void> => {
    await call;
    await Promise.all([
      kept.invalidateQueries({ queryKey: ['getPortalAccess'] }),
      kept.invalidateQueries({ queryKey: ['previewPortalAccess'] }),
    ]);
    forget();
  };
}

export interface Previewed {
  readonly locationId: string;
  readonly sections: OwnLevels;
  /** RFC 3339; undefined: now. */
  readonly at?: string | undefined;
  /** A version that would be taken back. */
  readonly insteadOf?: number | undefined;
}

export type WhoOf = (of: PortalSection, who: 'gains' | 'loses') =>
  (cursor: string | undefined) => Promise<NonNullable<Preview['list']>>;

/** Who would gain and lose what; the counts of another wish would be wrong ones, so none are shown. */
export function usePreview(of: Previewed | undefined) {
  const rested = useRested(of === undefined ? null : JSON.stringify(of));
  const { locationId = '', ...body } = JSON.parse(rested ?? '{}') as Partial<Previewed>;
  const sent = { params: { locationId: locationId as never }, body: { sections: {}, ...body } };
  const preview = useQuery({
    queryKey: ['previewPortalAccess', rested],
    queryFn: ({ signal }) => client.call('previewPortalAccess', { ...sent, signal }),
    enabled: rested !== null,
    placeholderData: (): Preview | undefined => undefined,
  });
  const who: WhoOf = (section, side) => async (cursor) => {
    const query = { of: section, who: side, ...(cursor !== undefined && { cursor }) };
    return (await client.call('previewPortalAccess', { ...sent, query })).list
      ?? { data: [], nextCursor: null };
  };
  return [preview, who] as const;
}

/** The wish once it rests; the first one at once. */
function useRested(text: string | null): string | null {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rested === null ? 0 : RESTED_MS);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return rested;
}
