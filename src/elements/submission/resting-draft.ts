import { draft as draftSchema, type Draft } from '../../contract/form.js';
import { clearAside } from './form-aside.js';
import { pageStorage, readKept, writeKept } from '../../connect/page-storage.js';

export const draftKey = (subscriptionId = '') => `golive-draft/${subscriptionId}`;

/** The draft of this tab that the host has not got. */
export const restingDraft = (subscriptionId: string): Draft | undefined =>
  readKept(pageStorage, draftKey(subscriptionId), (value) => draftSchema.parse(value));

/** Takes away all that rests in this tab, once the draft has become a submission. */
export function forgetDraft(subscriptionId = '') {
  writeKept(pageStorage, draftKey(subscriptionId));
  clearAside(subscriptionId);
}
