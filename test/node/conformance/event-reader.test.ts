import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStream } from '../../../src/conformance/event-reader.js';

/** A stream whose host says piece by piece what the test wants. */
function listen() {
  let host!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (host = controller) });
  const heard: string[] = [];
  return {
    reader: readStream('GET /events', body, (text) => void heard.push(text)),
    heard,
    say: async (text: string) => {
      host.enqueue(new TextEncoder().encode(text));
      await new Promise(setImmediate);
    },
    end: async () => {
      host.close();
      await new Promise(setImmediate);
    },
  };
}

describe('what reads a stream of events', () => {
  it('waits for the rest of an event that comes in pieces', async () => {
    const { reader, say } = listen();
    const event = reader.changed();
    await say('event: changed\n');
    await say('id: 7\ndata: {}\n');
    await say('\n');
    assert.deepEqual(await event, { event: 'changed', id: '7', data: '{}', isComment: false });
  });

  it('takes a line that ends in two signs, of which each comes in a piece of its own', async () => {
    const { reader, say } = listen();
    const event = reader.changed();
    await say('event: changed\r');
    await say('\nid: 7\r\n\r');
    await say('\n');
    assert.deepEqual(await event, { event: 'changed', id: '7', isComment: false });
  });

  it('hears a comment as a block', async () => {
    const { reader, say } = listen();
    const block = reader.next(1000);
    await say(': still here\n\n');
    assert.deepEqual(await block, { isComment: true });
  });

  it('has nothing more to give after the end', async () => {
    const { reader, end } = listen();
    const event = assert.rejects(reader.changed(), { came: 'the end of the stream' });
    await end();
    await event;
  });

  it('hands on whole what came in pieces, so that no secret hides between two of them', async () => {
    const { heard, say, end } = listen();
    await say('data: sk_live_');
    await say('0123456789\n\n: sk_live');
    await say('_987');
    await end();
    assert.ok(heard.some((text) => text.includes('sk_live_0123456789')));
    assert.ok(heard.some((text) => text.includes('sk_live_987')));
  });
});
