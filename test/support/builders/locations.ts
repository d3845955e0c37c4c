import type { Ask } from '../world.ts';
import { made } from './builders.ts';

export interface BuiltLocation {
  readonly id: string;
  readonly [field: string]: any;
}

export interface LocationBuilders {
  /** A location below the network; the network itself is made first where there is none. */
  location(fields?: Record<string, unknown>): Promise<BuiltLocation>;
  /** The root of the tree. */
  network(): Promise<BuiltLocation>;
}

let count = 0;

export function locationBuilders(api: Ask): LocationBuilders {
  const network = async (): Promise<BuiltLocation> => {
    const { body } = await api('GET', '/locations');
    const root = body.data.find(({ parentId }: BuiltLocation) => parentId === null);
    return (
      root
      ?? made(
        api('POST', '/locations', { name: 'Network', slug: 'network', timeZone: 'UTC', currency: 'EUR' }),
      )
    );
  };
  return {
    network,
    location: async (fields = {}) => {
      await network();
      count += 1;
      return made(
        api('POST', '/locations', {
          name: 'Harbour Quay',
          slug: `location-${count}`,
          timeZone: 'Europe/Berlin',
          currency: 'EUR',
          ...fields,
        }),
      );
    },
  };
}
