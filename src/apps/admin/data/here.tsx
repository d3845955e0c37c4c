import { useRouterState } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext } from 'react';
import type { Permission } from '../../../domain/staff/permission.ts';
import type { AnswerTo } from './client.ts';

export type LocationHere = AnswerTo<'listLocations'>['data'][number];

/** Who is signed in, as the panel needs it. */
export interface SignedIn {
  readonly name: string;
  readonly email: string;
  readonly adminId: string | null;
  /** The first of them. */
  readonly role: { readonly role: string; readonly roleName: string } | null;
  readonly language: string | null;
  readonly may: (permission: Permission, locationId?: string | null) => boolean;
}

/** Where the address is: a location, or all of them. */
export interface Here {
  readonly me: SignedIn;
  readonly locations: readonly LocationHere[];
  /** The network, at the root of the tree. */
  readonly network: LocationHere | undefined;
  /** The location of the address; undefined for `all`. */
  readonly location: LocationHere | undefined;
  readonly slug: string;
  /** The address of a path at this place: `hrefTo('customers')` is `/admin/quay/customers`. */
  readonly hrefTo: (path: string, slug?: string) => string;
  readonly may: (permission: Permission) => boolean;
}

const HereContext = createContext<Here | null>(null);

export function HereProvider({ me, locations, children }: {
  readonly me: SignedIn;
  readonly locations: readonly LocationHere[];
  readonly children: ReactNode;
}) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const slug = path.split('/')[2] ?? 'all';
  const location = locations.find((one) => one.slug === slug);
  const here: Here = {
    me, locations, location, slug,
    network: locations.find((one) => one.parentId === null),
    hrefTo: (to, at = slug) => hrefTo(at, to),
    may: (permission) => me.may(permission, location?.id ?? null),
  };
  return <HereContext.Provider value={here}>{children}</HereContext.Provider>;
}

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error('asked for the place outside of the frame');
  return here;
}

export const hrefTo = (slug: string, path: string): string => `/admin/${slug}/${path}`;
