import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { Problem } from './problem.ts';

/** What the accounts know of whoever sent a request: read anew for each request (PER-5). */
export interface Identity {
  readonly kind: 'nobody' | 'customer' | 'admin' | 'key' | 'system';
  readonly accountId: Id<'acc'> | null;
  readonly adminId: Id<'adm'> | null;
  readonly customerId: Id<'cus'> | null;
  /** The teams that the customer is in now, each with its part in it (PER-1). */
  readonly teams: readonly TeamPlace[];
  readonly keyId: Id<'key'> | null;
  readonly sessionId: Id<'ses'> | null;
  readonly language: string | null;
  /** Whether a permission is held at a location, or, where none is named, anywhere. */
  may(permission: Permission, locationId: Id<'loc'> | null): boolean;
  locationsWith(permission: Permission): ReadonlySet<Id<'loc'>> | 'all';
}

export interface TeamPlace {
  readonly teamId: Id<'tea'>;
  readonly role: 'member' | 'manager';
  /** Who else is in it now; told to its managers alone. */
  readonly members: readonly { readonly id: Id<'cus'>; readonly since: number }[];
}

/** Whoever asks, and what they may; verbs ask it, the router asks it first. */
export interface Caller extends Identity {
  /** Who goes into the audit log: the admin, customer or key. */
  readonly actorId: string | null;
  readonly fromAddress: string | null;
  /** Throws 403, or 404 where the caller may not even know of the place. */
  mustMay(permission: Permission, locationId: Id<'loc'> | null): void;
  /** The customer itself, or staff with the permission there; anybody else hears 404. */
  mustActFor(customerId: Id<'cus'>, permission: Permission, locationId: Id<'loc'> | null): void;
  /**
   * Whether the caller runs a team that this other customer is in since then. It books for it and sees what
   * was booked in that time (PER-2), and nothing else of it: the right is asked for there alone.
   */
  leads(customerId: Id<'cus'> | null, at: Instant): boolean;
}

export function callerOf(identity: Identity, fromAddress: string | null): Caller {
  return {
    ...identity,
    actorId: identity.keyId ?? identity.adminId ?? identity.customerId ?? null,
    fromAddress,
    mustMay(permission, locationId) {
      if (!identity.may(permission, locationId)) throw refusal(identity, permission, locationId);
    },
    mustActFor(customerId, permission, locationId) {
      if (identity.customerId === customerId || identity.may(permission, locationId)) return;
      throw identity.kind === 'nobody' ? new Problem('notSignedIn') : new Problem('notFound');
    },
    leads: (customerId, at) =>
      identity.teams.some(({ role, members }) =>
        role === 'manager' && members.some(({ id, since }) => id === customerId && since <= at)),
  };
}

/** Staff and keys hear what is missing; customers know of no permissions. */
export function refusal(
  identity: Identity, permission: Permission, locationId: Id<'loc'> | null = null,
): Problem {
  if (identity.kind === 'nobody') return new Problem('notSignedIn');
  if (identity.kind === 'customer') return new Problem('notPermitted');
  return new Problem('notPermitted', { with: { permission }, missing: { permission, locationId } });
}

export const nobody: Identity = {
  kind: 'nobody', accountId: null, adminId: null, customerId: null, teams: [], keyId: null,
  sessionId: null, language: null,
  may: () => false,
  locationsWith: () => new Set(),
};

/** The product itself: deadlines, jobs, the first set-up. */
export const system: Identity = { ...nobody, kind: 'system', may: () => true, locationsWith: () => 'all' };
