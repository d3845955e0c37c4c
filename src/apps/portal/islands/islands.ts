import type { ComponentProps } from 'react';
import { Book } from './book/book.tsx';
import { Review } from './review/review.tsx';

/** Every part that wakes in the browser. The waker (glue/wake.ts) loads each by the same name. */
export const islands = { book: Book, review: Review };

export type IslandName = keyof typeof islands;
export type IslandProps<N extends IslandName> = ComponentProps<(typeof islands)[N]>;
