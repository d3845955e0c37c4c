import { overlaps, type Span } from '../../domain/kernel/interval.ts';

/** A time that somebody is about to take, in this process. */
interface Wish {
  readonly during: Span;
  readonly over: Promise<unknown>;
}

const ahead = new Map<string, Set<Wish>>();

/**
 * Where many want the same time at the same moment, one goes ahead and the others look when it is done: most
 * of them then see that the time is taken, instead of waiting for it in the database one behind the other.
 * Whoever has waited once goes on; the constraint stays the only referee.
 */
export async function behindOneAhead<T>(
  resourceId: string,
  during: Span,
  book: () => Promise<T>,
): Promise<T> {
  const wishes = ahead.get(resourceId) ?? new Set<Wish>();
  for (const wish of wishes) {
    if (!overlaps(wish.during, during)) continue;
    await wish.over;
    return book();
  }
  const booking = book();
  const wish = { during, over: booking.catch(() => undefined) };
  ahead.set(resourceId, wishes.add(wish));
  try {
    return await booking;
  } finally {
    wishes.delete(wish);
    if (wishes.size === 0) ahead.delete(resourceId);
  }
}
