import type { z } from 'zod';
import type { previewPortalAccess } from '../../api/portal-access.ts';
import { firstDenyingCode } from '../../domain/access/decide.ts';
import type { LevelsInForce, PortalSection } from '../../domain/access/section.ts';
import type { Impact } from '../../domain/access/what-if/impact.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import {
  countOf, firstNames, impactIn, presentPeople, presentWho, type SomeOf, type WhatIfs, type WhoAsked,
} from '../access/what-if/impacts.ts';
import { homesOf, loadClasses, type LoadedClass } from '../access/what-if/load-classes.ts';
import { aboutSections, atHome, keyOf, type WhatIf } from '../access/what-if/questions.ts';
import { loadRuled, sideOf, withLevels, withoutVersion } from '../access/what-if/sides.ts';
import { locationOf } from '../locations/load-locations.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { OwnLevels } from './levels-store.ts';
import { harmsAt } from './harms-at.ts';

type Answer = z.input<(typeof previewPortalAccess)['answer']>;
type Row = Answer['sections'][number];

interface Wished {
  readonly sections: OwnLevels;
  /** Left out: now. */
  readonly at?: Instant | undefined;
  /** A version that waits for its time and would be taken back. */
  readonly insteadOf?: number | undefined;
  readonly who: WhoAsked;
}

/**
 * ACC-5: a changed rule shows before saving who would gain and lose access. Everybody at home here or below
 * is asked at home: what a location below has set for itself stays.
 */
export async function previewLevels(
  work: Work, locationId: Id<'loc'>, { sections, at = work.now, insteadOf, who }: Wished,
): Promise<Answer> {
  const ruled = withoutVersion(await loadRuled(work), { locationId, version: insteadOf });
  locationOf(ruled.locations, locationId);
  work.caller.mustMay('portal.read', locationId);
  if (at < work.now) throw fieldProblem('at', 'past', 'Needs a time that has not passed.');
  const wishes = { at, homes: homesOf(ruled.locations, locationId), alone: [], limits: [] };
  const made = { locationId, inForceFrom: at, levels: sections };
  const of: WhatIfs = {
    work, wishes, classes: await loadClasses(work, wishes), before: sideOf(ruled, at),
    after: sideOf(withLevels(ruled, made), at),
    concerns: (one, { target }) => isOther(of, one.homeLocationId, target as PortalSection),
  };
  const asked = aboutSections(atHome(locationId))
    .map((question) => ({ question, impact: impactIn(of, question) }));
  const listed = asked.find(({ question }) => keyOf(question) === who.of || question.target === who.of);
  if (who.of !== undefined && listed === undefined)
    throw fieldProblem('of', 'unknown', 'Needs one of the sections.');
  const someOf = await firstNames(of, asked.map(({ impact }) => impact));
  return {
    people: countOf(of.classes),
    sections: asked.map((one) => rowOf(of, locationId, { ...one, someOf })),
    checks: await harmsAt(of, locationId),
    list: listed === undefined ? null : await presentWho(of, listed.impact, who),
  };
}

/** Where neither the section's level nor the gate's is another one, nobody's answer is. */
function isOther({ before, after }: WhatIfs, here: Id<'loc'>, section: PortalSection): boolean {
  const [now, then] = [before.place(here).levels, after.place(here).levels];
  return now[section].level !== then[section].level || now.entirePortal.level !== then.entirePortal.level;
}

function rowOf(
  of: WhatIfs, here: Id<'loc'>,
  { question, impact, someOf }: { question: WhatIf; impact: Impact<LoadedClass>; someOf: SomeOf },
): Row {
  const section = question.target as PortalSection;
  const levelIn = (side: WhatIfs['before']): LevelsInForce => side.place(here).levels;
  const [now, then] = [levelIn(of.before), levelIn(of.after)];
  const sees = (side: WhatIfs['before']): boolean =>
    firstDenyingCode(question.layers, question.before(side.stranger(here)), of.wishes.at) === null;
  const [sawVisitors, willVisitors] = [sees(of.before), sees(of.after)];
  return {
    section, from: now[section].level, to: then[section].level,
    changed: now[section].level !== then[section].level || now.entirePortal.level !== then.entirePortal.level,
    seenBy: sawVisitors ? null : impact.allowed,
    wouldBeSeenBy: willVisitors ? null : impact.wouldBe,
    visitors: sawVisitors === willVisitors ? 'same' : willVisitors ? 'gain' : 'lose',
    gains: presentPeople(of, question, impact.gains, someOf),
    loses: presentPeople(of, question, impact.loses, someOf),
  };
}
