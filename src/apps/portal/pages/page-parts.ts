import type { ReactNode } from 'react';
import type { PageTop } from '../frame/document.tsx';

/** What a page puts into the frame. */
export interface PageParts {
  readonly main: ReactNode;
  /** Beside it where there is room, after it where there is not. */
  readonly side?: ReactNode;
  readonly top?: PageTop;
  /** A refusal with its reasons stands on the page: no banner says it again. */
  readonly saysWhy?: boolean;
  /** Few blocks stand further apart. */
  readonly airy?: boolean;
}
