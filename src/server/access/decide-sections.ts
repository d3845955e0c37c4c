import type { Decision } from '../../domain/access/decision.ts';
import { type PortalSection, portalSections } from '../../domain/access/section.ts';
import { decideSection, sectionFacts } from '../../domain/access/section-decision.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadAskFacts } from './load-facts.ts';

export interface SectionsQuestion {
  /** Null: somebody who has not signed in. */
  readonly customerId: Id<'cus'> | null;
  readonly locationId: Id<'loc'>;
  readonly at: Instant;
  readonly locations?: Locations;
  /** Left out where only yes and no are shown, as in a menu. */
  readonly withChange?: boolean;
}

/**
 * All sixteen sections of one customer at a location from one load: the portal's menu and its closed doors
 * (P8).
 */
export async function decideSections(
  work: Work, { customerId, locationId, at, locations, withChange = true }: SectionsQuestion,
): Promise<Readonly<Record<PortalSection, Decision>>> {
  const { facts } = await loadAskFacts(work, {
    action: 'viewSection', via: 'portal', customerId, locationId, ...(locations && { locations }),
  });
  return Object.fromEntries(
    portalSections.map((section) => [
      section,
      decideSection(sectionFacts(facts, section), { at, withChange }),
    ]),
  ) as Record<PortalSection, Decision>;
}
