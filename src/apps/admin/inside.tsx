import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
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
  const isOut =
    (me.error instanceof Refused && me.error.status === 401) ||
    (me.data !== undefined && me.data.kind !== 'admin');
  if (isOut) return <ToSignIn />;
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

/** Signing in leads back to where somebody wanted to go. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    const { pathname, search } = window.location;
    router.history.replace(`/admin/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }, [router]);
  return null;
}
