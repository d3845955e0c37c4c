import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { type LocationTree, pathUp } from '../locations/location.ts';

/** The sixteen parts of the Members Portal that have an access level at each location (SEC-1). */
export const portalSections = [
  'entirePortal', 'home', 'about', 'helpDesk', 'events', 'bookings', 'directory', 'discussions',
  'articles', 'contact', 'payments', 'plans', 'benefits', 'store', 'perks', 'faq',
] as const;
export type PortalSection = (typeof portalSections)[number];

/** `contacts` leaves members out, `members` leaves contacts out (SEC-2). */
export const accessLevels = ['public', 'signedIn', 'contacts', 'members'] as const;
export type AccessLevel = (typeof accessLevels)[number];

export const isPortalSection = (text: string): text is PortalSection => sections.has(text);
const sections: ReadonlySet<string> = new Set(portalSections);

/** What the network has before anybody publishes anything (SEC-4). */
export const levelsAtFirst: Readonly<Record<PortalSection, AccessLevel>> = {
  entirePortal: 'public',
  home: 'public',
  about: 'public',
  contact: 'public',
  plans: 'public',
  events: 'public',
  articles: 'public',
  faq: 'public',
  store: 'public',
  bookings: 'signedIn',
  payments: 'signedIn',
  benefits: 'signedIn',
  helpDesk: 'signedIn',
  directory: 'members',
  discussions: 'members',
  perks: 'members',
};

/**
 * Levels that a location published, in force from an instant until its next version. Null: as the parent has
 * it.
 */
export interface LevelsVersion {
  readonly locationId: Id<'loc'>;
  readonly inForceFrom: Instant;
  readonly levels: Readonly<Partial<Record<PortalSection, AccessLevel | null>>>;
}

export interface LevelInForce {
  readonly level: AccessLevel;
  /** The location that set it; null: nobody did. */
  readonly setAt: Id<'loc'> | null;
}

export type LevelsInForce = Readonly<Record<PortalSection, LevelInForce>>;

/**
 * The levels in force at a location and an instant: its own, else its parent's, up to the network (SEC-4).
 */
export function levelsInForce(
  tree: LocationTree, versions: readonly LevelsVersion[], where: { locationId: Id<'loc'>; at: Instant },
): LevelsInForce {
  const path = pathUp(tree, where.locationId).map(({ id }) => latest(versions, id, where.at));
  return Object.fromEntries(portalSections.map((section) => {
    const version = path.find((of) => (of?.levels[section] ?? null) !== null);
    return [
      section,
      { level: version?.levels[section] ?? levelsAtFirst[section], setAt: version?.locationId ?? null },
    ];
  })) as unknown as LevelsInForce;
}

function latest(
  versions: readonly LevelsVersion[],
  locationId: Id<'loc'>,
  at: Instant,
): LevelsVersion | undefined {
  let last: LevelsVersion | undefined;
  for (const version of versions) {
    if (version.locationId !== locationId || version.inForceFrom > at) continue;
    if (last === undefined || version.inForceFrom >= last.inForceFrom) last = version;
  }
  return last;
}
