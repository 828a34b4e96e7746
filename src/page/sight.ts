/** The bar of moves, where it lies over the page: on a phone. */
function barOverPage(): Element | undefined {
  const bar = document.querySelector('.bar');
  return bar && getComputedStyle(bar).position === 'fixed' ? bar : undefined;
}

/** Where such a bar covers the page, brings what is told to its top, so that the graph under it can be seen too. */
export function bringToTop(element: Element): void {
  if (barOverPage()) element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Scrolls a frame, never the page, to a part of it that is not where one can see it. */
export function bringIntoFrame(part: Element, frame: Element): void {
  const [inner, outer] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
  const floor = barOverPage()?.getBoundingClientRect().top ?? innerHeight;
  const [top, bottom] = [Math.max(outer.top, 0), Math.min(outer.bottom, floor)];
  const isSeen =
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= top && inner.bottom <= bottom;
  if (isSeen) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  frame.scrollBy({
    left: (inner.left + inner.right - outer.left - outer.right) / 2,
    top: (inner.top + inner.bottom - top - bottom) / 2,
    behavior: isStill ? 'instant' : 'smooth',
  });
}
