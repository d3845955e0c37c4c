import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Identity, nobody } from './platform/http/caller.ts';
import type { Route } from './platform/http/serve.ts';
import type { Deadlines } from './platform/work/deadlines.ts';
import type { Shell } from './platform/work/shell.ts';
import type { Wishes } from './start-wishes.ts';
import { mountAdmin } from '../apps/admin/mount.ts';
import { locationRoutes } from './locations/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { contractRoutes } from './contracts/routes.ts';
import { contractDeadlines } from './contracts/deadlines.ts';
import { rateRoutes } from './rates/routes.ts';
import { resourceRoutes } from './resources/routes.ts';

/** Where every word joins the product: its routes, its deadlines, what it mounts. */

export const routes: readonly Route[] = [
  ...locationRoutes,
  ...planRoutes,
  ...contractRoutes,
  ...resourceRoutes,
  ...rateRoutes,
];

export const deadlines: Deadlines = {
  ...contractDeadlines,
};

/** Something that serves more than endpoints: sign-in, the portal, the admin panel, a foreign protocol. */
export interface Mount {
  /** True for what belongs to the API and is there without the web apps too. */
  readonly api: boolean;
  on(app: FastifyInstance, shell: Shell): Promise<void>;
}

export const mounts: readonly Mount[] = [
  { api: false, on: (app) => mountAdmin(app) },
];

/** What a word does when the process starts, before it serves; it answers lines to print under the addresses. */
export type Starter = (shell: Shell, wishes: Wishes, say: (line: string) => void) => Promise<readonly string[]>;

export const starters: readonly Starter[] = [];

/** Who sent a request. */
export const identifier = (_shell: Shell) => async (_request: FastifyRequest): Promise<Identity> => nobody;
