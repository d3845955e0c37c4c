import { type Instant, instant } from '../../../domain/kernel/instant.ts';

/** The product's only source of the present. */
export interface Clock {
  now(): Instant;
  /** True when time stands still and moves only when told to. */
  readonly stands: boolean;
}

export const machineClock: Clock = { now: () => instant(Date.now()), stands: false };

/**
 * For what has nothing to do with the product's time: how long something took, when a session of the
 * machine ends.
 */
export const machineNow = (): Instant => instant(Date.now());
