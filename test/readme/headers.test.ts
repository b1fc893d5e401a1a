import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/pipeline.js';

it('the README’s headers go along with the first request, and a fresh token after a 401', async () => {
  const { fetch } = globalThis;
  const sent: (string | null)[] = [];
  let done: () => void;
  const twice = new Promise<void>((resolve) => (done = resolve));
  globalThis.fetch = async (_address, init) => {
    sent.push(new Headers(init?.headers).get('Authorization'));
    if (sent.length === 2) done();
    return new Response(null, { status: 401 });
  };
  const accessToken = async ({ fresh }: { fresh: boolean }) => (fresh ? 'fresh' : 'old');
  try {
    await fixture(html`<golive-pipeline subscription="sub_42"></golive-pipeline>`);

    const pipeline = document.querySelector('golive-pipeline')!;
    pipeline.headers = async ({ again }) => ({
      Authorization: `Bearer ${await accessToken({ fresh: again })}`,
    });

    pipeline.baseUrl = '/api';
    await twice;
    expect(sent).to.deep.equal(['Bearer old', 'Bearer fresh']);
  } finally {
    globalThis.fetch = fetch;
  }
});
