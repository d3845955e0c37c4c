import { useEffect, useState } from 'react';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';

/**
 * What time it is for the product. The page brings the server's time along; the device's clock only counts
 * on from there, so that a wrong clock at the desk shows no wrong day, and a standing one (in trials) stands
 * here too.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[name="foyer-now"]');
const brought = Number(meta?.content ?? Number.NaN);
const stands = meta?.dataset.stands === 'true';
const ahead = Number.isNaN(brought) ? 0 : brought - Date.now();

export const now = (): Instant => instant(stands ? brought : Date.now() + ahead);

/** The time, anew every half minute. */
export function useNow(): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return at;
}
