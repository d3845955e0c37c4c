import type { Instant } from '../../kernel/instant.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import { notAsked, passed } from '../outcome.ts';

/** Layers that have no meaning for an action (ACC-6): one outcome, made once, and nothing that can turn. */
const always = (outcome: LayerOutcome): Layer<unknown> =>
  ({ layer: outcome.layer, judge: () => outcome, edges: (_facts: unknown, _into: Instant[]) => undefined });

export const noStanding = always(notAsked('standing', 'standingNotAsked'));
export const noFreeze = always(notAsked('freeze', 'freezeNotAsked'));
export const noPlan = always(notAsked('plan', 'noPlanNeeded'));
export const noThing = always(notAsked('thing', 'thingNotAsked'));
export const sectionThing = always(passed('thing', 'sectionExists'));
export const noSchedule = always(notAsked('schedule', 'scheduleNotAsked'));
export const noRules = always(notAsked('rules', 'rulesNotAsked'));
export const noTime = always(notAsked('time', 'timeNotAsked'));
