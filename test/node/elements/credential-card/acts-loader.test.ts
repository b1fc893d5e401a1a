import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ActsLoader } from '../../../../src/elements/credential-card/acts-loader.js';
import { byHand } from '../../../helpers/by-hand.js';

const part = {} as never;

/** A loader whose fetches are answered by the test, and what it did. */
function loading() {
  const done: string[] = [];
  const reported: string[] = [];
  const fetch = byHand<[], never>();
  const host = { isConnected: true, requestUpdate: () => {} };
  const store = { report: ({ code }: { code: string }) => reported.push(code) };
  const onLoaded = () => done.push('loaded');
  const loader = new ActsLoader(host as never, { store: () => store, onLoaded }, fetch);
  const press = (verb: 'create_credentials' | 'regenerate', asks = false) =>
    loader.before({ verb, asks, act: () => done.push(verb) });
  return { loader, fetch, press, done, reported };
}

describe('what a card acts with', () => {
  it('is there before anything is done', async () => {
    const { loader, fetch, press, done } = loading();
    press('create_credentials');
    press('create_credentials');
    assert.equal(loader.pending, 'create_credentials');
    assert.deepEqual(done, []);
    assert.equal(fetch.calls.length, 1);
    fetch.calls[0]!.resolve(part);
    await turn();
    assert.deepEqual(done, ['loaded', 'create_credentials']);
    assert.equal(loader.pending, undefined);
    press('create_credentials');
    assert.equal(done.length, 3);
  });

  it('does not look like an act while it is only to ask', () => {
    const { loader, press } = loading();
    press('regenerate', true);
    assert.equal(loader.pending, undefined);
  });

  it('says that it can not be fetched, and tries again', async () => {
    const { loader, fetch, press, done, reported } = loading();
    press('create_credentials');
    fetch.calls[0]!.reject(new TypeError('no network'));
    await turn();
    assert.deepEqual(reported, ['network']);
    assert.deepEqual(done, []);
    assert.equal(loader.failure!.verb, 'create_credentials');
    assert.equal(loader.failure!.error.code, 'network');
    loader.failure!.onRetry();
    fetch.calls[1]!.resolve(part);
    await turn();
    assert.deepEqual(done, ['loaded', 'create_credentials']);
    assert.equal(loader.failure, undefined);
  });

  it('does nothing of what was pressed for another lane or store', async () => {
    const { loader, fetch, press, done } = loading();
    press('create_credentials');
    loader.forget();
    fetch.calls[0]!.resolve(part);
    await turn();
    assert.deepEqual(done, ['loaded']);
  });
});
