import { useQuery } from '@tanstack/react-query';
import { client } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { useWhere } from './use-day.ts';

interface Stays {
  readonly data: readonly { readonly id: string }[];
}

/** Who is in the building: open check-ins. */
export function useInTheBuilding() {
  const { may } = useHere();
  const query = { ...useWhere(), open: true, limit: 200 };
  return useQuery({
    queryKey: ['listCheckIns', query],
    queryFn: ({ signal }) => client.call('listCheckIns' as never, { query, signal } as never) as Promise<Stays>,
    enabled: may('checkIns.read') && 'listCheckIns' in client,
    refetchInterval: 5_000,
  });
}
