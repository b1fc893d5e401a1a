import { Broken } from './failure.js';

/** One block of a stream: an event, or a comment that says no more than that the host is there. */
export interface StreamBlock {
  event?: string;
  id?: string;
  data?: string;
  isComment: boolean;
}

export interface EventReader {
  /** The next event of the name `changed`. */
  changed(within?: number): Promise<StreamBlock>;
  /** The next block, whatever it is; undefined when none comes in time. */
  next(within: number): Promise<StreamBlock | undefined>;
  close(): void;
}

/** Long enough for a host that passes news on through a database. */
export const NEWS_TIMEOUT = 5000;

/** Reads `text/event-stream`; `onText` sees all of it, block by block. */
export function readStream(
  request: string,
  body: ReadableStream<Uint8Array>,
  onText: (text: string) => void,
): EventReader {
  const blocks: StreamBlock[] = [];
  let tell = () => {};
  let ended = false;
  const reader = body.getReader();

  void (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // A block, and the end of a line too, may come in pieces.
      rest += decoder.decode(value, { stream: true });
      const parts = rest.replaceAll('\r\n', '\n').split('\n\n');
      rest = parts.pop()!;
      for (const part of parts) onText(part);
      blocks.push(...parts.map(blockOf));
      if (blocks.length > 0) tell();
    }
    onText(rest);
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      tell();
    });

  async function next(within: number): Promise<StreamBlock | undefined> {
    if (blocks.length === 0 && !ended) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        tell = resolve;
        timer = setTimeout(resolve, within);
      });
      clearTimeout(timer);
    }
    return blocks.shift();
  }

  return {
    next,
    async changed(within = NEWS_TIMEOUT) {
      const end = Date.now() + within;
      for (;;) {
        const block = await next(Math.max(end - Date.now(), 1));
        if (block?.event === 'changed') return block;
        if (block) continue;
        throw new Broken(
          `an event "changed" within ${within / 1000} s`,
          ended ? 'the end of the stream' : 'none',
          request,
        );
      }
    },
    close: () => void reader.cancel().catch(() => undefined),
  };
}

function blockOf(text: string): StreamBlock {
  const block: StreamBlock = { isComment: true };
  for (const line of text.split('\n')) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    block.isComment = false;
    const name = line.slice(0, at);
    const value = line.slice(at + 1).replace(/^ /, '');
    if (name === 'data') block.data = block.data === undefined ? value : `${block.data}\n${value}`;
    else if (name === 'event' || name === 'id') block[name] = value;
  }
  return block;
}
