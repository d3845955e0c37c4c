import type { QueryClient } from '@tanstack/react-query';
import { type AnswerTo, client } from './client.ts';
import type { LocationHere, SignedIn } from './here.tsx';

type Me = AnswerTo<'getMe'>;

/** Who is there, with permissions held at a place valid for it and all below (PER-3). */
export function signedInOf(me: Me, locations: readonly LocationHere[]): SignedIn {
  const held = new Map(me.locations.map((place) => [place.id, new Set(place.permissions)]));
  const anywhere = new Set(me.permissions);
  const parents = new Map(locations.map((one) => [one.id as string, one.parentId as string | null]));
  const heldAt = (permission: string, locationId: string): boolean => {
    for (let at: string | null | undefined = locationId; at; at = parents.get(at)) {
      if (held.get(at as never)?.has(permission) === true) return true;
    }
    return false;
  };
  return {
    name: me.account?.name ?? '',
    email: me.account?.email ?? '',
    adminId: me.admin?.id ?? null,
    role: me.admin?.roles[0] ?? null,
    language: me.account?.language ?? null,
    may: (permission, locationId = null) =>
      locationId === null || held.size === 0 ? anywhere.has(permission) : heldAt(permission, locationId),
  };
}

/** Ends the session of this browser and forgets everything it knew. */
export async function signOut(kept: QueryClient): Promise<void> {
  await client.call('signOut', {});
  kept.clear();
  location.assign('/admin/sign-in');
}
