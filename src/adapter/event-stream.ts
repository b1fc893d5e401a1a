import { createParser } from 'eventsource-parser';
import { version } from '../contract/index.js';
import type { ChangeEvent } from './adapter.js';
import { PipelineError } from './error.js';
import { drop } from './request.js';

/** A host sends a heartbeat at least every 15 s; three missed ones mean that nobody is there. */
const SILENCE = 45_000;

/** The `changed` events of an answer's body. Ends with the stream, or after 45 s of silence. */
export async function* readEvents(
  response: Response,
  signal?: AbortSignal,
): AsyncGenerator<ChangeEvent, void, undefined> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.body || !/^text\/event-stream\b/i.test(type)) {
    drop(response);
    throw new PipelineError('unreadable', { status: response.status, detail: 'no event stream' });
  }
  const reader = response.body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  let waiting: ChangeEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, id }) => {
      if (event !== 'changed') return;
      // It goes back in a header, which would fail for ever with what no header can hold.
      waiting.push({ id: version.safeParse(id).success ? id! : '' });
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
