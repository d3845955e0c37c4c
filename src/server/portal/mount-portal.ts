import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mountPortal as mountPages } from '../../apps/portal/mount.ts';
import type { Identity } from '../platform/http/caller.ts';
import type { Route } from '../platform/http/serve.ts';
import type { Shell } from '../platform/work/shell.ts';
import { portalReaders } from './visit.ts';

interface Parts {
  readonly shell: Shell;
  /** Every route of the API: the portal asks what integrators ask. */
  readonly routes: readonly Route[];
  readonly identify: (request: FastifyRequest) => Promise<Identity>;
}

/** The Members Portal at every address that begins with a language. */
export const mountPortal = (app: FastifyInstance, parts: Parts): Promise<void> =>
  app.register(async (inside) => mountPages(inside, { readers: portalReaders(parts) })) as unknown as Promise<void>;
