import { standingAt } from '../../domain/membership/standing.ts';
import { type PortalSection, portalSections } from '../../domain/access/section.ts';
import type { AccessLevel } from '../../domain/access/section.ts';
import { findHarms, type Found } from '../../domain/access/what-if/harm.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadLocations, settingAt } from '../locations/load-locations.ts';
import { countOf, type WhatIfs } from '../access/what-if/impacts.ts';
import { countFreeForAll } from './levels-store.ts';

/** The harmful combinations at a location as it would be, with who is at home there. */
export async function harmsAt(
  { work, classes, after, wishes }: WhatIfs, locationId: Id<'loc'>,
): Promise<Found[]> {
  const place = after.place(locationId);
  const { levels, whileSuspended, membersAre, frozenMembersEnter } = place;
  const locations = await loadLocations(work);
  const members = (are: typeof membersAre): number => countOf(classes.filter((of) =>
    standingAt(after.base(of, locationId).customer!.covers, wishes.at, are) === 'member'));
  return findHarms({
    whileSuspended, membersAre, frozenMembersEnter,
    levels: Object.fromEntries(portalSections.map((section) => [section, levels[section].level])) as
      Record<PortalSection, AccessLevel>,
    accountsOpen: settingAt(locations, { locationId, at: wishes.at }, 'accountsOpen'),
    membersOfNetwork: members('anyOfNetwork'), membersHere: members(membersAre),
    freeForAll: await countFreeForAll(work.tx, locationId),
  });
}
