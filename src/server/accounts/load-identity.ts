import type { FastifyRequest } from 'fastify';
import type { Id } from '../../domain/kernel/id.ts';
import { type Grant, locationsWith, mayAnywhere, mayAt, type Parents } from '../../domain/staff/grants.ts';
import { permissionsByKey } from '../../domain/staff/own-role.ts';
import { isPermission } from '../../domain/staff/permission.ts';
import { machineNow } from '../platform/clock/clock.ts';
import type { Identity } from '../platform/http/caller.ts';
import { nobody } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell } from '../platform/work/shell.ts';
import { readCookie } from './guard/cookie.ts';
import {
  findKeyFacts,
  findSessionFacts,
  noteKeyUse,
  type KeyGrant,
  type RoleHeld,
  type SessionFacts,
} from './kept/identity-store.ts';
import { customerMaySignIn } from './may-sign-in.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';
import { hashOf } from './guard/secret.ts';
import { deleteSessionByToken, prolongSession } from './kept/session-store.ts';

/**
 * Who sent a request, by its key or its session cookie, read from the database each time: what was changed
 * holds from the next request (PER-5), and a customer who may no longer sign in is signed out at once
 * (SEC-5). Throws 401 for a key that is none, 403 for a change that another site's page asks for.
 */
export async function identify(shell: Shell, request: FastifyRequest): Promise<Identity> {
  const { authorization } = request.headers;
  if (authorization !== undefined && /^bearer\b/i.test(authorization)) return byKey(shell, authorization);
  const token = readCookie({ request, ownUrl: shell.settings.url }, 'session');
  if (token === null) return nobody;
  mustComeFromOurPages(request, shell.settings.url);
  return byToken(shell, token);
}

async function byKey(shell: Shell, authorization: string): Promise<Identity> {
  const secret = /^Bearer +(key_[\w-]{20,100})$/i.exec(authorization.trim())?.[1];
  const { db } = shell.connection;
  const hash = hashOf(secret ?? '');
  const facts = secret === undefined ? null : await findKeyFacts(db, hash, shell.clock.now());
  if (facts === null)
    throw new Problem('notSignedIn', { detail: 'This API key does not exist, was revoked or is over.' });
  const now = machineNow();
  if (facts.lastUsedAt === null || now - facts.lastUsedAt > 60_000) await noteKeyUse(db, hash, now);
  const rights = rightsOf(grantsOf(facts.grants), parentsOf(facts.parents));
  return { ...nobody, kind: 'key', keyId: facts.keyId, ...rights };
}

async function byToken(shell: Shell, token: string): Promise<Identity> {
  const { db } = shell.connection;
  const times = { now: shell.clock.now(), machineNow: machineNow() };
  const facts = await findSessionFacts(db, hashOf(token), times);
  if (facts === null) return nobody;
  const isCustomer = facts.customerId !== null && await customerMaySignIn(shell, facts);
  const isAdmin = facts.roles.length > 0;
  if (!isAdmin && !isCustomer) {
    await deleteSessionByToken(db, hashOf(token));
    return nobody;
  }
  await prolongSession(db, { ...facts, id: facts.sessionId }, times.machineNow);
  return identityOf(facts, isCustomer);
}

function identityOf(facts: SessionFacts, isCustomer: boolean): Identity {
  const isAdmin = facts.roles.length > 0;
  return {
    kind: isAdmin ? 'admin' : 'customer',
    accountId: facts.accountId,
    adminId: isAdmin ? facts.adminId : null,
    customerId: isCustomer ? facts.customerId : null,
    teams: isCustomer ? facts.teams : [],
    keyId: null,
    sessionId: facts.sessionId,
    language: facts.language ?? facts.customerLanguage,
    ...rightsOf(grantsOf(facts.roles), parentsOf(facts.parents ?? {})),
  };
}

/** A role that this version does not know, or that is archived, gives nothing. */
const grantsOf = (held: readonly (RoleHeld | KeyGrant)[]): readonly Grant[] =>
  held.map(({ role, locationId, permissions }) => ({
    locationId,
    permissions: role === null ? new Set((permissions ?? []).filter(isPermission))
      : permissionsByKey(role, permissions) ?? new Set(),
  }));

const parentsOf = (parents: Readonly<Record<string, Id<'loc'> | null>>): Parents =>
  new Map(Object.entries(parents) as [Id<'loc'>, Id<'loc'> | null][]);

const rightsOf = (grants: readonly Grant[], parents: Parents): Pick<Identity, 'may' | 'locationsWith'> => ({
  may: (permission, locationId) =>
    (locationId === null ? mayAnywhere(grants, permission) : mayAt(grants, parents, permission, locationId)),
  locationsWith: (permission) => locationsWith(grants, parents, permission),
});
