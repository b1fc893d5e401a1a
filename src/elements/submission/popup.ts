const GAP = 4;
const TALLEST = 300;

/**
 * Keeps a popup beside its control for as long as it is open, wherever the page scrolls and whatever
 * room a keyboard on the screen leaves. It is in the top layer, where nothing cuts it off, and its
 * first child scrolls.
 */
export function follow(popup: HTMLElement, control: Element) {
  if (!popup.matches(':popover-open')) return;
  const { left, top, bottom, width } = control.getBoundingClientRect();
  const { height, offsetTop } = visualViewport!;
  const below = offsetTop + height - bottom;
  const wanted = Math.min(popup.firstElementChild!.scrollHeight, TALLEST);
  const isAbove = below < wanted && top > below;
  const room = (isAbove ? top - offsetTop : below) - 2 * GAP;
  const { style } = popup;
  style.left = `${left}px`;
  style.width = `${width}px`;
  style.maxHeight = `${Math.min(room, TALLEST)}px`;
  style.top = isAbove ? 'auto' : `${bottom + GAP}px`;
  style.bottom = isAbove ? `${innerHeight - top + GAP}px` : 'auto';
  // No listener, so none is left behind when the form goes.
  requestAnimationFrame(() => follow(popup, control));
}
