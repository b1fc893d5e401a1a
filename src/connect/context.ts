import { ContextRoot, createContext } from '@lit/context';
import type { PipelineStore } from '../store/index.js';
import type { Strings } from './strings.js';

/** The store itself, never a snapshot: its identity stays, so consumers follow it on their own. */
export const storeContext = createContext<PipelineStore | undefined>(Symbol('golive-store'));

/** The page's own phrases. */
export const stringsContext = createContext<Strings | undefined>(Symbol('golive-strings'));

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
