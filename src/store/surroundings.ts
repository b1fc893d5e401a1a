/**
 * What a store needs to know of the page it runs in. In Node there is none: never hidden, never
 * woken. Tests give their own.
 */
export interface Surroundings {
  isHidden(): boolean;
  /** Calls back when the page is seen again, gets the focus, or the network is back. */
  onWake(listener: () => void): () => void;
  /** Calls back when the page is hidden. */
  onHide(listener: () => void): () => void;
}

export const pageSurroundings: Surroundings = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onWake(listener) {
    const { document } = globalThis;
    if (!document) return () => undefined;
    const onVisible = () => {
      if (!pageSurroundings.isHidden()) listener();
    };
    document.addEventListener('visibilitychange', onVisible);
    globalThis.addEventListener('focus', onVisible);
    globalThis.addEventListener('online', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      globalThis.removeEventListener('focus', onVisible);
      globalThis.removeEventListener('online', onVisible);
    };
  },
  onHide(listener) {
    const { document } = globalThis;
    if (!document) return () => undefined;
    const onHidden = () => {
      if (pageSurroundings.isHidden()) listener();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => document.removeEventListener('visibilitychange', onHidden);
  },
};
