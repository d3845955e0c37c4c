import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
  type RouteComponent,
  useRouterState,
} from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Permission } from '../../domain/staff/permission.ts';
import { useHere } from './data/here.tsx';
import { Inside } from './inside.tsx';
import { type PageEntry, pageEntries } from './page-entry.ts';
import { Forbidden } from './pieces/forbidden.tsx';
import { NotFound } from './pieces/not-found.tsx';

/** `/admin/:loc/…` inside the frame, `/admin/…` outside of it; the pages say themselves where they are. */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: () => redirect({ to: '/admin/all/home' as never, throw: true }),
});

const inside = createRoute({ getParentRoute: () => root, path: '/admin/$loc', component: Inside });

const here = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ params }) =>
    redirect({ to: `/admin/${(params as { loc: string }).loc}/home` as never, throw: true }),
});

const outer = pageEntries
  .filter((entry) => entry.stands === 'outside')
  .map((entry) =>
    createRoute({ getParentRoute: () => root, path: `/admin/${entry.path}`, component: loaded(entry) }),
  );

const inner = pageEntries
  .filter((entry) => entry.stands !== 'outside')
  .map((entry) => createRoute({ getParentRoute: () => inside, path: entry.path, component: guarded(entry) }));

const lost = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([start, ...outer, inside.addChildren([here, ...inner, lost])]),
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    return text === '' ? '' : `?${text}`;
  },
});

/** The page, loaded when somebody goes there. */
function loaded(entry: PageEntry): RouteComponent {
  const Loaded = lazy(async () => ({ default: await entry.load() }));
  return () => (
    <Suspense fallback={<main className="main" aria-busy="true" />}>
      <Loaded />
    </Suspense>
  );
}

function guarded(entry: PageEntry): RouteComponent {
  const Loaded = loaded(entry);
  const { permission } = entry;
  if (permission === undefined) return Loaded;
  return () => <Allowed permission={permission} page={Loaded} />;
}

function Allowed({ permission, page: Loaded }: { permission: Permission; page: RouteComponent }) {
  const { may } = useHere();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return may(permission) ? <Loaded key={path.split('/')[2]} /> : <Forbidden permission={permission} />;
}
