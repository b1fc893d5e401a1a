import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { PipelineError } from '../../../../src/adapter/index.js';
import { FormLoader } from '../../../../src/elements/submission/form-loader.js';
import { byHand } from '../../../helpers/by-hand.js';

const idle = () => new Promise((resolve) => setTimeout(resolve, 2));

/** A loader of which each fetch is answered by hand. */
function loading({ isConnected = true } = {}) {
  const fetch = byHand<[], never>();
  const host = { isConnected, requestUpdate: mock.fn() };
  const onLoaded = mock.fn();
  const onFailed = mock.fn((_error: PipelineError) => undefined);
  const loader = new FormLoader(host as never, { onLoaded, onFailed }, fetch);
  const fetches = fetch.calls;
  return { loader, fetches, host, onLoaded, onFailed };
}

describe('the loader of the form', () => {
  it('fetches once, however often it is asked', async () => {
    const { loader, fetches, onLoaded } = loading();
    loader.load();
    loader.load();
    assert.equal(loader.isLoading, true);
    fetches[0]!.resolve('form' as never);
    await idle();
    loader.load();
    assert.equal(loader.isLoading, false);
    assert.equal(fetches.length, 1);
    assert.deepEqual(onLoaded.mock.calls[0]!.arguments, ['form']);
  });

  it('tells what failed as no answer, and tries again when asked', async () => {
    const { loader, fetches, onLoaded, onFailed } = loading();
    loader.load();
    fetches[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await idle();
    assert.equal(loader.error?.code, 'network');
    assert.equal(loader.error.canRetry, true);
    assert.equal(onFailed.mock.calls[0]!.arguments[0], loader.error);
    loader.load();
    assert.equal(loader.error.code, 'network', 'stays until the other try has ended');
    fetches[1]!.resolve('form' as never);
    await idle();
    assert.equal(loader.error, undefined);
    assert.equal(onLoaded.mock.callCount(), 1);
  });

  it('fetches once the page is idle, but not for an element that is gone by then', async () => {
    const { loader, fetches, host } = loading({ isConnected: false });
    loader.expect();
    await idle();
    assert.equal(fetches.length, 0);
    host.isConnected = true;
    loader.expect();
    loader.expect();
    assert.equal(fetches.length, 0);
    await idle();
    assert.equal(fetches.length, 1);
  });
});
