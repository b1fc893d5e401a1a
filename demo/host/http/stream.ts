import type { Topics } from '../domain/topics.js';
import type { Sender } from './session.js';

export interface StreamGuard {
  /** Who asked for the stream. */
  sender: Sender;
  /** Looks anew at who that is. */
  lookAgain: () => Promise<Sender>;
  topics: Topics;
}

/**
 * A stream that ends with its reader, which is no error, and with the session or the token that it was
 * opened with: whoever signs out hears no more.
 */
export function whileSignedIn(
  stream: ReadableStream<Uint8Array>,
  { sender, lookAgain, topics }: StreamGuard,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const look = async () => {
    // Who can't be asked after is nobody.
    const found = await lookAgain().catch(() => undefined);
    if (isOver) return;
    if (!found || found.account !== sender.account) return reader.cancel();
    const { until = 0 } = found;
    clearTimeout(alarm);
    // Whoever keeps the session may have another clock.
    alarm = setTimeout(() => void look(), Math.max(until - Date.now(), 1000));
  };
  const leave =
    sender.topic === undefined ? undefined : topics.subscribe(sender.topic, () => void look());
  const end = () => {
    isOver = true;
    leave?.();
    clearTimeout(alarm);
  };
  // It may have ended before anybody listened.
  void look();

  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader
        .read()
        .catch(() => ({ done: true, value: undefined }) as const);
      if (!done) return controller.enqueue(value);
      end();
      controller.close();
    },
    cancel() {
      end();
      return reader.cancel();
    },
  });
}
