import type { Audience } from '../../customers/audience.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { AskFacts, BookingFacts, ItemFacts, PlaceStretch, PlanFacts, SectionFacts } from '../facts.ts';
import { planSidesAt } from '../lookup.ts';
import type { PortalSection } from '../section.ts';

/**
 * For whom the thing asked about is: a section by its level, an item, a resource or a plan by its audience
 * (VIS-2).
 */
export interface Asked {
  readonly level: Audience['level'];
  readonly section: PortalSection | null;
  readonly thing: string;
}

export function audienceOf(facts: AskFacts, place: PlaceStretch, at: Instant): Asked | null {
  switch (facts.action) {
    case 'viewSection': {
      const { section } = facts as SectionFacts;
      return { level: place.levels[section].level, section, thing: '' };
    }
    case 'viewItem': {
      const { item } = facts as ItemFacts;
      return { level: item.audience.level, section: null, thing: item.name };
    }
    case 'book': {
      const { resource } = facts as BookingFacts;
      return { level: resource.audience.level, section: null, thing: resource.name };
    }
    case 'signUpToPlan': {
      const { plan } = facts as PlanFacts;
      return { level: planSidesAt(plan, at).audience.level, section: null, thing: plan.name };
    }
    default: return null;
  }
}
