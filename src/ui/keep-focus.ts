import type { LitElement } from 'lit';

/** What had the focus may be gone once an element is drawn anew: the reader goes on where this starts. */
export async function keepFocus(host: LitElement, selector: string) {
  await host.updateComplete;
  if (document.activeElement !== document.body) return;
  const start = host.renderRoot.querySelector<HTMLElement>(selector);
  if (!start) return;
  if (start.tabIndex < 0) start.tabIndex = -1;
  start.focus();
}
