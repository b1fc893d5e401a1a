import { ContextRoot, createContext } from '@lit/context';
import type { PipelineStore } from '../store/index.js';
import type { Strings } from './strings.js';

/**
 * The store itself, never a snapshot: its identity stays, so consumers follow it on their own. Every copy of
 * the kit on a page knows it by one key, since names are taken by whichever comes first. The number goes
 * up once a store can no longer serve elements of an older copy.
 */
export const storeContext = createContext<PipelineStore | undefined>(
  Symbol.for('golive-elements/store/1'),
);

/** The page's own phrases. */
export const stringsContext = createContext<Strings | undefined>(
  Symbol.for('golive-elements/strings/1'),
);

let isRooted = false;

/**
 * Remembers the requests of elements that are upgraded before their provider, and repeats them
 * once it is there. Without it they would stay skeletons for good.
 */
export function ensureContextRoot(): void {
  if (isRooted) return;
  isRooted = true;
  new ContextRoot().attach(document.documentElement);
}
