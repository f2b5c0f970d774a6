/** Every row has this height, px: that is what makes 3,000,000 of them cheap. */
export const rowHeight = 22;

/** Browsers cut elements that are taller than this or a little more, px: Firefox at 17.9 million. */
const tallest = 8_000_000;

export interface VirtualWindow {
  /** of the element that makes the scroll bar, px; compressed where the rows together are taller than an element may be */
  readonly contentHeight: number;
  readonly first: number;
  readonly count: number;
  /** how much of the first row is scrolled away, px */
  readonly offset: number;
}

/** Which rows are in view. `count` depends on the height of the view alone, so the DOM nodes stay the same. */
export function virtualWindow(total: number, viewHeight: number, scrollTop: number): VirtualWindow {
  const contentHeight = Math.min(total * rowHeight, tallest);
  const range = Math.max(0, total * rowHeight - viewHeight);
  const scrollRange = Math.max(0, contentHeight - viewHeight);
  const exact = scrollRange === 0 ? 0 : (Math.min(scrollTop, scrollRange) / scrollRange) * range;
  const first = Math.floor(exact / rowHeight);
  const count = Math.min(Math.ceil(viewHeight / rowHeight) + 1, total - first);
  return { contentHeight, first, count: Math.max(0, count), offset: exact - first * rowHeight };
}

/** Where to scroll to so that a row is in view; the present place where it is already. */
export function scrollTopFor(index: number, total: number, viewHeight: number, scrollTop: number): number {
  const { contentHeight } = virtualWindow(total, viewHeight, scrollTop);
  const range = Math.max(1, total * rowHeight - viewHeight);
  const scrollRange = Math.max(0, contentHeight - viewHeight);
  const current = scrollRange === 0 ? 0 : (scrollTop / scrollRange) * range;
  const top = index * rowHeight;
  const wanted = top < current ? top : Math.max(current, top + rowHeight - viewHeight);
  return (Math.min(wanted, range) / range) * scrollRange;
}
