import { Island } from '../../glue/island.tsx';
import type { Frame } from '../../frame/view.ts';
import type { BookProps } from '../../islands/book/book.tsx';
import type { PageParts } from '../page-parts.ts';

/** Tap 2 of 3: a start time. */
export const Book = ({ facts }: { frame: Frame; facts: BookProps }): PageParts => ({
  top: { back: null, title: facts.heading, isHeading: true },
  saysWhy: facts.rooms.some(({ why }) => why?.verdict === 'suspended'),
  main: <Island name="book" props={facts} />,
});
