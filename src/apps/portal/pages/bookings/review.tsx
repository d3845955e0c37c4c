import { Island } from '../../glue/island.tsx';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';
import type { ReviewProps } from '../../islands/review/review.tsx';

/** Tap 3 of 3: confirm, with the amount on the button. */
export const Review = ({ frame, facts }: { frame: Frame; facts: ReviewProps }): PageParts => ({
  airy: true,
  top: {
    back: facts.back,
    title: frame.phrase('portal-book.review.title'),
    isHeading: false,
    noMenu: facts.confirm !== null,
  },
  main: <Island name="review" props={facts} />,
});
