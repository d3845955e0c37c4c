import { sql } from 'kysely';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Id } from '../../src/domain/kernel/id.ts';
import { parseInstant } from '../../src/domain/kernel/instant.ts';
import { placesInTeams } from '../../src/server/accounts/kept/identity-store.ts';
import { makeApp } from '../../src/server/app.ts';
import { startTestClock } from '../../src/server/platform/clock/test-clock.ts';
import { connect } from '../../src/server/platform/database/connect.ts';
import {
  type Caller,
  callerOf,
  type Identity,
  nobody,
  system,
} from '../../src/server/platform/http/caller.ts';
import { startLog } from '../../src/server/platform/log/log.ts';
import { readProcessSettings } from '../../src/server/platform/process-settings.ts';
import { type Shell, shellOf } from '../../src/server/platform/work/shell.ts';
import { workOffQueue } from '../../src/server/platform/queue/queue.ts';
import { identifier, jobs } from '../../src/server/words.ts';
import { type Builders, buildersOf } from './builders/builders.ts';
import { cloneDatabase } from './database.ts';

/** What a request answered; the body is whatever the test looks for in it. */
export interface Answered<T = Record<string, any>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export type Ask = <T = Record<string, any>>(
  method: string, path: string, body?: unknown, headers?: Record<string, string>,
) => Promise<Answered<T>>;

/** A whole Foyer of a test's own: database, HTTP server, a clock that stands until it is moved. */
export interface World extends Builders {
  /** Asks as the owner, over HTTP, below `/api/v1`. */
  readonly api: Ask;
  /** Asks as this customer, signed in. */
  as(customerId: string): Ask;
  /** Asks without signing in. */
  readonly stranger: Ask;
  clockTo(at: string): Promise<void>;
  /** Works off the job queue, as the running product does at once. */
  jobs(): Promise<void>;
  readonly shell: Shell;
  /** A caller for calling verbs directly. */
  readonly caller: Caller;
  readonly address: string;
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

interface Wishes {
  readonly now?: string;
  readonly checkAnswers?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly web?: boolean;
}

export async function startWorld(wishes: Wishes = {}): Promise<World> {
  const database = await cloneDatabase();
  const settings = readProcessSettings({
    DATABASE_URL: database.url,
    PORT: '0',
    HOST: '127.0.0.1',
    ...wishes.env,
  });
  const connection = connect(database.url);
  const startsAt = parseInstant(wishes.now ?? '2026-12-01T09:00:00+01:00');
  if (startsAt === null) throw new Error(`${wishes.now} names no instant`);
  const clock = await startTestClock(connection, startsAt);
  const shell = shellOf({ connection, clock, settings, log: startLog(process.env.TEST_LOG ?? 'silent') });
  const app = await makeApp({
    shell, identify: testIdentity(shell), checkAnswers: wishes.checkAnswers ?? true, apiOnly: !wishes.web,
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const api = askerOf(address, ownerKey);
  return {
    api, address, app, shell,
    as: (customerId) => askerOf(address, `key_as_${customerId}`),
    stranger: askerOf(address, null),
    caller: callerOf(owner, null),
    clockTo: async (at) => {
      const { status, body } = await api('PUT', '/clock', { now: at });
      if (status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(body)}`);
    },
    jobs: () => workOffQueue(shell, jobs),
    stop: async () => {
      await app.close();
      await clock.close();
      await connection.close();
      await database.drop();
    },
    ...buildersOf(api),
  };
}

const ownerKey = 'key_the_owner';
const owner: Identity = { ...system, kind: 'key', keyId: 'key_owner' as Id<'key'> };

/** The owner's and the customers' keys of a test; everything else is identified as the product does it. */
function testIdentity(shell: Shell): (request: FastifyRequest) => Promise<Identity> {
  const real = identifier(shell);
  return async (request) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (token === ownerKey) return owner;
    if (!token.startsWith('key_as_')) return real(request);
    const customerId = token.slice('key_as_'.length) as Id<'cus'>;
    const { rows } = await sql<Pick<Identity, 'teams'>>`select ${placesInTeams} as teams
      from customers c where c.id = ${customerId}`.execute(shell.connection.db);
    return { ...nobody, kind: 'customer', customerId, teams: rows[0]?.teams ?? [] };
  };
}

function askerOf(address: string, key: string | null): Ask {
  return async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${address}${path.startsWith('/api/') ? path : `/api/v1${path}`}`, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: json && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
  };
}
