import { type Instant, instant } from '../kernel/instant.ts';
import type { Relation } from '../locations/scope.ts';
import type { Resource } from '../resources/resource.ts';
import type { Decision, Layer } from './decision.ts';
import { type Asked, decide } from './decide.ts';
import type { AskFacts, ItemFacts, ItemRecord, PayFacts, PlanFacts } from './facts.ts';
import { freeze } from './layers/freeze.ts';
import { plan } from './layers/plan.ts';
import { portalAccess } from './layers/portal-access.ts';
import { rules } from './layers/rules.ts';
import { standing } from './layers/standing.ts';
import { suspension } from './layers/suspension.ts';
import { thing } from './layers/thing.ts';
import { noFreeze, noPlan, noRules, noSchedule, noStanding, noThing, noTime } from './layers/without.ts';

/**
 * Actions that ask few layers. All have all nine, in order; those without meaning are not applicable (ACC-6).
 */

export const itemLayers: readonly Layer<ItemFacts>[] =
  [portalAccess, standing, suspension, freeze, plan, thing, noSchedule, noRules, noTime];
export const signInLayers: readonly Layer<AskFacts>[] =
  [portalAccess, noStanding, suspension, noFreeze, noPlan, noThing, noSchedule, noRules, noTime];
export const planLayers: readonly Layer<PlanFacts>[] =
  [portalAccess, standing, suspension, freeze, plan, thing, noSchedule, rules, noTime];
export const payLayers: readonly Layer<PayFacts>[] =
  [portalAccess, noStanding, suspension, noFreeze, noPlan, thing, noSchedule, noRules, noTime];
export const buyLayers: readonly Layer<AskFacts>[] =
  [portalAccess, noStanding, suspension, noFreeze, noPlan, noThing, noSchedule, rules, noTime];
export const postLayers: readonly Layer<AskFacts>[] = signInLayers;

/**
 * VIS-1 to VIS-3: the section, the audience, the scope and the state of a thing must all let somebody see it.
 */
export const decideItem = (facts: ItemFacts, asked: Asked): Decision =>
  decide(itemLayers, facts, asked, { target: facts.item.id });

export const decideSignIn = (facts: AskFacts, asked: Asked): Decision =>
  decide(signInLayers, facts, asked, {});

export const decideSignUpToPlan = (facts: PlanFacts, asked: Asked): Decision =>
  decide(planLayers, facts, asked, { target: facts.plan.id });

export const decidePay = (facts: PayFacts, asked: Asked): Decision =>
  decide(payLayers, facts, asked, facts.invoice === null ? {} : { target: facts.invoice.id });

/** Thin until there is a store: its section, the suspension and what is overdue already decide. */
export const decideBuy = (facts: AskFacts, asked: Asked, target: string | null): Decision =>
  decide(buyLayers, facts, asked, target === null ? {} : { target });

/** Thin until there are discussions: their section and the suspension already decide. */
export const decidePost = (facts: AskFacts, asked: Asked): Decision => decide(postLayers, facts, asked, {});

/** Before everything that happens. */
const ever: Instant = instant(-8_640_000_000_000_000);

/** A resource as something to be seen: published while it is shown and not put away (VIS-3). */
export const itemOf = (resource: Resource, relation: Relation): ItemRecord => ({
  id: resource.id,
  name: resource.name,
  audience: resource.audience,
  relation,
  published: resource.visible && resource.state !== 'archived'
    ? [{ start: resource.publishAt ?? ever, end: null }]
    : [],
  scopeOf: 'resourcesScope',
  givenBy: { resourceId: resource.id, typeId: resource.typeId },
  resourceId: resource.id,
});
