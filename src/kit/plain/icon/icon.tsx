import { createElement } from 'react';
import type { Shape } from './shapes.generated.ts';

export interface IconProps {
  readonly of: Shape;
  /** Pixels at the usual text size: 14 inside small text, 16 beside text, 20 where it stands alone. */
  readonly size?: 14 | 16 | 20;
  /** Chevrons and arrows that point along the text turn with it; clocks and media do not. */
  readonly flip?: boolean;
  readonly className?: string;
}

/** An outline beside a word. It says nothing by itself: what it stands for is always written too. */
export function Icon({ of, size = 16, flip = false, className = '' }: IconProps) {
  const names = ['i', size === 16 ? '' : `i--${size}`, flip ? 'flip' : '', className]
    .filter(Boolean)
    .join(' ');
  return (
    <svg className={names} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes], place) => createElement(tag, { ...attributes, key: place }))}
    </svg>
  );
}
