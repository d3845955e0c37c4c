import type { Decision, Layer } from './decision.ts';
import { type Asked, decide } from './decide.ts';
import type { AskFacts, SectionFacts } from './facts.ts';
import { freeze } from './layers/freeze.ts';
import { portalAccess } from './layers/portal-access.ts';
import { standing } from './layers/standing.ts';
import { suspension } from './layers/suspension.ts';
import { noPlan, noRules, noSchedule, noTime, sectionThing } from './layers/without.ts';
import type { PortalSection } from './section.ts';

/** SEC-1 to SEC-6: layers 1 to 4 decide about a section; the others have no meaning for it. */
export const sectionLayers: readonly Layer<SectionFacts>[] = [
  portalAccess, standing, suspension, freeze, noPlan, sectionThing, noSchedule, noRules, noTime,
];

export const decideSection = (facts: SectionFacts, asked: Asked): Decision =>
  decide(sectionLayers, facts, asked, { target: facts.section });

/**
 * The facts of one question about a section, from those of any other question about the same customer and
 * place.
 */
export const sectionFacts = (of: Omit<AskFacts, 'action'>, section: PortalSection): SectionFacts =>
  ({ ...of, action: 'viewSection', section });

/** A hidden section answers 401 to somebody who has not signed in, and 403 to everybody else (SEC-6). */
export function statusOfDenial(decision: Decision): 401 | 403 {
  const denied = decision.layers.find(({ outcome }) => outcome === 'deny');
  return denied?.code === 'notSignedIn' || denied?.code === 'needsSignIn' ? 401 : 403;
}
