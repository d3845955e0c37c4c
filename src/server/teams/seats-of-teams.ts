import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';

/**
 * What teams ask of contracts, which stand further right: given to them where all words join. Truth that
 * belongs together is written in one transaction.
 */
export interface SeatsOfTeams {
  /** Ends every seat that a customer has on contracts of the team (TEM-4). */
  readonly end: (work: Work, whose: SeatOwner) => Promise<void>;
  /** Gives a free seat from now on; false where the customer has one already, or none is free. */
  readonly takeFree: (work: Work, whose: SeatOwner) => Promise<boolean>;
}

export interface SeatOwner {
  readonly teamId: Id<'tea'>;
  readonly customerId: Id<'cus'>;
}
