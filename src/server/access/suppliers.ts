import type { BookingAsked } from '../../domain/access/booking-decision.ts';
import type { Decision } from '../../domain/access/decision.ts';
import type { BookingFacts, CheckInFacts } from '../../domain/access/facts.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import type { Loaded } from './load-facts.ts';

/**
 * What words further right supply to a question: they may import this word, and this one not them. They are
 * tied together where all words join the product (`accessRoutes`).
 */
export interface FactSuppliers {
  /** `within`: the period for which hours are worked out, from `at` on. */
  readonly checkIn: (
    work: Work,
    loaded: Loaded<'checkIn'>,
    asked: { readonly at: Instant; readonly within: Span },
  ) => Promise<CheckInFacts>;
  /** The facts with what prices it, and the decision as booking it takes it. */
  readonly booking: (
    work: Work,
    facts: BookingFacts,
    asked: { readonly locations: Locations; readonly at: Instant },
  ) => Promise<{
    readonly facts: BookingFacts;
    readonly decide: (of: BookingFacts, asked: BookingAsked) => Decision;
  }>;
}
