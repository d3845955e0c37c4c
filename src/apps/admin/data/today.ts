import type { Day } from '../../../domain/kernel/day.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
import { useHere } from './here.tsx';
import { useNow } from './now.ts';

/** The zone of the place of the address, the network's for all places. */
export function useZone(): Zone {
  const { location, network } = useHere();
  return (location?.timeZone ?? network?.timeZone ?? 'UTC') as Zone;
}

/** Today at the place of the address. */
export function useToday(): Day {
  return dayAt(useNow(), useZone());
}
