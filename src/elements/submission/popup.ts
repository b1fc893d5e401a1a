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
  // Where a page sets `zoom`, lengths of the popup are longer than what was measured. Older browsers measure alike.
  const local = (length: number) => length / (popup.currentCSSZoom ?? 1);
  const below = local(offsetTop + height - bottom);
  const above = local(top - offsetTop);
  const wanted = Math.min(popup.firstElementChild!.scrollHeight, TALLEST);
  const isAbove = below < wanted && above > below;
  const room = (isAbove ? above : below) - 2 * GAP;
  const { style } = popup;
  style.width = `${local(width)}px`;
  style.maxHeight = `${Math.min(room, TALLEST)}px`;
  style.inset = isAbove
    ? `auto auto ${local(innerHeight - top) + GAP}px ${local(left)}px`
    : `${local(bottom) + GAP}px auto auto ${local(left)}px`;
  // No listener, so none is left behind when the form goes.
  requestAnimationFrame(() => follow(popup, control));
}
