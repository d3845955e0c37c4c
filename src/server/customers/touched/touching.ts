import type { AnsweredTouched, BookingsWish } from '../../../api/touched-booking.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { previewed } from '../../platform/work/previewed.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';

/** Whose bookings a change touches, and what becomes of them (BKA-5). */
export interface Touching {
  readonly customerId: Id<'cus'>;
  /** Which are cancelled without a fee, by whoever may write bookings there; the others stand. */
  readonly wish: BookingsWish;
}

/**
 * Makes a change and says which bookings of the customer it would now refuse or make dearer; those that are
 * kept are priced anew. Bookings stand further right than customers and contracts, so this is given to them
 * where all words join.
 */
export type ReviewBookings = <R>(
  work: Work,
  touching: Touching,
  change: () => Promise<R>,
) => Promise<{ readonly result: R; readonly bookings: AnsweredTouched[] }>;

/** Whether a booking that is touched is cancelled with the change. */
export const isCancelled = (wish: BookingsWish, id: Id<'bok'>): boolean =>
  wish === 'cancel' || (wish !== 'keep' && wish.includes(id));

interface Asked {
  readonly customerId: Id<'cus'>;
  readonly bookings?: BookingsWish;
  readonly preview?: boolean;
  readonly caller: Caller;
  readonly shell: Shell;
  readonly review: ReviewBookings;
}

interface Change<R, A> {
  readonly verb: (work: Work) => Promise<R>;
  readonly answer: (work: Work, result: R) => A;
}

/** Does what was asked, or, as a preview, says which bookings it touches and takes it back. */
export async function touching<R, A>(
  { customerId, bookings = 'keep', preview = false, caller, shell, review }: Asked,
  { verb, answer }: Change<R, A>,
): Promise<A | { preview: true; bookings: AnsweredTouched[] }> {
  const reviewed = (work: Work, wish: BookingsWish) =>
    review(work, { customerId, wish }, () => verb(work));
  if (preview) {
    return previewed(shell, caller, async (work) => {
      const touched = await reviewed(work, 'keep');
      return { preview: true as const, bookings: touched.bookings };
    });
  }
  return shell.write(caller, async (work) => answer(work, (await reviewed(work, bookings)).result));
}
