import type { NavigateEvent } from '../connect/events.js';
import type { SubmissionForm } from '../elements/submission/submission.js';
import type { Kin } from './kin.js';

/**
 * Goes where an element wants to lead, among the elements in `root`, unless the page has prevented it
 * or someone nearer has gone there. `show` brings the place into view first.
 */
export async function leadOn(
  event: NavigateEvent,
  root: ParentNode,
  kin: Kin,
  show?: (target: NavigateEvent['detail']['target']) => Promise<unknown>,
): Promise<void> {
  // All listeners come first, those further up too.
  await Promise.resolve();
  if (event.defaultPrevented) return;
  event.preventDefault();
  const { target, fieldId } = event.detail;
  await show?.(target);
  const found = kin.find(
    root,
    target === 'submission' ? target : 'credential-card[lane=production]',
  );
  if (target === 'submission') (found as SubmissionForm | null)?.openAt(fieldId);
  else (found as HTMLElement | null)?.focus();
}
