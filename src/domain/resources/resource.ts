/**
 * Something bookable, and what it asks of a booking (RES-1).
 * Terms: a *unit* is one place of a resource that is booked by quantity; a room has one. *Buffers* keep
 * others out before and after. A *step* is what lengths are made of, and how far apart bookings may begin.
 * Invariant: two bookings never hold the same unit at the same time, buffers and linked resources included
 * (BKG-1).
 */
import type { Audience } from '../customers/audience.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { addMinutes } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import type { WeekHours } from '../locations/setting.ts';

export interface Resource extends BookingLimits {
  readonly id: Id<'res'>;
  readonly typeId: Id<'rty'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  /** How many people it holds. */
  readonly capacity: number;
  /** Null: as long as the location is open. */
  readonly hours: WeekHours | null;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** `members` and `contacts` ask for standing; chosen plans for entitlement (VIS-2). */
  readonly audience: Audience;
  /** Only these customers may book it; null: no such restriction. */
  readonly customerIds: readonly Id<'cus'>[] | null;
  readonly state: ResourceState;
  /** Whether customers see it in the portal; not yet before `publishAt`. */
  readonly visible: boolean;
  /** Null: as soon as it is visible. */
  readonly publishAt: Instant | null;
  readonly needsApproval: boolean;
  readonly units: number;
  /** Booking one blocks the others. */
  readonly linkedIds: readonly Id<'res'>[];
}

/** What layers 8 and 9 of a booking look at (BKA-1). Lengths and steps in minutes. */
export interface BookingLimits {
  readonly minutesMin: number;
  readonly minutesMax: number | null;
  readonly stepMinutes: number;
  /** At least so many minutes between booking and its start. */
  readonly noticeMinutesMin: number;
  /** Days ahead that are open, today not counted; null: any. A plan may open more. */
  readonly horizonDays: number | null;
  /** Until so many minutes before the start cancelling is free; later it costs this share of the price. */
  readonly cancelFreeMinutes: number;
  readonly lateCancelPercent: number;
}

export type ResourceState = 'active' | 'paused' | 'archived';

/** VIS-3: what customers see of it. Only what is published is shown, from its publish instant on. */
export const publicationOf = (resource: Shown, at: Instant): Publication => {
  if (resource.state === 'archived') return 'archived';
  if (!resource.visible) return 'draft';
  return resource.publishAt !== null && resource.publishAt > at ? 'scheduled' : 'published';
};
export const publications = ['draft', 'scheduled', 'published', 'archived'] as const;
export type Publication = (typeof publications)[number];
type Shown = Pick<Resource, 'state' | 'visible' | 'publishAt'>;

/** A class of resources that shares prices, rules and entitlements. */
export interface ResourceType {
  readonly id: Id<'rty'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
}

/** What others cannot have while this is booked: the booking and its buffers. */
export const blockedBy = (
  resource: Pick<Resource, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>, during: Span,
): Span => ({
  start: addMinutes(during.start, -resource.bufferBeforeMinutes),
  end: addMinutes(during.end, resource.bufferAfterMinutes),
});

/** From when on cancelling costs something; the start itself where it is free to the last minute. */
export const freeToCancelUntil = (
  limits: Pick<BookingLimits, 'cancelFreeMinutes'>,
  start: Instant,
): Instant => addMinutes(start, -limits.cancelFreeMinutes);
