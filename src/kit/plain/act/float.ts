export interface Placing {
  /** Which edge of the opener the list is flush with, along the reading direction. */
  readonly side: 'start' | 'end';
  readonly upwards: boolean;
}

const gap = 4;
const margin = 8;

/**
 * Puts a list into the top layer beside its opener, where neither a card that scrolls nor a dialog can cut
 * it off, and keeps it there while the page moves; returns what ends that.
 */
export function floatBeside(list: HTMLElement, opener: Element, placing: Placing): () => void {
  list.showPopover();
  const put = () => place(list, opener, placing);
  put();
  document.addEventListener('scroll', put, { capture: true, passive: true });
  window.addEventListener('resize', put);
  return () => {
    document.removeEventListener('scroll', put, { capture: true });
    window.removeEventListener('resize', put);
  };
}

/** On the other side where there is no room, and never beyond the edge of the window. */
function place(list: HTMLElement, opener: Element, { side, upwards }: Placing): void {
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const hasRoomBelow = below + height + margin <= window.innerHeight;
  const top = (upwards || !hasRoomBelow) && above >= margin ? above : below;
  const mirrored = getComputedStyle(opener).direction === 'rtl';
  const left = (side === 'start') === mirrored ? at.right - width : at.left;
  list.style.top = `${top}px`;
  list.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
}
