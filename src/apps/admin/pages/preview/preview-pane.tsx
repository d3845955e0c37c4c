import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState, icons, Skeleton, useSpeech } from '../../../../kit/plain/index.ts';
import type { LocationHere } from '../../data/here.tsx';
import { type AnswerTo, client, Refused } from '../../data/client.ts';
import { useShell } from '../../data/shell.tsx';
import { Fault } from '../../pieces/region.tsx';
import { PortalFrame } from './portal-frame.tsx';
import { WhomAndWhen } from './whom-and-when.tsx';
import type { Side, Width, Wish } from './wish.ts';

export interface PaneProps {
  readonly side: Side;
  readonly wish: Wish;
  readonly place: LocationHere;
  readonly width: Width;
  readonly onSet: (values: Readonly<Record<string, string | undefined>>) => void;
}

/** One of the views: as whom, when and on which levels, and below it the portal. */
export function PreviewPane({ side, wish, place, width, onSet }: PaneProps) {
  const { phrase } = useSpeech();
  const { language } = useShell();
  const [turn, setTurn] = useState(0);
  const isWhole = wish.as !== 'customer';
  const opened = useOpened(wish, place.id, turn);
  const href = opened.data === undefined ? undefined : `${opened.data.href}/${language}`;
  return (
    <section className="pane" aria-labelledby={`pane-${side}`}>
      <h2 className="sr" id={`pane-${side}`}>{phrase(`admin-preview.${side}`)}</h2>
      <WhomAndWhen side={side} wish={wish} place={place} onSet={onSet} href={isWhole ? href : undefined}
        onAgain={() => setTurn(turn + 1)} />
      {!isWhole ? (
        <div className="card">
          <EmptyState icon={icons.user}>{phrase('admin-preview.choose')}</EmptyState>
        </div>
      ) : href !== undefined ? (
        <PortalFrame key={href} src={href} width={width}
          title={phrase('admin-preview.frame', { side: phrase(`admin-preview.${side}`) })} />
      ) : opened.error === null ? (
        <div className="card pane__waiting" role="status" aria-busy="true" aria-label={phrase('kit.loading')}>
          <Skeleton width="40" /><Skeleton width="80" /><Skeleton width="60" />
        </div>
      ) : (
        <div className="card"><NoPreview error={opened.error} onRetry={() => void opened.refetch()} /></div>
      )}
    </section>
  );
}

/** A persona that cannot be here is no fault: it is said why. */
function NoPreview({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return error instanceof Refused && (error.status === 409 || error.status === 422)
    ? <EmptyState icon={icons.info}>{error.detail || error.title}</EmptyState>
    : <Fault error={error} onRetry={onRetry} />;
}

/** Opened once for each wish, because opening is written down; and again when somebody asks for it. */
function useOpened(wish: Wish, locationId: string, turn: number) {
  const { as, at, levels } = wish;
  return useQuery<AnswerTo<'openPreview'>>({
    queryKey: ['openPreview', locationId, as, at ?? null, levels, turn],
    queryFn: () => client.call('openPreview', {
      params: { locationId: locationId as never },
      body: { as, levels, ...(at !== undefined && { at }) },
    }),
    enabled: as !== 'customer',
    staleTime: Infinity, gcTime: 0, retry: false, refetchOnMount: false, refetchOnWindowFocus: false,
    refetchOnReconnect: false, placeholderData: () => undefined,
  });
}
