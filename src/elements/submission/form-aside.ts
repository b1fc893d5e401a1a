import type { Misfit, FormState } from './form-state.js';
import { pageStorage, readKept, writeKept } from '../../connect/page-storage.js';

/** What rests beside a draft in this tab: notes that were handled, and answers that fit no more. */
export interface Aside {
  handled?: ReadonlyMap<string, boolean> | undefined;
  misfit?: Misfit | undefined;
}

const keyOf = (subscriptionId: string) => `golive-aside/${subscriptionId}`;

/** `attempt` is the id of the submission that the notes are about. */
export const readAside = (subscriptionId: string, attempt: string | undefined): Aside =>
  readKept(pageStorage, keyOf(subscriptionId), (value) => {
    const found = value as { of?: string; handled: [string, boolean][]; misfit?: Misfit };
    const handled = new Map(found.of === attempt ? found.handled : []);
    return { handled, misfit: Array.isArray(found.misfit?.rest) ? found.misfit : undefined };
  }) ?? {};

export const writeAside = (subscriptionId: string, { previous, handled, misfit }: FormState) =>
  writeKept(pageStorage, keyOf(subscriptionId), {
    of: previous?.id,
    handled: [...handled],
    misfit,
  });

export const clearAside = (subscriptionId: string) => writeKept(pageStorage, keyOf(subscriptionId));
