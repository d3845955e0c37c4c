import type { ReactNode } from 'react';
import { EmptyState, ErrorState, icons, SkeletonRows, usePhrase } from '../../../kit/plain/index.ts';
import { Refused } from '../data/client.ts';

/** What a region needs to know about its answer; a TanStack query or `useList` gives it. */
export interface RegionAnswer<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Skeleton, fault or content: an error replaces only its region and offers one act. */
export function Region<Data>({ answer, children, rows = 3 }: {
  readonly answer: RegionAnswer<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly rows?: number;
}) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error !== null) return <Fault error={answer.error} onRetry={() => void answer.refetch()} />;
  return <SkeletonRows rows={rows} round={false} />;
}

/** A fault in words: what the API said when it said something, its reference, and one act. */
export function Fault({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const phrase = usePhrase();
  const refused = error instanceof Refused ? error : null;
  if (refused?.status === 403) {
    return <EmptyState icon={icons.lock}>{refused.detail || refused.title}</EmptyState>;
  }
  if (refused?.status === 404) {
    return <EmptyState icon={icons.search}>{refused.detail || refused.title}</EmptyState>;
  }
  const said = refused !== null && refused.status < 500 ? refused.detail || refused.title : undefined;
  return (
    <ErrorState onRetry={onRetry} reference={refused?.requestId ?? undefined}>
      {said ?? phrase(refused === null ? 'admin-shell.unreachable' : 'kit.error.title')}
    </ErrorState>
  );
}
