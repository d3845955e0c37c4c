import type { z } from 'zod';
import type { previewPortalAccess } from '../../api/portal-access.ts';
import type { AskFacts, CustomerFacts } from '../../domain/access/facts.ts';
import { checkLevels } from '../../domain/access/level-checks.ts';
import { firstDenyingCode } from '../../domain/access/decide.ts';
import {
  type AccessLevel, type LevelsInForce, levelsInForce, type LevelsVersion, type PortalSection, portalSections,
} from '../../domain/access/section.ts';
import { sectionFacts, sectionLayers } from '../../domain/access/section-decision.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { standingAt } from '../../domain/membership/standing.ts';
import { loadLevels, loadPeople } from '../access/load-facts.ts';
import { placesOf } from '../access/facts/places.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import type { OwnLevels } from './levels-store.ts';

type Answer = z.input<(typeof previewPortalAccess)['answer']>;
type Row = Answer['sections'][number];

/**
 * ACC-5: a changed rule shows before saving who would gain and lose access. The same function on other
 * levels.
 */
export async function previewLevels(work: Work, locationId: Id<'loc'>, wished: OwnLevels): Promise<Answer> {
  const locations = await loadLocations(work);
  locationOf(locations, locationId);
  work.caller.mustMay('portal.read', locationId);
  const versions = await loadLevels(work);
  const people = await loadPeople(work, locations, locationId);
  const [place] = placesOf(locations, versions, { locationId, overdueOf: null }).filter(({ start, end }) =>
    start <= work.now && (end === null || work.now < end));
  const now = levelsInForce(locations.tree, versions, { locationId, at: work.now });
  const made: LevelsVersion = { locationId, inForceFrom: work.now, levels: wished };
  const then = levelsInForce(locations.tree, [...versions, made], { locationId, at: work.now });
  const ask = { via: 'portal', locationId, customer: null, places: [place!] } as const;
  const before: Asked = { ...ask, places: [{ ...place!, levels: now }] };
  const after: Asked = { ...ask, places: [{ ...place!, levels: then }] };
  const rows = portalSections.map((section) => rowOf(work, section, { people, before, after, now, then }));
  const levels = Object.fromEntries(portalSections.map((section) => [section, then[section].level]));
  return {
    people: people.length, sections: rows,
    checks: checkLevels(levels as Record<PortalSection, AccessLevel>),
  };
}

type Asked = Omit<AskFacts, 'action'>;
interface Person {
  readonly name: string;
  readonly facts: CustomerFacts;
}

interface Compared {
  readonly people: readonly Person[];
  readonly before: Asked;
  readonly after: Asked;
  readonly now: LevelsInForce;
  readonly then: LevelsInForce;
}

function rowOf(work: Work, section: PortalSection, { people, before, after, now, then }: Compared): Row {
  const sees = (asked: Asked, customer: CustomerFacts | null): boolean =>
    firstDenyingCode(sectionLayers, sectionFacts({ ...asked, customer }, section), work.now) === null;
  const changed =
    now[section].level !== then[section].level || now.entirePortal.level !== then.entirePortal.level;
  const gains: Person[] = [];
  const loses: Person[] = [];
  let seenBy = 0;
  for (const person of people) {
    const saw = sees(before, person.facts);
    const will = changed ? sees(after, person.facts) : saw;
    if (saw) seenBy += 1;
    if (!saw && will) gains.push(person);
    if (saw && !will) loses.push(person);
  }
  const sawVisitors = sees(before, null);
  const willVisitors = sees(after, null);
  const membersAre = before.places[0]!.membersAre;
  const counted = (of: Person[]) =>
    countOf(of, ({ covers }) => standingAt(covers, work.now, membersAre) === 'member');
  return {
    section, from: now[section].level, to: then[section].level, changed,
    seenBy: sawVisitors ? null : seenBy,
    wouldBeSeenBy: willVisitors ? null : seenBy + gains.length - loses.length,
    visitors: sawVisitors === willVisitors ? 'same' : willVisitors ? 'gain' : 'lose',
    gains: counted(gains), loses: counted(loses),
  };
}

function countOf(people: Person[], isMember: (facts: CustomerFacts) => boolean): Row['gains'] {
  const members = people.filter(({ facts }) => isMember(facts)).length;
  const some = [...people].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 20)
    .map(({ name, facts }) => ({ id: facts.id, name }));
  return { count: people.length, members, contacts: people.length - members, some };
}
