import { useWhole } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { useWhere } from './use-day.ts';

/** Who is in the building, live: stays that have not ended. */
export function useInTheBuilding() {
  const { may } = useHere();
  const query = { ...useWhere(), open: 'true' } as const;
  return useWhole('listCheckIns', { query }, { when: may('checkIns.read'), everyMs: 5_000 });
}
