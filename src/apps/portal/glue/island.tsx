import type { ReactNode } from 'react';
import { islands, type IslandName, type IslandProps } from '../islands/islands.ts';

/**
 * A part of a page that wakes in the browser. The server renders it whole, so that it works before it wakes,
 * or without ever waking; its props travel as JSON. Islands use no `useId`: their ids come with the props.
 */
export function Island<N extends IslandName>({ name, props }: { name: N; props: IslandProps<N> }) {
  const Component = islands[name] as unknown as (given: object) => ReactNode;
  return <div data-island={name} data-props={JSON.stringify(props)}><Component {...props} /></div>;
}
