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
  /** The other tabs of the site; absent where a page can't know of them. */
  tabs?: Tabs | undefined;
}

/** How tabs agree and talk. */
export interface Tabs {
  /** Does its work while no other tab does one of this name; dropped while it waits for its turn. */
  lead(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
  /** Undefined is a message too. */
  open(name: string): {
    post(message: string | undefined): void;
    onMessage(listener: (message: string | undefined) => void): void;
    close(): void;
  };
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
  get tabs() {
    return pageTabs();
  },
};

/**
 * Locks need a secure address. A page in a sandbox is kept apart from all others, as some browsers
 * keep one that may store nothing.
 */
function pageTabs(): Tabs | undefined {
  const { document, navigator } = globalThis;
  if (!document || !navigator.locks || globalThis.origin === 'null' || !canTalk()) return undefined;
  return {
    lead: (name, signal, work) => navigator.locks.request(name, { signal }, work),
    open(name) {
      const channel = new BroadcastChannel(name);
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
        post: (message) => channel.postMessage(message),
        onMessage: (listener) =>
          channel.addEventListener('message', ({ data }) => {
            if (data === undefined || typeof data === 'string') listener(data);
          }),
        close: () => channel.close(),
      };
    },
  };
}

function canTalk(): boolean {
  try {
    new BroadcastChannel('golive').close();
    return true;
  } catch {
    return false;
  }
}
