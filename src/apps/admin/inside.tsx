import { Navigate, useRouterState } from '@tanstack/react-router';
import { ErrorState } from '../../kit/plain/index.ts';
import { useAnswer } from './data/answers.ts';
import { Refused } from './data/client.ts';
import { HereProvider } from './data/here.tsx';
import { signedInOf } from './data/me.ts';
import { Frame } from './frame/frame.tsx';

/**
 * Everything behind sign-in: who is there and which places there are must be known before a page can stand.
 */
export function Inside() {
  const me = useAnswer('getMe', {});
  const locations = useAnswer('listLocations', { query: { limit: 200 } });
  const path = useRouterState({ select: (state) => state.location.href });
  const isOut =
    (me.error instanceof Refused && me.error.status === 401) ||
    (me.data !== undefined && me.data.kind !== 'admin');
  if (isOut) return <Navigate to={`/admin/sign-in?next=${encodeURIComponent(path)}` as never} replace />;
  const fault = me.error ?? locations.error;
  if (fault !== null) {
    return (
      <main className="main">
        <ErrorState
          onRetry={() => {
            void me.refetch();
            void locations.refetch();
          }}
        />
      </main>
    );
  }
  if (me.data === undefined || locations.data === undefined)
    return <div className="admin" aria-busy="true" />;
  return (
    <HereProvider me={signedInOf(me.data, locations.data.data)} locations={locations.data.data}>
      <Frame />
    </HereProvider>
  );
}
