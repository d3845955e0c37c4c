import type { Id } from '../kernel/id.ts';

/** Who an item is for (VIS-2); chosen plans ask for entitlement, the other levels for membership. */
export type Audience =
  | { readonly level: 'public' | 'signedIn' | 'contacts' | 'members' }
  | { readonly level: 'plans'; readonly planIds: readonly Id<'pla'>[] };
