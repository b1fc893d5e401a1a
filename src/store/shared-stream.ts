import type { ChangeEvent, WatchOptions } from '../adapter/index.js';
import type { Tabs } from './surroundings.js';

export type Watch = (options: WatchOptions) => AsyncIterable<ChangeEvent>;

/**
 * One stream for all tabs that watch the same: the one whose turn it is holds it and passes on what it
 * hears, the others wait for their turn meanwhile. Whichever comes next goes on where the last one was.
 */
export const shareStream = (tabs: Tabs, name: string, watch: Watch): Watch =>
  async function* ({ signal, lastEventId }) {
    const leave = new AbortController();
    const channel = tabs.open(name);
    let last = lastEventId;
    let isLeading = false;
    /** The newest alone: whoever reads after it has seen to the ones before. */
    let news: ChangeEvent | undefined;
    let end: { error?: unknown } | undefined;
    let wake: () => void = () => undefined;

    const take = (id: string) => {
      last = id || last;
      news = { id };
      wake();
    };
    const finish = (how: { error?: unknown }) => {
      end ??= how;
      wake();
    };
    const onAbort = () => finish({});

    channel.onMessage((id) => {
      // Nothing is told twice, but to somebody new, who has to hear where things stand.
      if (id !== undefined) {
        if (id !== last || id === '') take(id);
      } else if (isLeading && last) channel.post(last);
    });
    signal?.addEventListener('abort', onAbort);
    const lead = async () => {
      isLeading = true;
      for await (const { id } of watch({ signal: leave.signal, lastEventId: last })) {
        if (end) return;
        channel.post(id);
        take(id);
      }
    };
    tabs
      .lead(name, leave.signal, lead)
      .catch((error: unknown) => {
        if (isLeading || end) throw error;
        // A browser that keeps this page from agreeing with others: it has a stream of its own then.
        return lead();
      })
      .then(
        () => finish({}),
        (error: unknown) => finish({ error }),
      );
    channel.post(undefined);

    try {
      for (;;) {
        if (end) {
          if ('error' in end) throw end.error;
          return;
        }
        if (news) {
          const event: ChangeEvent = news;
          news = undefined;
          yield event;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
      leave.abort();
      channel.close();
    }
  };
