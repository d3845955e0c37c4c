import { Temporal } from 'temporal-polyfill';

/** From one clock change to the next a zone has one offset from UTC. All are milliseconds. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

const DAY = 86_400_000;
const known = new Map<string, Stretch[]>();

/**
 * The instant at which a clock on the wall shows what UTC shows at `wall`; null within two days of a clock
 * change, where that takes a calendar to say. Asking a calendar costs a hundred times as much.
 */
export function farFromClockChange(wall: number, zone: string): number | null {
  const { start, end, offset } = stretchAt(wall, zone);
  return wall - start > 2 * DAY && end - wall > 2 * DAY ? wall - offset : null;
}

function stretchAt(at: number, zone: string): Stretch {
  const stretches = known.get(zone) ?? [];
  known.set(zone, stretches);
  const found = stretches.findLast(({ start, end }) => start <= at && at < end);
  if (found !== undefined) return found;
  const stretch = readStretch(at, zone);
  if (stretches.length >= stretchesMost) stretches.length = 0;
  stretches.push(stretch);
  return stretch;
}

/** Two a year: many more than any question looks at. */
const stretchesMost = 200;

function readStretch(at: number, zone: string): Stretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // A change at this very instant began this stretch.
  const previous = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = zoned.getTimeZoneTransition('next');
  return {
    start: previous?.epochMilliseconds ?? -Infinity,
    end: next?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}
