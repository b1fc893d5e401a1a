import type { NavigateEvent } from '../connect/events.js';

/**
 * Goes where an element wants to lead, among the elements in `root`, unless the page has prevented it
 * or someone nearer has gone there. `show` brings the place into view first.
 */
export async function leadOn(
  event: NavigateEvent,
  root: ParentNode,
  show?: (target: NavigateEvent['detail']['target']) => Promise<unknown>,
): Promise<void> {
  // All listeners come first, those further up too.
  await Promise.resolve();
  if (event.defaultPrevented) return;
  event.preventDefault();
  const { target, fieldId } = event.detail;
  await show?.(target);
  if (target === 'submission') root.querySelector('golive-submission')?.openAt(fieldId);
  else root.querySelector<HTMLElement>('golive-credential-card[lane=production]')?.focus();
}
