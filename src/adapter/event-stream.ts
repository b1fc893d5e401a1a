import { createParser } from 'eventsource-parser';
import type { ChangeEvent } from './adapter.js';
import { PipelineError } from './error.js';

/** A host sends a heartbeat at least every 15 s; three missed ones mean that nobody is there. */
const SILENCE = 45_000;

/** The `changed` events of an answer's body. Ends with the stream, or after 45 s of silence. */
export async function* readEvents(
  response: Response,
  signal?: AbortSignal,
): AsyncGenerator<ChangeEvent, void, undefined> {
  if (!response.body)
    throw new PipelineError('unreadable', { detail: 'an event stream without body' });
  const reader = response.body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  let waiting: ChangeEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, id }) => {
      if (event === 'changed') waiting.push({ id: id ?? '' });
    },
  });
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const timer = setTimeout(stop, SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      const events = waiting;
      waiting = [];
      yield* events;
    }
  } catch (thrown) {
    if (signal?.aborted) return;
    throw thrown instanceof PipelineError ? thrown : new PipelineError('network');
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
